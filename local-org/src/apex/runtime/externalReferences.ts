import type { FieldDef } from '../../schema/types.ts';
import { OrgError } from '../../errors.ts';
import { toFieldValue } from './rows.ts';
import { SObject } from './sobject.ts';
import { apex } from './transaction.ts';

/** `contact.Account = new Account(Key__c = 'x')`: a parent named by its external id instead of the lookup's value. */
interface Reference {
  readonly lookup: FieldDef;
  readonly parent: SObject;
  readonly key: FieldDef;
}

function referencesOf(record: SObject): Reference[] {
  if (record.queried || !record.hasRelatives) return [];
  const references: Reference[] = [];
  for (const [relationship, parent] of record.parents) {
    if (parent === null || parent.queried) continue;
    const lookup = record.relationship(relationship);
    const keys = Array.from(parent.values.keys(), (name) => parent.object.fields.get(name.toLowerCase())).filter(
      (field) => field?.externalId
    );
    const [key] = keys;
    if (key !== undefined && keys.length === 1 && (record.values.get(lookup.name) ?? null) === null)
      references.push({ lookup, parent, key });
  }
  return references;
}

/** Whether any of the records names a parent by an external id. */
export function haveReferences(records: readonly unknown[]): boolean {
  return records.some((record) => record instanceof SObject && referencesOf(record).length > 0);
}

/** Fills in the lookups that external ids stand for. @throws OrgError if no record has that key */
export function resolveReferences(record: SObject): void {
  for (const { lookup, parent, key } of referencesOf(record)) {
    const value = toFieldValue(parent.values.get(key.name));
    const { rows } = apex().org.soql.query(`SELECT Id FROM ${parent.object.name} WHERE ${key.name} = :value`, {
      access: 'system',
      binds: () => value
    });
    const [first] = rows;
    if (first?.id === undefined) {
      throw new OrgError(
        'INVALID_FIELD',
        `Foreign key external ID: ${String(value)} not found for field ${key.name} in entity ${parent.object.name}`
      );
    }
    record.values.set(lookup.name, first.id);
  }
}
