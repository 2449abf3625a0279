import { quote, type Place, type Value } from '../emit/value.ts';
import type { FieldDef, ObjectDef } from '../../schema/types.ts';
import { apexTypeOfField } from '../runtime/fields.ts';
import type { At } from './ast.ts';
import type { Body } from './body.ts';
import { Fault } from './parser.ts';
import type { Type } from './types.ts';
import type { World } from './world.ts';

interface Named extends At {
  readonly name: string;
}

/** What a record behind a polymorphic lookup shows without a cast. */
const NAME_FIELDS = new Map(
  ['Name', 'FirstName', 'LastName', 'Email', 'Phone', 'MobilePhone', 'Title', 'Type', 'Alias', 'Username'].map(
    (name) => [name.toLowerCase(), name]
  )
);

/** A field, parent or child list of a record. */
export function sobjectMember(body: Body, value: Value, node: Named): Value {
  const { object } = value.type;
  const key = node.name.toLowerCase();
  if (object === undefined) {
    if (key === 'id') return fieldOf(body, value, 'Id', body.world.primitive('Id'));
    const known = value.type.name === 'Name' ? NAME_FIELDS.get(key) : undefined;
    if (known !== undefined) return fieldOf(body, value, known, body.world.primitive('String'));
    throw new Fault(node, `Variable does not exist: ${node.name}`);
  }
  const field = object.fields.get(key);
  if (field !== undefined) return fieldOf(body, value, field.name, body.world.named(apexTypeOfField(field)));
  const lookup = lookupOf(object, key);
  if (lookup !== undefined) return parentOf(body, value, lookup);
  const child = object.childRelationships.find(({ relationshipName }) => relationshipName?.toLowerCase() === key);
  const type = child && body.world.sobject(child.childObject);
  if (type !== undefined && child?.relationshipName !== undefined) {
    return { type: body.world.list(type), js: `${value.js}.children(${quote(child.relationshipName)})`, nonNull: true };
  }
  throw new Fault(node, `Variable does not exist: ${node.name}`);
}

/** The lookup field whose parent a relationship name reads. */
export function lookupOf(object: ObjectDef, relationship: string): FieldDef | undefined {
  const key = relationship.toLowerCase();
  for (const field of object.fields.values())
    if (field.reference?.relationshipName?.toLowerCase() === key) return field;
  return undefined;
}

/** The type of the record behind a lookup. */
export function parentType(world: World, field: FieldDef): Type {
  const [only] = field.reference?.to ?? [];
  const single = field.reference?.to.length === 1 && only !== undefined ? world.sobject(only) : undefined;
  return single ?? world.polymorphic;
}

function fieldOf(body: Body, value: Value, name: string, type: Type): Value {
  const place: Place = {
    parts: [value.js],
    read: ([self = '']) => `${self}.get(${quote(name)})`,
    write: ([self = ''], assigned) => `${body.operation('setField')}(${self},${quote(name)},${assigned})`
  };
  return { type, js: place.read(place.parts), place };
}

function parentOf(body: Body, value: Value, lookup: FieldDef): Value {
  const name = quote(lookup.reference?.relationshipName ?? lookup.name);
  const place: Place = {
    parts: [value.js],
    read: ([self = '']) => `${self}.parent(${name})`,
    write: ([self = ''], assigned) => `${body.operation('setParent')}(${self},${name},${assigned})`
  };
  return { type: parentType(body.world, lookup), js: place.read(place.parts), place };
}

/** `Account.SObjectType`, `Account.Name`: tokens of the describe. */
export function sobjectStatic(body: Body, type: Type, node: Named): Value | undefined {
  const { object } = type;
  if (object === undefined) return undefined;
  const key = node.name.toLowerCase();
  if (key === 'sobjecttype') return objectToken(body, object);
  const field = object.fields.get(key) ?? lookupOf(object, key);
  return field && fieldToken(body, object, field);
}

export function objectToken(body: Body, object: ObjectDef): Value {
  return {
    type: body.world.named('Schema.SObjectType'),
    js: body.hoists.constant(`$.objectToken(${quote(object.name)})`),
    nonNull: true
  };
}

export function fieldToken(body: Body, object: ObjectDef, field: FieldDef): Value {
  return {
    type: body.world.named('Schema.SObjectField'),
    js: body.hoists.constant(`$.fieldToken(${quote(object.name)},${quote(field.name)})`),
    nonNull: true
  };
}
