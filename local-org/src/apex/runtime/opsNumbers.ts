import { ApexDate, ApexDatetime, ApexTime } from './dates.ts';
import { ApexDecimal } from './decimal.ts';
import { ApexDouble } from './double.ts';
import { toDecimal, toNumber, type Numeric } from './equality.ts';
import { MathException } from './exceptions.ts';

/** Arithmetic and conversions of numbers as the emitted code calls them. Where null can come in, null comes out. */
export const numberOperations = {
  decimal: (text: string) => ApexDecimal.parse(text),
  double: (text: string) => new ApexDouble(Number(text)),

  divideIntegers(a: number, b: number): number {
    if (b === 0) throw new MathException('Divide by 0');
    return (a / b) | 0;
  },
  divideLongs(a: bigint, b: bigint): bigint {
    if (b === 0n) throw new MathException('Divide by 0');
    return BigInt.asIntN(64, a / b);
  },
  addDoubles: (a: ApexDouble, b: ApexDouble) => new ApexDouble(a.value + b.value),
  subtractDoubles: (a: ApexDouble, b: ApexDouble) => new ApexDouble(a.value - b.value),
  multiplyDoubles: (a: ApexDouble, b: ApexDouble) => new ApexDouble(a.value * b.value),
  divideDoubles(a: ApexDouble, b: ApexDouble): ApexDouble {
    if (b.value === 0) throw new MathException('Divide by 0');
    return new ApexDouble(a.value / b.value);
  },
  negateDouble: (a: ApexDouble) => new ApexDouble(-a.value),
  shiftLong(a: bigint, operator: string, by: number): bigint {
    const bits = BigInt(by & 63);
    if (operator === '<<') return BigInt.asIntN(64, a << bits);
    return operator === '>>' ? a >> bits : BigInt.asIntN(64, BigInt.asUintN(64, a) >> bits);
  },

  widenToLong: (value: number | null) => (value === null ? null : BigInt(value)),
  widenToDouble: (value: Numeric | null) => (value === null ? null : new ApexDouble(toNumber(value))),
  widenToDecimal: (value: Numeric | null) => (value === null ? null : toDecimal(value)),
  narrowToInteger: (value: Numeric | null) => (value === null ? null : Number(BigInt.asIntN(32, whole(value)))),
  narrowToLong: (value: Numeric | null) => (value === null ? null : BigInt.asIntN(64, whole(value))),
  narrowToDouble: (value: Numeric | null) => (value === null ? null : new ApexDouble(toNumber(value))),
  narrowToDecimal: (value: Numeric | null) => (value === null ? null : toDecimal(value)),

  dateAsDatetime: (value: ApexDate | ApexDatetime | null) =>
    value instanceof ApexDate ? new ApexDatetime(value.milliseconds) : value,
  shiftDate: (date: ApexDate, days: Numeric, sign: number) => date.addDays(sign * Math.trunc(toNumber(days))),
  shiftDatetime: (time: ApexDatetime, days: Numeric, sign: number) =>
    new ApexDatetime(time.milliseconds + sign * Math.round(toNumber(days) * 86_400_000)),
  shiftTime: (time: ApexTime, milliseconds: Numeric, sign: number) =>
    new ApexTime(time.milliseconds + sign * toNumber(milliseconds)),
  compareTimes: (a: { readonly milliseconds: number }, b: { readonly milliseconds: number }) =>
    a.milliseconds - b.milliseconds
};

/** A number without its fraction. */
function whole(value: Numeric): bigint {
  if (typeof value === 'bigint') return value;
  if (value instanceof ApexDecimal) return value.toBigInt();
  return BigInt(Math.trunc(toNumber(value)));
}
