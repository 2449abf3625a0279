import { ApexDecimal, ApexDouble, MathException, type Numeric, toDecimal, toNumber } from '../runtime/index.ts';
import type { RoundingMode } from '../runtime/decimal.ts';
import { apexClass, type Members } from './declare.ts';
import { withoutNulls } from './nulls.ts';

const double = (value: number): ApexDouble => new ApexDouble(value);
const decimal = (value: number): ApexDecimal => ApexDecimal.ofDouble(value);

/** A function of doubles, for Double and for Decimal. */
function both(name: string, work: (value: number) => number): Members {
  return {
    [`static Decimal ${name}(Decimal value)`]: (value: ApexDecimal) => decimal(finite(name, work(value.toNumber()))),
    [`static Double ${name}(Double value)`]: (value: ApexDouble) => double(work(value.value))
  };
}

function finite(name: string, value: number): number {
  if (!Number.isFinite(value)) throw new MathException(`Math.${name} has no result for this value`);
  return value;
}

/** `min`, `max` of each kind of number. */
function extreme(name: 'min' | 'max'): Members {
  const takesLeft = (order: number): boolean => (name === 'min' ? order <= 0 : order >= 0);
  return {
    [`static Integer ${name}(Integer left, Integer right)`]: (left: number, right: number) => Math[name](left, right),
    [`static Long ${name}(Long left, Long right)`]: (left: bigint, right: bigint) =>
      takesLeft(left < right ? -1 : left > right ? 1 : 0) ? left : right,
    [`static Double ${name}(Double left, Double right)`]: (left: ApexDouble, right: ApexDouble) =>
      double(Math[name](left.value, right.value)),
    [`static Decimal ${name}(Decimal left, Decimal right)`]: (left: ApexDecimal, right: ApexDecimal) =>
      takesLeft(left.compare(right)) ? left : right
  };
}

function whole(value: Numeric, mode: RoundingMode): bigint {
  return toDecimal(value).setScale(0, mode).toBigInt();
}

export const mathType = apexClass('Math', {
  'static Double random()': () => double(Math.random()),
  'static Double PI': () => double(Math.PI),
  'static Double E': () => double(Math.E),
  ...withoutNulls({
    'static Integer abs(Integer value)': (value: number) => Math.abs(value) | 0,
    'static Long abs(Long value)': (value: bigint) => (value < 0n ? -value : value),
    'static Double abs(Double value)': (value: ApexDouble) => double(Math.abs(value.value)),
    'static Decimal abs(Decimal value)': (value: ApexDecimal) => value.abs(),
    ...extreme('min'),
    ...extreme('max'),
    ...both('acos', Math.acos),
    ...both('asin', Math.asin),
    ...both('atan', Math.atan),
    ...both('cbrt', Math.cbrt),
    ...both('cos', Math.cos),
    ...both('cosh', Math.cosh),
    ...both('exp', Math.exp),
    ...both('log', Math.log),
    ...both('log10', Math.log10),
    ...both('sin', Math.sin),
    ...both('sinh', Math.sinh),
    ...both('sqrt', Math.sqrt),
    ...both('tan', Math.tan),
    ...both('tanh', Math.tanh),
    'static Decimal ceil(Decimal value)': (value: ApexDecimal) => value.setScale(0, 'CEILING'),
    'static Double ceil(Double value)': (value: ApexDouble) => double(Math.ceil(value.value)),
    'static Decimal floor(Decimal value)': (value: ApexDecimal) => value.setScale(0, 'FLOOR'),
    'static Double floor(Double value)': (value: ApexDouble) => double(Math.floor(value.value)),
    'static Decimal rint(Decimal value)': (value: ApexDecimal) => value.setScale(0),
    'static Double rint(Double value)': (value: ApexDouble) => double(toDecimal(value).setScale(0).toNumber()),
    'static Integer round(Decimal value)': (value: ApexDecimal) => Number(BigInt.asIntN(32, whole(value, 'HALF_EVEN'))),
    'static Integer round(Double value)': (value: ApexDouble) => Number(BigInt.asIntN(32, whole(value, 'HALF_EVEN'))),
    'static Long roundToLong(Decimal value)': (value: ApexDecimal) => whole(value, 'HALF_EVEN'),
    'static Long roundToLong(Double value)': (value: ApexDouble) => whole(value, 'HALF_EVEN'),
    'static Integer mod(Integer value, Integer divisor)': (value: number, divisor: number) => {
      if (divisor === 0) throw new MathException('Divide by 0');
      return (value % divisor) | 0;
    },
    'static Long mod(Long value, Long divisor)': (value: bigint, divisor: bigint) => {
      if (divisor === 0n) throw new MathException('Divide by 0');
      return value % divisor;
    },
    'static Decimal signum(Decimal value)': (value: ApexDecimal) =>
      ApexDecimal.ofInteger(value.compare(ApexDecimal.ofInteger(0))),
    'static Double signum(Double value)': (value: ApexDouble) => double(Math.sign(value.value)),
    'static Double atan2(Double y, Double x)': (y: ApexDouble, x: ApexDouble) => double(Math.atan2(y.value, x.value)),
    'static Decimal atan2(Decimal y, Decimal x)': (y: ApexDecimal, x: ApexDecimal) =>
      decimal(Math.atan2(toNumber(y), toNumber(x))),
    'static Double pow(Double base, Double exponent)': (base: ApexDouble, exponent: ApexDouble) =>
      double(base.value ** exponent.value)
  })
});
