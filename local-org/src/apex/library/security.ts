import type { ApexEnumValue } from '../runtime/index.ts';
import { ApexList, ApexMap, ApexSet, NoAccessException, NullPointerException, SObject } from '../runtime/index.ts';
import type { Access } from '../../security/types.ts';
import { apex } from '../runtime/transaction.ts';
import { apexClass } from './declare.ts';

/** `SObjectAccessDecision`: the records without what the user may not see or set. */
class AccessDecision {
  readonly apexType = 'SObjectAccessDecision';
  readonly records: ApexList;
  readonly removed = new Map<string, Set<string>>();
  readonly modified = new Set<number>();

  constructor(records: ApexList) {
    this.records = records;
  }
}

type Right = (access: Access, object: string) => boolean;
type FieldRight = (access: Access, object: string, field: string) => boolean;

const OBJECT_RIGHTS: Readonly<Record<string, Right>> = {
  READABLE: (access, object) => access.object(object).read,
  CREATABLE: (access, object) => access.object(object).create,
  UPDATABLE: (access, object) => access.object(object).edit,
  UPSERTABLE: (access, object) => access.object(object).create && access.object(object).edit
};
const readable: FieldRight = (access, object, field) => access.fieldReadable(object, field);
const editable: FieldRight = (access, object, field) => access.fieldEditable(object, field);

function strip(type: ApexEnumValue, source: ApexList | null, enforceRoot: boolean | null): AccessDecision {
  if (source === null) throw new NullPointerException('Argument 2 cannot be null');
  const access = apex().transaction.access();
  const fieldRight = type.name === 'READABLE' ? readable : editable;
  const decision = new AccessDecision(new ApexList(source.elementType));
  source.items.forEach((record, index) => {
    if (!(record instanceof SObject)) throw new NullPointerException();
    if (enforceRoot !== false && OBJECT_RIGHTS[type.name]?.(access, record.object.name) !== true) {
      throw new NoAccessException(`No access to entity: ${record.object.name}`);
    }
    decision.records.items.push(stripped(record, index, access, fieldRight, decision));
  });
  return decision;
}

function stripped(
  record: SObject,
  index: number,
  access: Access,
  fieldRight: FieldRight,
  decision: AccessDecision
): SObject {
  const copy = new SObject(record.object, record.queried);
  const object = record.object.name;
  const note = (name: string): void => {
    decision.modified.add(index);
    const names = decision.removed.get(object) ?? new Set<string>();
    decision.removed.set(object, names.add(name));
  };
  for (const [name, value] of record.values) {
    if (name === 'Id' || fieldRight(access, object, name)) copy.values.set(name, value);
    else note(name);
  }
  for (const [name, parent] of record.parents) {
    const field = record.relationship(name);
    if (!fieldRight(access, object, field.name)) note(field.name);
    else copy.parents.set(name, parent === null ? null : stripped(parent, index, access, fieldRight, decision));
  }
  for (const [name, list] of record.childLists) {
    if (!access.object(list.elementType).read) {
      note(name);
      continue;
    }
    const rows = list.items
      .filter((row) => row instanceof SObject)
      .map((row) => stripped(row, index, access, fieldRight, decision));
    copy.childLists.set(name, new ApexList(list.elementType, rows));
  }
  return copy;
}

export const securityTypes = [
  apexClass('Security', {
    'static SObjectAccessDecision stripInaccessible(AccessType type, List<SObject> records)': (
      type: ApexEnumValue,
      records: ApexList | null
    ) => strip(type, records, true),
    'static SObjectAccessDecision stripInaccessible(AccessType type, List<SObject> records, Boolean enforceRootObjectCrud)':
      strip
  }),
  apexClass('SObjectAccessDecision', {
    'List<SObject> getRecords()': (self: AccessDecision) => self.records,
    'Map<String,Set<String>> getRemovedFields()': (self: AccessDecision) =>
      new ApexMap(
        'String',
        'Set<String>',
        Array.from(self.removed, ([object, fields]) => [object, new ApexSet('String', fields)])
      ),
    'Set<Integer> getModifiedIndexes()': (self: AccessDecision) => new ApexSet('Integer', self.modified)
  })
];
