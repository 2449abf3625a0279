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

declare module '@salesforce/apex/YetiTimelineController.getJourney' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { Item } from 'c/yetiTimelineModel';
  const getJourney: ApexMethod<{ recordId: string; threadKey: string }, readonly Item[]>;
  export default getJourney;
}

declare module '@salesforce/apex/YetiTimelineController.getNews' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { Filter, News } from 'c/yetiTimelineModel';
  const getNews: ApexMethod<{ recordId: string; filter: Filter; since: string }, News | null>;
  export default getNews;
}

declare module '@salesforce/apex/YetiTimelineController.pin' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { Item } from 'c/yetiTimelineModel';
  const pin: ApexMethod<{ recordId: string; source: string; itemId: string; until: string }, Item>;
  export default pin;
}

declare module '@salesforce/apex/YetiTimelineController.unpin' {
  import type { ApexMethod } from '@salesforce/apex';
  const unpin: ApexMethod<{ itemId: string }, void>;
  export default unpin;
}

declare module '@salesforce/apex/YetiTimelineController.visit' {
  import type { ApexMethod } from '@salesforce/apex';
  const visit: ApexMethod<{ recordId: string }, void>;
  export default visit;
}

declare module '@salesforce/apex/YetiOrdersController.getPurchases' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { Purchases } from 'c/yetiStockModel';
  const getPurchases: ApexMethod<{ recordId: string }, Purchases>;
  export default getPurchases;
}

declare module '@salesforce/apex/YetiOrdersController.getOrder' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { Order } from 'c/yetiStockModel';
  const getOrder: ApexMethod<{ orderId: string }, Order | null>;
  export default getOrder;
}

declare module '@salesforce/apex/YetiOrdersController.getStock' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { StockAnswer } from 'c/yetiStockModel';
  const getStock: ApexMethod<{ productIds: readonly string[] }, StockAnswer>;
  export default getStock;
}

declare module '@salesforce/apex/YetiIdentityController.getState' {
  import type { ApexMethod } from '@salesforce/apex';

  /** A customer it could be. */
  export interface Candidate {
    readonly id: string;
    readonly name: string;
    readonly tellApart?: string | null;
  }
  export interface IdentityState {
    readonly status?: string | null;
    readonly basis?: string | null;
    readonly handle?: string | null;
    readonly contactId?: string | null;
    readonly contactName?: string | null;
    readonly candidates: readonly Candidate[];
    readonly hiddenCandidates: number;
    readonly editable: boolean;
    readonly undoId?: string | null;
    readonly undoSubject?: string | null;
  }
  const getState: ApexMethod<{ interactionId: string; pageId: string | undefined }, IdentityState | null>;
  export default getState;
}

declare module '@salesforce/apex/YetiIdentityController.link' {
  import type { ApexMethod } from '@salesforce/apex';
  const link: ApexMethod<{ recordId: string; contactId: string; reason: string }, null>;
  export default link;
}

declare module '@salesforce/apex/YetiIdentityController.unlink' {
  import type { ApexMethod } from '@salesforce/apex';
  const unlink: ApexMethod<{ recordId: string; reason: string }, null>;
  export default unlink;
}

declare module '@salesforce/apex/YetiIdentityController.undo' {
  import type { ApexMethod } from '@salesforce/apex';
  const undo: ApexMethod<{ auditId: string }, null>;
  export default undo;
}

declare module '@salesforce/apex/YetiRevealController.reveal' {
  import type { ApexMethod } from '@salesforce/apex';
  const reveal: ApexMethod<{ itemId: string | undefined; field: string; index: number; reason: string }, string>;
  export default reveal;
}

declare module '@salesforce/apex/YetiFactController.getFacts' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { TextPart } from 'c/yetiSensitive';

  /** What a customer told: the newest value of a key, and older ones. */
  export interface Fact {
    readonly id: string;
    readonly key: string;
    readonly parts: readonly TextPart[];
    readonly channel?: string | null;
    readonly sourceId?: string | null;
    readonly toldAt: string;
    readonly contactName?: string | null;
    readonly ofCase: boolean;
    readonly older: readonly Fact[];
  }
  const getFacts: ApexMethod<{ recordId: string | undefined }, readonly Fact[] | null>;
  export default getFacts;
}

declare module '@salesforce/apex/YetiFactController.keep' {
  import type { ApexMethod } from '@salesforce/apex';
  const keep: ApexMethod<{ itemId: string; key: string; value: string }, string>;
  export default keep;
}

declare module '@salesforce/apex/YetiFactController.forget' {
  import type { ApexMethod } from '@salesforce/apex';
  const forget: ApexMethod<{ factId: string }, null>;
  export default forget;
}

declare module '@salesforce/apex/YetiFactController.restore' {
  import type { ApexMethod } from '@salesforce/apex';
  const restore: ApexMethod<{ factId: string }, null>;
  export default restore;
}

declare module '@salesforce/apex/YetiNowController.getNow' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { Now } from 'c/yetiNowModel';
  const getNow: ApexMethod<{ recordId: string }, Now>;
  export default getNow;
}

declare module '@salesforce/apex/YetiReplyController.getCheck' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { Check } from 'c/yetiNowModel';
  const getCheck: ApexMethod<{ recordId: string; channel: string; purpose: string }, Check>;
  export default getCheck;
}

declare module '@salesforce/apex/YetiReplyController.getChecks' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { Check } from 'c/yetiNowModel';
  const getChecks: ApexMethod<{ recordId: string; purpose: string }, readonly Check[]>;
  export default getChecks;
}

declare module '@salesforce/apex/YetiReplyController.send' {
  import type { ApexMethod } from '@salesforce/apex';
  const send: ApexMethod<{ recordId: string; channel: string; text: string; purpose: string }, string>;
  export default send;
}

declare module '@salesforce/apex/YetiReplyController.retry' {
  import type { ApexMethod } from '@salesforce/apex';
  const retry: ApexMethod<{ interactionId: string }, null>;
  export default retry;
}

declare module '@salesforce/apex/YetiLogController.log' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { LogEntry } from 'c/yetiNowModel';
  const log: ApexMethod<{ recordId: string; entry: LogEntry }, null>;
  export default log;
}

declare module '@salesforce/apex/YetiPromiseController.getPromises' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { PromiseView } from 'c/yetiNowModel';
  const getPromises: ApexMethod<{ recordId: string }, readonly PromiseView[] | null>;
  export default getPromises;
}

declare module '@salesforce/apex/YetiPromiseController.make' {
  import type { ApexMethod } from '@salesforce/apex';
  const make: ApexMethod<{ recordId: string; what: string; whoseTurn: string; dueAt: string | null }, null>;
  export default make;
}

declare module '@salesforce/apex/YetiPromiseController.settle' {
  import type { ApexMethod } from '@salesforce/apex';
  const settle: ApexMethod<{ promiseId: string; status: string }, null>;
  export default settle;
}
