/** An `@AuraEnabled` method: called, it asks the org; given to `@wire`, it is an adapter. */
type ApexMethod<Parameters, Result> = ((parameters: Parameters) => Promise<Result>) & {
  adapter: import('lwc').WireAdapterConstructor<
    import('lwc').ConfigValue & Parameters,
    { data?: Result; error?: unknown }
  >;
};

declare module '@salesforce/apex' {
  /** Asks again for what a wire got. */
  export function refreshApex(wired: unknown): Promise<void>;
}

declare module '@salesforce/apex/YetiTimelineController.getConfig' {
  import type { Config } from 'c/yetiTimelineModel';
  const getConfig: ApexMethod<Record<string, never>, Config>;
  export default getConfig;
}

declare module '@salesforce/apex/YetiTimelineController.getPage' {
  import type { Filter, Page } from 'c/yetiTimelineModel';
  const getPage: ApexMethod<{ recordId: string; filter: Filter; cursor?: string }, Page>;
  export default getPage;
}

declare module '@salesforce/apex/YetiTimelineController.getCounts' {
  import type { Counts, Filter } from 'c/yetiTimelineModel';
  const getCounts: ApexMethod<{ recordId: string; filter: Filter }, Counts | null>;
  export default getCounts;
}

declare module '@salesforce/apex/YetiTimelineController.getBody' {
  import type { Body } from 'c/yetiTimelineModel';
  const getBody: ApexMethod<{ source: string; itemId: string }, Body | null>;
  export default getBody;
}

declare module '@salesforce/apex/YetiTimelineController.getPreviews' {
  const getPreviews: ApexMethod<{ idsBySource: Record<string, string[]> }, Record<string, string | null>>;
  export default getPreviews;
}

declare module '@salesforce/apex/YetiCustomerCardController.getCard' {
  import type { Item } from 'c/yetiTimelineModel';

  /** A record as Apex sends it: fields the user may not read are missing. */
  interface CardContact {
    Id: string;
    Name?: string;
    Phone?: string;
    Email?: string;
    AccountId?: string;
    Account?: { Name?: string };
  }
  interface CardCase {
    Id: string;
    CaseNumber?: string;
    Subject?: string;
    Status?: string;
    CreatedDate?: string;
  }
  export interface Card {
    contact?: CardContact | null;
    openCases: readonly CardCase[];
    openCaseCount: number;
    lastContact?: Item | null;
  }
  const getCard: ApexMethod<{ recordId: string | undefined }, Card>;
  export default getCard;
}
