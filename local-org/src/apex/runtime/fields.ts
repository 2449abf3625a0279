import type { FieldDef, ObjectDef } from '../../schema/types.ts';
import type { TypeName } from '../library/types.ts';
import { ApexBlob } from './blob.ts';
import { ApexDate, ApexDatetime, ApexTime } from './dates.ts';
import { ApexDecimal } from './decimal.ts';
import { isNumeric, toDecimal } from './equality.ts';
import { SObjectException } from './exceptions.ts';
import { toId } from './ids.ts';
import { typeOf } from './typing.ts';

/** The Apex type of a field's values. */
export function apexTypeOfField(field: FieldDef): TypeName {
  switch (field.type) {
    case 'id':
    case 'reference':
      return 'Id';
    case 'boolean':
      return 'Boolean';
    case 'int':
      return 'Integer';
    case 'long':
      return 'Long';
    case 'double':
    case 'currency':
    case 'percent':
      return 'Decimal';
    case 'date':
      return 'Date';
    case 'datetime':
      return 'Datetime';
    case 'time':
      return 'Time';
    case 'base64':
      return 'Blob';
    case 'address':
      return 'System.Address';
    default:
      return 'String';
  }
}

/** The field of an object by its name in any case. @throws SObjectException as `put` and `get` do */
export function fieldOf(object: ObjectDef, name: string): FieldDef {
  const field = object.fields.get(name.toLowerCase());
  if (field === undefined) throw new SObjectException(`Invalid field ${name} for ${object.name}`);
  return field;
}

/** A value of any type made one of the field's type. @throws SObjectException where Apex refuses it */
export function coerceToField(field: FieldDef, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  const type = apexTypeOfField(field);
  const coerced = coerce(type, value);
  if (coerced === undefined) throw new SObjectException(`Illegal assignment from ${typeOf(value)} to ${type}`);
  return coerced;
}

function coerce(type: TypeName, value: unknown): unknown {
  switch (type) {
    case 'Id':
      return typeof value === 'string' ? (value === '' ? null : toId(value)) : undefined;
    case 'String':
      return typeof value === 'string' ? value : undefined;
    case 'Boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'Integer':
      return typeof value === 'number' ? value : undefined;
    case 'Long':
      return typeof value === 'number' ? BigInt(value) : typeof value === 'bigint' ? value : undefined;
    case 'Decimal':
      return value instanceof ApexDecimal ? value : isNumeric(value) ? toDecimal(value) : undefined;
    case 'Date':
      return value instanceof ApexDate ? value : undefined;
    case 'Datetime':
      if (value instanceof ApexDate) return new ApexDatetime(value.milliseconds);
      return value instanceof ApexDatetime ? value : undefined;
    case 'Time':
      return value instanceof ApexTime ? value : undefined;
    case 'Blob':
      return value instanceof ApexBlob ? value : undefined;
    default:
      return undefined;
  }
}
