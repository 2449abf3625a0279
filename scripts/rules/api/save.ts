import type { Connection } from 'jsforce';
import { fieldsOf } from '../../../force-app/routing/lwc/yetiRuleEngine/yetiRuleEngine.ts';
import type { RuleSet } from '../../../force-app/routing/lwc/yetiRuleSet/types.ts';
import { createAll, quoted, type NewRecord } from '../../lib/ensure.ts';
import { pick, versions, type Version } from './versions.ts';

/** A long text of the platform ends at 131,072 characters. */
const longestPart = 100_000;

/** What an admin says about a version. */
export interface Described {
  readonly notes?: string;
}

/**
 * Puts a rule set into the org as a draft: a new one, or over the draft that is named.
 *
 * @param over selects the draft to be replaced; none: a new version
 * @throws Error if the named version is no draft, or with the org's reason
 */
export async function push(
  connection: Connection,
  ruleSet: RuleSet,
  { notes, over }: Described & { readonly over?: string } = {}
): Promise<Version> {
  const fields = {
    Name: ruleSet.name,
    Rule_Count__c: ruleSet.rules.length,
    Fields__c: fieldsOf(ruleSet).join('\n'),
    ...(notes === undefined ? {} : { Notes__c: notes })
  };
  const id =
    over === undefined
      ? await createDraft(connection, ruleSet, fields)
      : await replaceDraft(connection, ruleSet, over, fields);
  return pick(await versions(connection), id);
}

/** A draft without its document would be of no use: it goes where the document is refused. */
async function createDraft(connection: Connection, ruleSet: RuleSet, fields: NewRecord): Promise<string> {
  const ids = await createAll(
    connection,
    'Yeti_Rule_Set__c',
    [{ ...fields, Object__c: ruleSet.object, Status__c: 'Draft' }],
    () => ruleSet.name
  );
  const id = ids.get(ruleSet.name) ?? '';
  try {
    await createParts(connection, id, ruleSet);
  } catch (error) {
    await connection.sobject('Yeti_Rule_Set__c').destroy(id);
    throw error;
  }
  return id;
}

async function replaceDraft(
  connection: Connection,
  ruleSet: RuleSet,
  over: string,
  fields: NewRecord
): Promise<string> {
  const draft = pick(await versions(connection), over);
  if (draft.status !== 'Draft')
    throw new Error(
      `v${String(draft.version)} is ${draft.status.toLowerCase()} and stays as it is: only a draft can be replaced. Push without --over for a new version.`
    );
  const { records } = await connection.query<{ Id: string }>(
    `SELECT Id FROM Yeti_Rule_Set_Part__c WHERE Rule_Set__c = ${quoted(draft.id)}`
  );
  await update(connection, { ...fields, Id: draft.id });
  if (records.length > 0) await connection.sobject('Yeti_Rule_Set_Part__c').destroy(records.map(({ Id }) => Id));
  await createParts(connection, draft.id, ruleSet);
  return draft.id;
}

async function createParts(connection: Connection, id: string, ruleSet: RuleSet): Promise<void> {
  await createAll(
    connection,
    'Yeti_Rule_Set_Part__c',
    partsOf(ruleSet).map((body, index) => ({ Rule_Set__c: id, Order__c: index + 1, Body__c: body })),
    () => ruleSet.name
  );
}

/**
 * Makes a version the active one. The org archives the version that was active.
 *
 * @throws Error if it is active already, or with the org's reason
 */
export async function activate(connection: Connection, selector: string, { notes }: Described = {}): Promise<Version> {
  const wanted = pick(await versions(connection), selector);
  if (wanted.status === 'Active') throw new Error(`v${String(wanted.version)} is active already.`);
  const dated = notes === undefined ? [] : [`${new Date().toISOString().slice(0, 10)} ${notes}`];
  await update(connection, {
    Id: wanted.id,
    Status__c: 'Active',
    Notes__c: [...dated, wanted.notes].filter(Boolean).join('\n')
  });
  return pick(await versions(connection), wanted.id);
}

/**
 * Makes an earlier version active again.
 *
 * @param selector none: the archived version that was active last
 * @throws Error if there is none, or if it has never been active
 */
export async function rollback(
  connection: Connection,
  selector: string | undefined,
  described: Described = {}
): Promise<Version> {
  const all = await versions(connection);
  const before = all
    .filter(({ status, activatedAt }) => status === 'Archived' && activatedAt !== null)
    .sort((a, b) => Date.parse(b.activatedAt ?? '') - Date.parse(a.activatedAt ?? ''));
  const wanted = selector === undefined ? before[0] : pick(all, selector);
  if (wanted === undefined) throw new Error('There is no earlier version to go back to.');
  if (wanted.status === 'Draft')
    throw new Error(`v${String(wanted.version)} is a draft and was never active: use "rules activate".`);
  return activate(connection, wanted.id, described);
}

async function update(connection: Connection, record: NewRecord & { readonly Id: string }): Promise<void> {
  const result = await connection.sobject('Yeti_Rule_Set__c').update(record);
  if (!result.success) throw new Error(result.errors.map(({ message }) => message).join('; '));
}

/** The document without white space in pieces that a long text holds. None ends at a space, which may be trimmed, or within a character. */
export function partsOf(ruleSet: RuleSet): string[] {
  const text = JSON.stringify(ruleSet);
  const parts: string[] = [];
  for (let start = 0; start < text.length;) {
    const end = safeEnd(text, start);
    parts.push(text.slice(start, end));
    start = end;
  }
  return parts;
}

function safeEnd(text: string, start: number): number {
  const furthest = Math.min(start + longestPart, text.length);
  for (let end = furthest; end > start; end--)
    if (end === text.length || !/\s|^[\uD800-\uDBFF]/.test(text.slice(end - 1, end + 1))) return end;
  return furthest;
}
