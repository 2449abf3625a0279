import { deskOf, emptyRuleSet, type Desk, type DocumentAnswer, type Overview, type Version } from 'c/yetiRuleModel';
import type { RuleSet } from 'c/yetiRuleSet';
import getDocument from '@salesforce/apex/YetiRuleSetController.getDocument';
import getOverview from '@salesforce/apex/YetiRuleSetController.getOverview';

/** What the org has when the page is loaded. */
export interface OrgRules {
  readonly overview: Overview;
  readonly desk: Desk;
  /** What decides now; empty where no version is active. */
  readonly active: RuleSet;
}

/** A version as the org has it. */
export interface StoredVersion {
  readonly answer: DocumentAnswer;
  readonly document: RuleSet;
}

/** Asks the org for its versions, its names and its active rules. */
export async function loadRules(): Promise<OrgRules> {
  const overview = await getOverview({});
  const active = versionIn(overview.versions, 'Active');
  return {
    overview,
    desk: deskOf(overview, Date.now()),
    active: active ? (await storedVersion(active.id)).document : emptyRuleSet('')
  };
}

/** A version's document and state; without an id, a document in which rules begin. */
export async function storedVersion(id: string | undefined): Promise<StoredVersion> {
  const answer = id === undefined ? { id: '', version: 0, state: '' } : await getDocument({ ruleSetId: id });
  return { answer, document: answer.document ? (JSON.parse(answer.document) as RuleSet) : emptyRuleSet('Case') };
}

/** The newest version of a status. */
export function versionIn(versions: readonly Version[], status: Version['status']): Version | undefined {
  return versions.find((version) => version.status === status);
}

/** The draft that saving has just begun, before the org is asked again. */
export function begunDraft({ id, version }: DocumentAnswer, ruleCount: number): Version {
  return {
    id,
    version,
    status: 'Draft',
    shadow: false,
    ruleCount,
    modifiedAt: new Date().toISOString(),
    modifiedBy: ''
  };
}
