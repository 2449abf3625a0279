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
  const makeActive: ApexMethod<{ ruleSetId: string; note: string; state?: string; insteadOf: string | null }, void>;
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
