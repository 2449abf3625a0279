import type { FieldValue, ResultRow } from '../../row.ts';
import type { ObjectDef } from '../../schema/types.ts';
import { ApexMap } from './collections.ts';
import { normalizeId } from './ids.ts';
import { sobjectOfResult } from './rows.ts';
import { SObject } from './sobject.ts';
import { apex } from './transaction.ts';
import { currentUser } from './user.ts';

/** Rows of custom metadata and custom settings: read without counting as queries. A test sees no settings but its own. */
function rowsOf(object: ObjectDef): readonly ResultRow[] {
  const { org, test } = apex();
  const fields = Array.from(object.fields.values(), (field) => field.name).join(', ');
  const isolation = test?.hiddenUpTo === undefined ? {} : { hiddenUpTo: test.hiddenUpTo };
  return org.soql.query(`SELECT ${fields} FROM ${object.name}`, { access: 'system', ...isolation }).rows;
}

function all(name: string, key: string): ApexMap {
  const object = apex().object(name);
  const map = new ApexMap('String', object.name, [], (text) => String(text).toLowerCase());
  for (const row of rowsOf(object)) map.put(String(row.values[key] as FieldValue), sobjectOfResult(row));
  return map;
}

/** By name, or by id where the text is one. */
function one(name: string, key: string, text: string | null): SObject | null {
  const object = apex().object(name);
  const id = text === null ? undefined : normalizeId(text);
  const wanted = text?.toLowerCase();
  const row = rowsOf(object).find((each) => {
    const value = String(each.values[key] as FieldValue).toLowerCase();
    return value === wanted || (id !== undefined && each.values['Id'] === id);
  });
  return row === undefined ? null : sobjectOfResult(row);
}

/** The values of a hierarchy setting for an owner: a user, a profile or the organization. */
function ofOwner(object: ObjectDef, owner: string | null): SObject | undefined {
  const row = owner === null ? undefined : rowsOf(object).find((each) => each.values['SetupOwnerId'] === owner);
  return row === undefined ? undefined : sobjectOfResult(row);
}

/** The merged values for a user: the user's own, else the profile's, else the organization's, field by field. */
function hierarchy(object: ObjectDef): SObject {
  const { organization } = apex().org;
  const owners = [apex().transaction.userId, currentUser().text('ProfileId'), organization.id];
  const merged = new SObject(object);
  for (const owner of owners) {
    for (const [field, value] of ofOwner(object, owner)?.values ?? []) {
      if ((merged.values.get(field) ?? null) === null) merged.values.set(field, value);
    }
  }
  return merged;
}

export const settingOperations = {
  allMetadata: (name: string) => all(name, 'DeveloperName'),
  oneMetadata: (name: string, text: string | null) => one(name, 'DeveloperName', text),
  allSetting: (name: string) => all(name, 'Name'),
  oneSetting(name: string, text?: string | null): SObject | null {
    const object = apex().object(name);
    if (object.customSettingsType === 'List') return one(name, 'Name', text ?? null);
    return text === undefined ? hierarchy(object) : (ofOwner(object, text) ?? null);
  },
  valuesOfSetting(name: string, text: string | null): SObject | null {
    const object = apex().object(name);
    return object.customSettingsType === 'List' ? one(name, 'Name', text) : (ofOwner(object, text) ?? null);
  },
  orgDefaults(name: string): SObject {
    const object = apex().object(name);
    return ofOwner(object, apex().org.organization.id) ?? new SObject(object);
  }
};
