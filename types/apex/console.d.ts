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
  import type { WaitingOutcome } from 'c/yetiWaitingModel';
  const relaxNow: ApexMethod<{ caseIds: readonly string[] }, WaitingOutcome>;
  export default relaxNow;
}

declare module '@salesforce/apex/YetiWaitingWorkController.assign' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { WaitingOutcome } from 'c/yetiWaitingModel';
  const assign: ApexMethod<{ caseIds: readonly string[]; userId: string }, WaitingOutcome>;
  export default assign;
}

declare module '@salesforce/apex/YetiWaitingWorkController.assignWithinCapacity' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { WaitingOutcome } from 'c/yetiWaitingModel';
  const assignWithinCapacity: ApexMethod<{ caseIds: readonly string[]; userId: string }, WaitingOutcome>;
  export default assignWithinCapacity;
}

declare module '@salesforce/apex/YetiWaitingWorkController.backToQueue' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { WaitingOutcome } from 'c/yetiWaitingModel';
  const backToQueue: ApexMethod<{ caseIds: readonly string[] }, WaitingOutcome>;
  export default backToQueue;
}

declare module '@salesforce/apex/YetiWaitingWorkController.routeAgain' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { WaitingOutcome } from 'c/yetiWaitingModel';
  const routeAgain: ApexMethod<{ caseIds: readonly string[] }, WaitingOutcome>;
  export default routeAgain;
}
