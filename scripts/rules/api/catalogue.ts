import type { Connection } from 'jsforce';
import { z } from 'zod';
import type { Catalogue, CatalogueField, Named } from '../../../force-app/routing/lwc/yetiRuleSet/types.ts';

const described = z.object({
  fields: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      type: z.string(),
      relationshipName: z.string().nullable(),
      referenceTo: z.array(z.string()).nullable(),
      picklistValues: z
        .array(z.object({ value: z.string(), label: z.string().nullable(), active: z.boolean() }))
        .nullish()
    })
  )
});

type Described = z.output<typeof described>['fields'];

const numbers = new Set(['double', 'int', 'long', 'currency', 'percent']);
const types: Readonly<Record<string, CatalogueField['type']>> = {
  picklist: 'picklist',
  combobox: 'picklist',
  multipicklist: 'multipicklist',
  boolean: 'boolean',
  date: 'date',
  datetime: 'datetime',
  time: 'time'
};

/** What a case tells the rules about itself: these are no fields. */
const facts: readonly CatalogueField[] = [
  { path: '$now.time', label: 'Time of day', type: 'time' },
  { path: '$now.weekday', label: 'Day of the week', type: 'text' },
  { path: '$case.ageMinutes', label: 'Age in minutes', type: 'number' },
  { path: '$case.silenceMinutes', label: 'Silence in minutes', type: 'number' },
  { path: '$thread.channel', label: 'Channel of the thread', type: 'text' },
  { path: '$thread.authentication', label: 'Authentication of the thread', type: 'text' }
];

/** What an org has that rules can name. Of its fields only those are looked up that the paths name. */
export async function catalogueOf(connection: Connection, paths: readonly string[]): Promise<Catalogue> {
  const fields: CatalogueField[] = [...facts];
  const known = new Map<string, Promise<Described>>();
  const describe = (object: string) => {
    const fetched = known.get(object) ?? describeObject(connection, object);
    known.set(object, fetched);
    return fetched;
  };
  for (const path of new Set(paths.filter((each) => !each.startsWith('$')))) {
    const field = await fieldAt(describe, path);
    if (field !== undefined) fields.push(field);
  }
  return { fields, skills: await skillsOf(connection), queues: await queuesOf(connection) };
}

/** The skills of an org; none where Omni-Channel is off. */
export async function skillsOf(connection: Connection): Promise<Named[]> {
  const { records } = await connection.query<{ DeveloperName: string; MasterLabel: string }>(
    'SELECT DeveloperName, MasterLabel FROM Skill ORDER BY DeveloperName'
  );
  return records.map(({ DeveloperName, MasterLabel }) => ({ name: DeveloperName, label: MasterLabel }));
}

async function queuesOf(connection: Connection): Promise<Named[]> {
  const { records } = await connection.query<{ DeveloperName: string; Name: string }>(
    "SELECT DeveloperName, Name FROM Group WHERE Type = 'Queue' ORDER BY DeveloperName"
  );
  return records.map(({ DeveloperName, Name }) => ({ name: DeveloperName, label: Name }));
}

/** Walks `Contact.Account.Name` from the case. */
async function fieldAt(
  describe: (object: string) => Promise<Described>,
  path: string
): Promise<CatalogueField | undefined> {
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  let object = 'Case';
  for (const step of steps) {
    const parent = (await describe(object)).find(({ relationshipName }) => isSame(relationshipName, step));
    const [target] = parent?.referenceTo ?? [];
    if (target === undefined) return undefined;
    object = target;
  }
  const field = (await describe(object)).find(({ name }) => isSame(name, last));
  if (field === undefined) return undefined;
  const values = (field.picklistValues ?? [])
    .filter(({ active }) => active)
    .map(({ value, label }) => ({ value, label: label ?? value }));
  return {
    path,
    label: field.label,
    type: numbers.has(field.type) ? 'number' : (types[field.type] ?? 'text'),
    ...(values.length === 0 ? {} : { values })
  };
}

async function describeObject(connection: Connection, object: string): Promise<Described> {
  return described.parse(await connection.sobject(object).describe()).fields;
}

function isSame(name: string | null, other: string): boolean {
  return name?.toLowerCase() === other.toLowerCase();
}
