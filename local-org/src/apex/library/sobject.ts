import type { ApexMap, SObject } from '../runtime/index.ts';
import { ApexList, NullPointerException, SObjectException, textOf, toId } from '../runtime/index.ts';
import type { CloneOptions } from '../runtime/sobject.ts';
import { recordError } from '../runtime/saved.ts';
import type { SObjectField } from '../runtime/tokens.ts';
import { SObjectType } from '../runtime/tokens.ts';
import { apexClass } from './declare.ts';

function nameOf(field: string | SObjectField | null): string {
  if (field === null) throw new NullPointerException('Argument 1 cannot be null');
  return typeof field === 'string' ? field : field.name;
}

const get = (self: SObject, field: string | SObjectField | null): unknown => self.getByName(nameOf(field));
const put = (self: SObject, field: string | SObjectField | null, value: unknown): unknown =>
  self.putByName(nameOf(field), value);

/** The relationship that a lookup field or a relationship's name means. */
function relationship(self: SObject, field: string | SObjectField | null): string {
  const name = nameOf(field);
  return self.relationship(name).reference?.relationshipName ?? name;
}

const getSObject = (self: SObject, field: string | SObjectField | null): SObject | null =>
  self.parent(relationship(self, field));
const putSObject = (self: SObject, field: string | SObjectField | null, parent: SObject | null): SObject | null => {
  const name = relationship(self, field);
  const former = self.parents.get(name.toLowerCase()) ?? null;
  self.setParent(name, parent);
  return former;
};
const children = (self: SObject, name: string): ApexList | null => {
  if (!self.object.childRelationships.some((child) => child.relationshipName?.toLowerCase() === name.toLowerCase())) {
    throw new SObjectException(`Invalid relationship ${name} for ${self.object.name}`);
  }
  const list = self.children(name);
  return list.size === 0 ? null : list;
};

const clone = (
  self: SObject,
  preserveId: boolean | null = false,
  deep: boolean | null = false,
  preserveReadonlyTimestamps: boolean | null = false,
  preserveAutonumber: boolean | null = false
): SObject => {
  const options: CloneOptions = {
    preserveId: preserveId === true,
    deep: deep === true,
    preserveReadonlyTimestamps: preserveReadonlyTimestamps === true,
    preserveAutonumber: preserveAutonumber === true
  };
  return self.clone(options);
};

const message = (value: unknown): string => (value instanceof Error ? value.message : textOf(value));

const fieldError = (self: SObject, field: string | SObjectField, text: string): void => {
  self.addError(text, nameOf(field));
};

export const sobjectClass = apexClass('SObject', {
  'Object get(String field)': get,
  'Object get(Schema.SObjectField field)': get,
  'Object put(String field, Object value)': put,
  'Object put(Schema.SObjectField field, Object value)': put,
  'SObject getSObject(String relationship)': getSObject,
  'SObject getSObject(Schema.SObjectField field)': getSObject,
  'SObject putSObject(String relationship, SObject parent)': putSObject,
  'SObject putSObject(Schema.SObjectField field, SObject parent)': putSObject,
  'List<SObject> getSObjects(String relationship)': children,
  'Schema.SObjectType getSObjectType()': (self: SObject) => new SObjectType(self.object.name),
  'Map<String,Object> getPopulatedFieldsAsMap()': (self: SObject): ApexMap => self.populated(),
  'Boolean isSet(String field)': (self: SObject, field: string) => self.populated().has(nameOf(field)),
  'Boolean isSet(Schema.SObjectField field)': (self: SObject, field: SObjectField) => self.values.has(field.name),
  'void clear()': (self: SObject) => {
    self.values.clear();
    self.parents.clear();
    self.childLists.clear();
  },
  'SObject clone()': clone,
  'SObject clone(Boolean preserveId)': clone,
  'SObject clone(Boolean preserveId, Boolean deep)': clone,
  'SObject clone(Boolean preserveId, Boolean deep, Boolean preserveReadonlyTimestamps)': clone,
  'SObject clone(Boolean preserveId, Boolean deep, Boolean preserveReadonlyTimestamps, Boolean preserveAutonumber)':
    clone,
  'void addError(String message)': (self: SObject, text: string) => {
    self.addError(text);
  },
  'void addError(String message, Boolean escape)': (self: SObject, text: string) => {
    self.addError(text);
  },
  'void addError(Exception error)': (self: SObject, error: unknown) => {
    self.addError(message(error));
  },
  'void addError(String field, String message)': fieldError,
  'void addError(Schema.SObjectField field, String message)': fieldError,
  'Boolean hasErrors()': (self: SObject) => self.errors.length > 0,
  'List<Database.Error> getErrors()': (self: SObject) =>
    new ApexList(
      'Database.Error',
      self.errors.map((error) => recordError(error))
    ),
  'Boolean isClone()': (self: SObject) => self.cloned,
  'Id getCloneSourceId()': (self: SObject) => toId(self.cloneSource)
});
