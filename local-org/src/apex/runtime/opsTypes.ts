import { ApexList } from './collections.ts';
import { ApexDecimal } from './decimal.ts';
import { ApexDouble } from './double.ts';
import { isNumeric, toDecimal, toNumber } from './equality.ts';
import type { ApexException } from './exceptions.ts';
import {
  caught,
  NoSuchElementException,
  NullPointerException,
  platformExceptions,
  TypeException
} from './exceptions.ts';
import { isInstance } from './instances.ts';
import { ApexEnumValue } from './objects.ts';
import { apexFrames } from './stack.ts';
import { ApexType } from './tokens.ts';
import { typeOf } from './typing.ts';

/** Casts, type tests, catch blocks and enums as the emitted code calls them. */
export const typeOperations = {
  typeLiteral: (name: string) => new ApexType(name),
  tester: (type: string) => (value: unknown) => value !== null && isInstance(value, type),
  caster: (type: string) => (value: unknown) => {
    if (value === null || isInstance(value, type)) return widened(type, value);
    throw new TypeException(`Invalid conversion from runtime type ${typeOf(value)} to ${type}`);
  },
  /** Whether a catch block of that type takes an exception. */
  catcher(type: string): (thrown: ApexException) => boolean {
    const platform = platformExceptions.get(type.toLowerCase().replace(/^system\./, ''));
    return platform === undefined ? (thrown) => isInstance(thrown, type) : (thrown) => thrown instanceof platform;
  },
  caught: (thrown: unknown) => caught(asApexFault(thrown)),
  enumOf(type: string, names: readonly string[]): Readonly<Record<string, ApexEnumValue>> {
    return Object.fromEntries(names.map((name, ordinal) => [name, new ApexEnumValue(type, name, ordinal)]));
  },
  enumValues(values: Readonly<Record<string, ApexEnumValue>>): ApexList {
    const all = Object.values(values);
    return new ApexList(all[0]?.type ?? 'Object', all);
  },
  enumValueOf(values: Readonly<Record<string, ApexEnumValue>>, text: string | null): ApexEnumValue {
    return constantOf(Object.values(values), text);
  }
};

/** The constant of an enum by its name. @throws NoSuchElementException */
export function constantOf(values: readonly ApexEnumValue[], text: string | null): ApexEnumValue {
  if (text === null) throw new NullPointerException('Argument cannot be null.');
  const value = values.find((one) => one.name.toLowerCase() === text.toLowerCase());
  if (value === undefined) throw new NoSuchElementException(`No enum constant ${values[0]?.type ?? ''}.${text}`);
  return value;
}

/** A number in an Object may be cast to a wider one, and is then one of it. */
function widened(type: string, value: unknown): unknown {
  if (!isNumeric(value)) return value;
  if (type === 'Decimal') return value instanceof ApexDecimal ? value : toDecimal(value);
  if (type === 'Double') return value instanceof ApexDouble ? value : new ApexDouble(toNumber(value));
  return type === 'Long' && typeof value === 'number' ? BigInt(value) : value;
}

/**
 * The emitted code leaves the check of receivers to JavaScript: a TypeError thrown in an Apex line is a null de-reference there.
 * Thrown elsewhere it is a fault of ours and stays what it is.
 */
export function asApexFault(thrown: unknown): unknown {
  if (!(thrown instanceof TypeError) || !isInApex(thrown)) return thrown;
  const exception = new NullPointerException();
  exception.stack = `${exception.toString()}\n${(thrown.stack ?? '').split('\n').slice(1).join('\n')}`;
  return exception;
}

function isInApex(error: Error): boolean {
  const [, innermost = ''] = /\n(\s+at [^\n]+)/.exec(error.stack ?? '') ?? [];
  return apexFrames({ name: '', message: '', stack: innermost }).length > 0;
}
