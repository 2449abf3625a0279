import type { Place, Value } from '../emit/value.ts';
import type { At } from './ast.ts';
import type { Body } from './body.ts';
import { Fault } from './parser.ts';
import { annotated } from './readModifiers.ts';
import type { ClassSymbol, FieldSymbol } from './symbols.ts';

/** A field or property of an instance. `receiver` is JavaScript; a null one fails by itself. */
export function fieldOfClass(body: Body, receiver: string, field: FieldSymbol, at: At): Value {
  return fieldValue(body, receiver, field, at);
}

/** A static field or property. */
export function staticField(body: Body, field: FieldSymbol, at: At): Value {
  return fieldValue(body, body.statics(field.owner), field, at);
}

function fieldValue(body: Body, receiver: string, field: FieldSymbol, at: At): Value {
  const testVisible = annotated(field.modifiers, 'testvisible');
  if (!body.sees(field.owner, field.visibility, testVisible))
    throw new Fault(at, `Variable is not visible: ${field.name}`);
  const writable = body.sees(field.owner, field.writeVisibility, testVisible) && mayAssign(body, field);
  const { getter, setter, property } = field;
  const isProperty = field.decl.kind === 'property';
  const read = (self: string): string =>
    getter?.body !== undefined && !insideAccessor(body, field) ? `${self}.get${property}()` : `${self}.${property}`;
  const place: Place = {
    parts: [receiver],
    read: ([self = '']) => read(self),
    write: ([self = ''], value) =>
      setter?.body !== undefined && !insideAccessor(body, field)
        ? `${self}.set${property}(${value})`
        : `${self}.${property}=${value}`
  };
  if (isProperty && getter === undefined && setter === undefined)
    throw new Fault(at, `Property has no accessor: ${field.name}`);
  return { type: field.type, js: read(receiver), ...(writable ? { place } : {}) };
}

/** Inside its own accessors a property's name means its stored value. */
function insideAccessor(body: Body, field: FieldSymbol): boolean {
  return body.accessorOf === field;
}

function mayAssign(body: Body, field: FieldSymbol): boolean {
  if (field.decl.kind === 'property' && field.setter === undefined) return insideAccessor(body, field);
  if (!field.final) return true;
  return field.owner === body.owner && (body.kind !== 'method' || body.accessorOf === field);
}

/** A value of a user's enum. */
export function findEnumValue(body: Body, symbol: ClassSymbol, name: string): Value | undefined {
  if (symbol.kind !== 'enum') return undefined;
  const value = symbol.decl.values.find((one) => one.text.toLowerCase() === name.toLowerCase());
  if (value === undefined) return undefined;
  return { type: symbol.type, js: `${classReference(body, symbol)}.${value.text}`, nonNull: true };
}

/** JavaScript of a class or an enum's values, its statics prepared. */
export function classReference(body: Body, symbol: ClassSymbol): string {
  const local = `C$${symbol.name.replaceAll('.', '$')}`;
  return symbol.top === body.owner.top ? local : `${body.statics(symbol)}.${local}`;
}
