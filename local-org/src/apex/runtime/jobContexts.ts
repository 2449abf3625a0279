import type { TypeName } from '../library/types.ts';

/** What a job is told about itself: `QueueableContext`, `Database.BatchableContext`, `SchedulableContext`, `FinalizerContext`. */
export class JobContext {
  readonly apexType: TypeName;
  readonly jobId: string;
  /** FinalizerContext: what the job threw, or null. */
  readonly failure: unknown;

  constructor(apexType: TypeName, jobId: string, failure: unknown = null) {
    this.apexType = apexType;
    this.jobId = jobId;
    this.failure = failure;
  }
}
