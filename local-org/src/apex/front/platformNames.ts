import { quote, type Place, type Value } from '../emit/value.ts';
import type { At, Expr } from './ast.ts';
import type { Body } from './body.ts';
import { Fault } from './parser.ts';
import { fieldToken, objectToken } from './sobjects.ts';
import type { Type } from './types.ts';

interface Named extends At {
  readonly name: string;
}

/** Names the platform gives a meaning of its own: the trigger's variables, labels, describes. */
export function platformName(body: Body, text: string, node: Named): Value | undefined {
  const lower = text.toLowerCase();
  if (lower.startsWith('trigger.')) return triggerVariable(body, node);
  const label = /^(?:system\.)?label\.(?:c\.)?(\w+)$/i.exec(text)?.[1];
  if (label !== undefined && label.toLowerCase() !== 'c') return customLabel(body, label, node);
  const described = /^(?:schema\.)?sobjecttype\.(\w+)$/i.exec(text)?.[1];
  if (described !== undefined) return describeOf(body, described);
  return undefined;
}

/** `Schema.SObjectType.Account.fields.Name` */
export function describedField(body: Body, node: Extract<Expr, { kind: 'member' }>): Value | undefined {
  if (node.target.kind !== 'member' || node.target.name.toLowerCase() !== 'fields') return undefined;
  const described = /^(?:schema\.)?sobjecttype\.(\w+)$/i.exec(dotted(node.target.target) ?? '')?.[1];
  return described === undefined ? undefined : describeOfField(body, described, node);
}

function dotted(node: Expr): string | undefined {
  if (node.kind === 'name') return node.name;
  const left = node.kind === 'member' ? dotted(node.target) : undefined;
  return left === undefined || node.kind !== 'member' ? undefined : `${left}.${node.name}`;
}

const TRIGGER_FLAGS = ['isExecuting', 'isBefore', 'isAfter', 'isInsert', 'isUpdate', 'isDelete', 'isUndelete'];

function triggerVariable(body: Body, node: Named): Value {
  const { world } = body;
  const row = body.trigger ?? world.generalSObject;
  const key = node.name.toLowerCase();
  const read = (type: Type, name: string): Value => ({ type, js: `${body.operation('trigger')}(${quote(name)})` });
  const flag = TRIGGER_FLAGS.find((name) => name.toLowerCase() === key);
  if (flag !== undefined) return { ...read(world.primitive('Boolean'), flag), nonNull: true };
  if (key === 'size') return { ...read(world.primitive('Integer'), 'size'), nonNull: true };
  if (key === 'new' || key === 'old') return read(world.list(row), key);
  if (key === 'newmap') return read(world.generic('Map', [world.primitive('Id'), row]), 'newMap');
  if (key === 'oldmap') return read(world.generic('Map', [world.primitive('Id'), row]), 'oldMap');
  if (key === 'operationtype') return read(world.named('TriggerOperation'), 'operationType');
  throw new Fault(node, `Variable does not exist: Trigger.${node.name}`);
}

function customLabel(body: Body, name: string, node: Named): Value {
  const label = Array.from(body.world.schema.labels.values()).find(
    (one) => one.name.toLowerCase() === name.toLowerCase()
  );
  if (label === undefined) throw new Fault(node, `External string does not exist: ${name}`);
  return {
    type: body.world.primitive('String'),
    js: `${body.operation('label')}(${quote(label.name)})`,
    nonNull: true
  };
}

function describeOf(body: Body, name: string): Value | undefined {
  const object = body.world.schema.object(name);
  if (object === undefined) return undefined;
  return {
    type: body.world.named('Schema.DescribeSObjectResult'),
    js: `${body.operation('describeObject')}(${objectToken(body, object).js})`,
    nonNull: true
  };
}

function describeOfField(body: Body, objectName: string, node: Named): Value | undefined {
  const object = body.world.schema.object(objectName);
  if (object === undefined) return undefined;
  const field = object.fields.get(node.name.toLowerCase());
  if (field === undefined) throw new Fault(node, `Variable does not exist: ${node.name}`);
  return {
    type: body.world.named('Schema.DescribeFieldResult'),
    js: `${body.operation('describeField')}(${fieldToken(body, object, field).js})`,
    nonNull: true
  };
}

/** A static property or an enum value of a platform class. */
export function platformStatic(body: Body, type: Type, name: string): Value | undefined {
  const { library } = type;
  if (library === undefined) return undefined;
  const key = name.toLowerCase();
  const value = library.values.find((one) => one.toLowerCase() === key);
  if (value !== undefined) {
    return { type, js: body.hoists.constant(`$.enumValue(${quote(library.name)},${quote(value)})`), nonNull: true };
  }
  const found = library.members.find((one) => one.kind === 'property' && one.static && one.name.toLowerCase() === key);
  if (found === undefined) return undefined;
  const read = `${body.hoists.member(library, found)}()`;
  const place: Place = {
    parts: [],
    read: () => read,
    write: (_, assigned) => `${body.operation('setStatic')}(${body.hoists.setter(library, found)},${assigned})`
  };
  return { type: body.world.named(found.type), js: read, ...(found.set === undefined ? {} : { place }) };
}
