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

declare module '@salesforce/apex/YetiCustomerCardController.getCard' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { IdentityState } from '@salesforce/apex/YetiIdentityController.getState';
  import type { Choice, Item } from 'c/yetiTimelineModel';

  /** A record as Apex sends it: fields the user may not read are missing. */
  interface CardContact {
    Id: string;
    Name?: string;
    Phone?: string;
    Email?: string;
    AccountId?: string;
    Account?: { Name?: string };
  }
  interface CardAccount {
    Id: string;
    Name?: string;
    Phone?: string;
  }
  interface CardPerson {
    Id: string;
    Name?: string;
    Title?: string;
  }
  interface CardCase {
    Id: string;
    CaseNumber?: string;
    Subject?: string;
    CreatedDate?: string;
    Yeti_Next_Deadline__c?: string;
    Yeti_Overdue__c?: boolean;
  }
  export interface CardHandle {
    id: string;
    kind: string;
    value: string;
    basis?: string | null;
    verified: boolean;
  }
  export interface CardProduct {
    id: string;
    name?: string | null;
    serialNumber?: string | null;
    /** A day. */
    warrantyUntil?: string | null;
    inWarranty: boolean;
  }
  export interface CardValue {
    web: number;
    shop: number;
    other: number;
    orders: number;
  }
  export interface CardConsent {
    id: string;
    /** None: every channel. */
    channel?: string | null;
    purpose: string;
    purposeLabel: string;
    given: boolean;
    source?: string | null;
    saidAt: string;
  }
  export interface Card {
    contact?: CardContact | null;
    account?: CardAccount | null;
    people: readonly CardPerson[];
    choice?: IdentityState | null;
    sureness?: {
      status: string;
      basis?: string | null;
      authentication?: string | null;
      authenticatedAt?: string | null;
    } | null;
    language?: string | null;
    handles: readonly CardHandle[];
    openCases: readonly CardCase[];
    openCaseCount: number;
    lastContact?: Item | null;
    value?: CardValue | null;
    products: readonly CardProduct[];
    statedChannel?: string | null;
    observedChannel?: string | null;
    observedCount: number;
    observedOf: number;
    consents: readonly CardConsent[];
    purposes: readonly Choice[];
    consentEditable: boolean;
    note?: string | null;
    /** A day. */
    noteExpires?: string | null;
    noteEditable: boolean;
  }
  const getCard: ApexMethod<{ recordId: string | undefined }, Card>;
  export default getCard;
}

declare module '@salesforce/apex/YetiCustomerCardController.saveNote' {
  import type { ApexMethod } from '@salesforce/apex';
  const saveNote: ApexMethod<{ contactId: string; note: string; expires: string | null }, null>;
  export default saveNote;
}

declare module '@salesforce/apex/YetiCustomerCardController.recordConsent' {
  import type { ApexMethod } from '@salesforce/apex';
  const recordConsent: ApexMethod<
    { contactId: string; channel: string | null; purpose: string; given: boolean; source: string },
    null
  >;
  export default recordConsent;
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

declare module '@salesforce/apex/YetiRuleSetController.getOverview' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { Overview } from 'c/yetiRuleModel';
  const getOverview: ApexMethod<Record<string, never>, Overview>;
  export default getOverview;
}

declare module '@salesforce/apex/YetiRuleSetController.getDocument' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { DocumentAnswer } from 'c/yetiRuleModel';
  const getDocument: ApexMethod<{ ruleSetId: string }, DocumentAnswer>;
  export default getDocument;
}

declare module '@salesforce/apex/YetiRuleSetController.saveDraft' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { DocumentAnswer } from 'c/yetiRuleModel';
  const saveDraft: ApexMethod<
    { draftId?: string; basedOn?: string; name: string; document: string; state?: string },
    DocumentAnswer
  >;
  export default saveDraft;
}

declare module '@salesforce/apex/YetiRuleSetController.discardDraft' {
  import type { ApexMethod } from '@salesforce/apex';
  const discardDraft: ApexMethod<{ draftId: string }, void>;
  export default discardDraft;
}

declare module '@salesforce/apex/YetiRuleSetController.makeActive' {
  import type { ApexMethod } from '@salesforce/apex';
  const makeActive: ApexMethod<{ ruleSetId: string; note: string; state?: string }, void>;
  export default makeActive;
}

