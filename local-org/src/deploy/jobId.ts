import { idOf } from '../records/index.ts';

let last = 0;

/** An id for a deployment, a retrieval or a test run: told by the time, never given twice. */
export function newJobId(prefix: string, now: number): string {
  last = Math.max(now, last + 1);
  return idOf(prefix, last);
}
