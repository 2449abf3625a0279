import type { ApexEnumValue } from '../runtime/index.ts';
import {
  ApexDecimal,
  ApexDouble,
  isNumeric,
  MathException,
  NullPointerException,
  toDecimal,
  toId,
  toNumber,
  TypeException,
  type Numeric
} from '../runtime/index.ts';
import type { RoundingMode } from '../runtime/decimal.ts';
import { apex } from '../runtime/transaction.ts';
import { userLocale } from '../runtime/user.ts';
import { apexClass, apexEnum } from './declare.ts';
import { SObjectType } from '../runtime/tokens.ts';
import { withoutNulls } from './nulls.ts';

const INTEGER = 2 ** 31;

/** A whole number of 32 bits from a text. @throws TypeException */
function parseInteger(text: string): number {
  const value = /^[+-]?\d+$/.test(text.trim()) ? Number(text) : NaN;
  if (Number.isNaN(value) || value >= INTEGER || value < -INTEGER) throw new TypeException(`Invalid integer: ${text}`);
  return value;
}

function parseLong(text: string): bigint {
  if (!/^[+-]?\d+$/.test(text.trim())) throw new TypeException(`Invalid long: ${text}`);
  return BigInt(text.trim().replace('+', ''));
}

function parseDouble(text: string): ApexDouble {
  const value = text.trim() === '' ? NaN : Number(text);
  if (Number.isNaN(value)) throw new TypeException(`Invalid double: ${text}`);
  return new ApexDouble(value);
}

/** `valueOf` of a number's class: from a text, or from a number in an Object. */
function numberFrom<T>(parse: (text: string) => T, convert: (value: Numeric) => T, type: string) {
  return (value: unknown): T => {
    if (value === null) throw new NullPointerException('Argument cannot be null.');
    if (typeof value === 'string') return parse(value);
    if (isNumeric(value)) return convert(value);
    throw new TypeException(`Invalid conversion from runtime type to ${type}`);
  };
}

const toInteger = (value: Numeric): number => Number(BigInt.asIntN(32, toBig(value)));
const toBig = (value: Numeric): bigint => {
  if (typeof value === 'bigint') return value;
  return value instanceof ApexDecimal ? value.toBigInt() : BigInt(Math.trunc(toNumber(value)));
};
const toLong = (value: Numeric): bigint => BigInt.asIntN(64, toBig(value));
const toDouble = (value: Numeric): ApexDouble =>
  value instanceof ApexDouble ? value : new ApexDouble(toNumber(value));
const local = (value: Numeric, digits: number): string =>
  new Intl.NumberFormat(userLocale(), { maximumFractionDigits: digits }).format(toNumber(value));
const modeOf = (mode: ApexEnumValue): RoundingMode => mode.name as RoundingMode;

const integerType = apexClass('Integer', {
  'static Integer valueOf(Object value)': numberFrom(parseInteger, toInteger, 'Integer'),
  'String format()': (self: number) => local(self, 0),
  'Integer intValue()': (self: number) => self,
  'Long longValue()': (self: number) => BigInt(self),
  'Double doubleValue()': (self: number) => new ApexDouble(self)
});

const longType = apexClass('Long', {
  'static Long valueOf(Object value)': numberFrom(parseLong, toLong, 'Long'),
  'String format()': (self: bigint) => local(self, 0),
  'Integer intValue()': (self: bigint) => Number(BigInt.asIntN(32, self)),
  'Double doubleValue()': (self: bigint) => new ApexDouble(Number(self))
});

const doubleType = apexClass('Double', {
  'static Double valueOf(Object value)': numberFrom(parseDouble, toDouble, 'Double'),
  'String format()': (self: ApexDouble) => local(self, 3),
  'Integer intValue()': toInteger,
  'Long longValue()': toLong,
  'Decimal decimalValue()': toDecimal,
  'Long round()': (self: ApexDouble) => toDecimal(self).setScale(0).toBigInt()
});

const decimalType = apexClass(
  'Decimal',
  withoutNulls({
    'static Decimal valueOf(Object value)': numberFrom((text) => ApexDecimal.parse(text), toDecimal, 'Decimal'),
    'Decimal abs()': (self: ApexDecimal) => self.abs(),
    'Decimal divide(Decimal divisor, Integer scale)': (self: ApexDecimal, divisor: ApexDecimal, scale: number) =>
      self.divideTo(divisor, scale),
    'Decimal divide(Decimal divisor, Integer scale, RoundingMode mode)': (
      self: ApexDecimal,
      divisor: ApexDecimal,
      scale: number,
      mode: ApexEnumValue
    ) => self.divideTo(divisor, scale, modeOf(mode)),
    'Double doubleValue()': toDouble,
    'String format()': (self: ApexDecimal) => local(self, 3),
    'Integer intValue()': toInteger,
    'Long longValue()': toLong,
    'Decimal pow(Integer exponent)': (self: ApexDecimal, exponent: number) => {
      if (exponent < 0 || exponent > 32_767)
        throw new MathException('Invalid argument: exponent must be between 0 and 32,767');
      let result = ApexDecimal.ofInteger(1);
      for (let i = 0; i < exponent; i++) result = result.multiply(self);
      return result;
    },
    'Integer precision()': (self: ApexDecimal) => self.precision(),
    'Integer scale()': (self: ApexDecimal) => self.scale,
    'Long round()': (self: ApexDecimal) => self.setScale(0).toBigInt(),
    'Long round(RoundingMode mode)': (self: ApexDecimal, mode: ApexEnumValue) =>
      self.setScale(0, modeOf(mode)).toBigInt(),
    'Decimal setScale(Integer scale)': (self: ApexDecimal, scale: number) => self.setScale(scale),
    'Decimal setScale(Integer scale, RoundingMode mode)': (self: ApexDecimal, scale: number, mode: ApexEnumValue) =>
      self.setScale(scale, modeOf(mode)),
    'Decimal stripTrailingZeros()': (self: ApexDecimal) => self.stripZerosTo(0),
    'String toPlainString()': (self: ApexDecimal) => self.toPlainString()
  })
);

const booleanType = apexClass('Boolean', {
  'static Boolean valueOf(Object value)': (value: unknown) => {
    if (value === null) throw new NullPointerException('Argument cannot be null.');
    if (typeof value === 'boolean') return value;
    if (typeof value === 'string') return value.toLowerCase() === 'true';
    throw new TypeException('Invalid conversion from runtime type to Boolean');
  }
});

const idType = apexClass('Id', {
  'static Id valueOf(String text)': toId,
  'static Id valueOf(String text, Boolean restoreCasing)': (text: string | null) => toId(text),
  'String to15()': (self: string) => self.slice(0, 15),
  'Schema.SObjectType getSObjectType()': (self: string) => {
    const object = apex().org.schema.objectOfId(self);
    if (object === undefined) throw new TypeException(`Cannot locate Apex Type for ID: ${self}`);
    return new SObjectType(object.name);
  }
});

const roundingType = apexEnum('RoundingMode', [
  'CEILING',
  'DOWN',
  'FLOOR',
  'HALF_DOWN',
  'HALF_EVEN',
  'HALF_UP',
  'UNNECESSARY',
  'UP'
]);

export const numberTypes = [integerType, longType, doubleType, decimalType, booleanType, idType, roundingType];