declare module '@salesforce/apex/YetiRuleSetController.setShadow' {
  import type { ApexMethod } from '@salesforce/apex';
  const setShadow: ApexMethod<{ draftId: string; isOn: boolean }, void>;
  export default setShadow;
}

declare module '@salesforce/apex/YetiRuleSetController.getDifferences' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { Differences } from 'c/yetiRuleModel';
  const getDifferences: ApexMethod<{ draftId: string }, Differences>;
  export default getDifferences;
}

declare module '@salesforce/apex/YetiRuleSetController.getCases' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { CaseAnswer } from 'c/yetiRuleModel';
  const getCases: ApexMethod<{ howMany: number; paths: readonly string[] }, readonly CaseAnswer[]>;
  export default getCases;
}

declare module '@salesforce/apex/YetiRuleSetController.findCase' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { CaseAnswer } from 'c/yetiRuleModel';
  const findCase: ApexMethod<{ caseNumber: string; paths: readonly string[] }, CaseAnswer | null>;
  export default findCase;
}

declare module '@salesforce/apex/YetiDecisionController.getDecision' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { DecisionAnswer } from 'c/yetiWhyModel';
  const getDecision: ApexMethod<{ recordId: string }, DecisionAnswer | null>;
  export default getDecision;
}

declare module '@salesforce/apex/YetiDecisionController.getRules' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { DecisionRules } from 'c/yetiWhyModel';
  const getRules: ApexMethod<{ decisionId: string }, DecisionRules | null>;
  export default getRules;
}

declare module '@salesforce/apex/YetiDecisionController.getAgents' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { PlainAgent } from 'c/yetiWhyModel';
  const getAgents: ApexMethod<Record<string, never>, readonly PlainAgent[]>;
  export default getAgents;
}

declare module '@salesforce/apex/YetiDecisionController.routeAgain' {
  import type { ApexMethod } from '@salesforce/apex';
  const routeAgain: ApexMethod<{ caseId: string }, null>;
  export default routeAgain;
}

declare module '@salesforce/apex/YetiHandoverController.getState' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { HandoverState } from 'c/yetiHandoverModel';
  const getState: ApexMethod<{ caseId: string; since?: string }, HandoverState | null>;
  export default getState;
}

declare module '@salesforce/apex/YetiHandoverController.getChoices' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { HandoverChoices } from 'c/yetiHandoverModel';
  const getChoices: ApexMethod<{ caseId: string }, HandoverChoices>;
  export default getChoices;
}

declare module '@salesforce/apex/YetiHandoverController.handOver' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { HandoverTarget } from 'c/yetiHandoverModel';
  const handOver: ApexMethod<{ caseId: string; target: HandoverTarget; brief: string }, null>;
  export default handOver;
}

declare module '@salesforce/apex/YetiHandoverController.acknowledge' {
  import type { ApexMethod } from '@salesforce/apex';
  const acknowledge: ApexMethod<{ handoverId: string }, null>;
  export default acknowledge;
}

declare module '@salesforce/apex/YetiHandoverController.withdraw' {
  import type { ApexMethod } from '@salesforce/apex';
  const withdraw: ApexMethod<{ handoverId: string }, null>;
  export default withdraw;
}

declare module '@salesforce/apex/YetiWaitingWorkController.getWaiting' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { WaitingWork } from 'c/yetiWaitingModel';
  const getWaiting: ApexMethod<Record<string, never>, WaitingWork>;
  export default getWaiting;
}

declare module '@salesforce/apex/YetiWaitingWorkController.relaxNow' {
  import type { ApexMethod } from '@salesforce/apex';
  const relaxNow: ApexMethod<{ caseIds: readonly string[] }, null>;
  export default relaxNow;
}

declare module '@salesforce/apex/YetiWaitingWorkController.assign' {
  import type { ApexMethod } from '@salesforce/apex';
  const assign: ApexMethod<{ caseIds: readonly string[]; userId: string }, null>;
  export default assign;
}

declare module '@salesforce/apex/YetiWaitingWorkController.backToQueue' {
  import type { ApexMethod } from '@salesforce/apex';
  const backToQueue: ApexMethod<{ caseIds: readonly string[] }, null>;
  export default backToQueue;
}

declare module '@salesforce/apex/YetiWaitingWorkController.routeAgain' {
  import type { ApexMethod } from '@salesforce/apex';
  const routeAgain: ApexMethod<{ caseIds: readonly string[] }, null>;
  export default routeAgain;
}
