declare module '@salesforce/apex' {
  import type { ConfigValue, WireAdapterConstructor } from 'lwc';

  /** An `@AuraEnabled` method: called, it asks the org; given to `@wire`, it is an adapter. */
  export type ApexMethod<Parameters, Result> = ((parameters: Parameters) => Promise<Result>) & {
    adapter: WireAdapterConstructor<ConfigValue & Parameters, { data?: Result; error?: unknown }>;
  };
}

declare module '@salesforce/apex/YetiTimelineController.getConfig' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { Config } from 'c/yetiTimelineModel';
  const getConfig: ApexMethod<Record<string, never>, Config>;
  export default getConfig;
}

declare module '@salesforce/apex/YetiTimelineController.getPage' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { Filter, Page } from 'c/yetiTimelineModel';
  const getPage: ApexMethod<{ recordId: string; filter: Filter; cursor?: string }, Page>;
  export default getPage;
}

declare module '@salesforce/apex/YetiTimelineController.getCounts' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { Counts, Filter } from 'c/yetiTimelineModel';
  const getCounts: ApexMethod<{ recordId: string; filter: Filter }, Counts | null>;
  export default getCounts;
}

declare module '@salesforce/apex/YetiTimelineController.getBody' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { Body } from 'c/yetiTimelineModel';
  const getBody: ApexMethod<{ source: string; itemId: string }, Body | null>;
  export default getBody;
}

declare module '@salesforce/apex/YetiTimelineController.getPreviews' {
  import type { ApexMethod } from '@salesforce/apex';
  const getPreviews: ApexMethod<{ idsBySource: Record<string, string[]> }, Record<string, string | null>>;
  export default getPreviews;
}

declare module '@salesforce/apex/YetiCustomerCardController.getCard' {
  import type { ApexMethod } from '@salesforce/apex';
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
