import { MathException, TypeException } from './exceptions.ts';

/** How a Decimal is rounded; the names of `System.RoundingMode`. */
export type RoundingMode = 'CEILING' | 'DOWN' | 'FLOOR' | 'HALF_DOWN' | 'HALF_EVEN' | 'HALF_UP' | 'UNNECESSARY' | 'UP';

/** Significant digits of a quotient without a given scale. */
const QUOTIENT_DIGITS = 34;
const POWERS = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);
const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/**
 * A Decimal: an unscaled whole number and the number of digits right of the point.
 * The whole number is a safe integer as long as it fits, because that is many times faster than a bigint.
 */
export class ApexDecimal {
  readonly unscaled: number | bigint;
  readonly scale: number;

  constructor(unscaled: number | bigint, scale: number) {
    this.unscaled = unscaled;
    this.scale = scale;
  }

  /** A Decimal of scale 0 from an Integer or a Long. */
  static ofInteger(value: number | bigint): ApexDecimal {
    return typeof value === 'bigint' ? fromBig(value, 0) : new ApexDecimal(value, 0);
  }

  /** The Decimal with the digits a Double prints. */
  static ofDouble(value: number): ApexDecimal {
    if (!Number.isFinite(value)) throw new MathException(`${String(value)} is no Decimal`);
    if (Number.isInteger(value) && Math.abs(value) < 1e15) return new ApexDecimal(value * 10, 1);
    return ApexDecimal.parse(String(value));
  }

  /** Reads `12`, `-1.50`, `1e3`. @throws TypeException */
  static parse(text: string): ApexDecimal {
    const match = NUMBER.exec(text.trim());
    const [, sign = '', whole = '', fraction = '', exponent = '0'] = match ?? [];
    if (match === null || whole + fraction === '') throw new TypeException(`Invalid decimal: ${text}`);
    const digits = sign.replace('+', '') + whole + fraction;
    const scale = fraction.length - Number(exponent);
    const value = digits.length <= 15 ? new ApexDecimal(Number(digits), scale) : fromBig(BigInt(digits), scale);
    return scale < 0 ? value.setScale(0) : value;
  }

  add(other: ApexDecimal): ApexDecimal {
    if (this.scale === other.scale && typeof this.unscaled === 'number' && typeof other.unscaled === 'number') {
      const sum = this.unscaled + other.unscaled;
      if (Number.isSafeInteger(sum)) return new ApexDecimal(sum, this.scale);
    }
    const scale = Math.max(this.scale, other.scale);
    const left = raise(this, scale);
    const right = raise(other, scale);
    if (typeof left === 'number' && typeof right === 'number' && Number.isSafeInteger(left + right)) {
      return new ApexDecimal(left + right, scale);
    }
    return fromBig(BigInt(left) + BigInt(right), scale);
  }

  subtract(other: ApexDecimal): ApexDecimal {
    return this.add(other.negate());
  }

  multiply(other: ApexDecimal): ApexDecimal {
    const scale = this.scale + other.scale;
    if (typeof this.unscaled === 'number' && typeof other.unscaled === 'number') {
      const product = this.unscaled * other.unscaled;
      if (Number.isSafeInteger(product)) return new ApexDecimal(product === 0 ? 0 : product, scale);
    }
    return fromBig(BigInt(this.unscaled) * BigInt(other.unscaled), scale);
  }

  /** The quotient to 34 significant digits, with no more digits than it needs. @throws MathException */
  divide(other: ApexDecimal): ApexDecimal {
    if (other.isZero()) throw new MathException('Divide by 0');
    const preferred = this.scale - other.scale;
    if (this.isZero()) return new ApexDecimal(0, Math.max(preferred, 0));
    if (preferred >= 0 && typeof this.unscaled === 'number' && typeof other.unscaled === 'number') {
      const quotient = this.unscaled / other.unscaled;
      if (Number.isInteger(quotient)) return new ApexDecimal(quotient, preferred);
    }
    const dividend = BigInt(this.unscaled);
    const divisor = BigInt(other.unscaled);
    // Enough digits that the rounded quotient has at least 34, then rounded back to 34.
    const shift = Math.max(0, QUOTIENT_DIGITS + 1 + digitsOf(divisor) - digitsOf(dividend));
    const scaled = dividend * 10n ** BigInt(shift);
    const raw = scaled / divisor;
    const exact = raw * divisor === scaled;
    const scale = preferred + shift;
    // A sticky digit tells the rounding that something follows.
    const sticky = exact ? fromBig(raw, scale) : fromBig(raw * 10n + (raw < 0n ? -1n : 1n), scale + 1);
    return sticky.roundToPrecision(QUOTIENT_DIGITS).stripZerosTo(Math.max(preferred, 0));
  }

  /** The quotient with a given scale. */
  divideTo(other: ApexDecimal, scale: number, mode: RoundingMode = 'HALF_EVEN'): ApexDecimal {
    if (other.isZero()) throw new MathException('Divide by 0');
    const exponent = scale - this.scale + other.scale;
    const up = exponent > 0 ? 10n ** BigInt(exponent) : 1n;
    const down = exponent < 0 ? 10n ** BigInt(-exponent) : 1n;
    return fromBig(divideRounded(BigInt(this.unscaled) * up, BigInt(other.unscaled) * down, mode), scale);
  }

  negate(): ApexDecimal {
    return this.isZero() ? this : new ApexDecimal(-this.unscaled, this.scale);
  }

  abs(): ApexDecimal {
    return this.unscaled < 0 ? this.negate() : this;
  }

  /** Negative, zero or positive, whatever the scales. */
  compare(other: ApexDecimal): number {
    let left = this.unscaled;
    let right = other.unscaled;
    if (this.scale !== other.scale) {
      const scale = Math.max(this.scale, other.scale);
      left = raise(this, scale);
      right = raise(other, scale);
    }
    return left < right ? -1 : left > right ? 1 : 0;
  }

  isZero(): boolean {
    return Number(this.unscaled) === 0;
  }

  setScale(scale: number, mode: RoundingMode = 'HALF_EVEN'): ApexDecimal {
    if (scale === this.scale) return this;
    if (scale > this.scale) return normalized(raise(this, scale), scale);
    return fromBig(divideRounded(BigInt(this.unscaled), 10n ** BigInt(this.scale - scale), mode), scale);
  }

  /** The number of significant digits. */
  precision(): number {
    return digitsOf(BigInt(this.unscaled));
  }

  roundToPrecision(precision: number, mode: RoundingMode = 'HALF_EVEN'): ApexDecimal {
    const excess = this.precision() - precision;
    if (excess <= 0) return this;
    const rounded = this.setScale(this.scale - excess, mode);
    return rounded.precision() > precision ? rounded.setScale(rounded.scale - 1, mode) : rounded;
  }

  /** Drops trailing zeros right of the point, but keeps `scale` digits. */
  stripZerosTo(scale: number): ApexDecimal {
    let unscaled = BigInt(this.unscaled);
    let kept = this.scale;
    while (kept > scale && unscaled % 10n === 0n) {
      unscaled /= 10n;
      kept -= 1;
    }
    return fromBig(unscaled, kept);
  }

  /** Whole number, digits cut off. */
  toBigInt(): bigint {
    return BigInt(this.setScale(0, 'DOWN').unscaled);
  }

  toNumber(): number {
    if (this.scale === 0) return Number(this.unscaled);
    if (typeof this.unscaled === 'number' && this.scale < POWERS.length && this.scale > 0) {
      return this.unscaled / (POWERS[this.scale] ?? 1);
    }
    return Number(`${String(this.unscaled)}e${String(-this.scale)}`);
  }

  /** Without exponent: `0.00000012`. */
  toPlainString(): string {
    if (this.scale === 0) return String(this.unscaled);
    if (this.scale < 0) return String(this.unscaled) + (this.isZero() ? '' : '0'.repeat(-this.scale));
    const negative = this.unscaled < 0;
    const digits = String(negative ? -this.unscaled : this.unscaled).padStart(this.scale + 1, '0');
    const point = digits.length - this.scale;
    return `${negative ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`;
  }

  /** As Apex prints it: with an exponent when the number is very small. */
  toString(): string {
    const digits = String(this.unscaled < 0 ? -this.unscaled : this.unscaled);
    const exponent = digits.length - 1 - this.scale;
    if (this.scale >= 0 && exponent >= -6) return this.toPlainString();
    const mantissa = digits.length > 1 ? `${digits.slice(0, 1)}.${digits.slice(1)}` : digits;
    return `${this.unscaled < 0 ? '-' : ''}${mantissa}E${exponent > 0 ? '+' : ''}${String(exponent)}`;
  }

  /** The same text for equal numbers: `1.50` and `1.5` agree. */
  hashKey(): string {
    const stripped = this.stripZerosTo(0);
    return `\u0000decimal:${String(stripped.unscaled)}/${String(stripped.scale)}`;
  }
}

function normalized(unscaled: number | bigint, scale: number): ApexDecimal {
  return typeof unscaled === 'bigint' ? fromBig(unscaled, scale) : new ApexDecimal(unscaled, scale);
}

function fromBig(unscaled: bigint, scale: number): ApexDecimal {
  const small = Number(unscaled);
  return new ApexDecimal(Number.isSafeInteger(small) ? small : unscaled, scale);
}

/** The unscaled number of `value` at a larger scale. */
function raise(value: ApexDecimal, scale: number): number | bigint {
  const by = scale - value.scale;
  if (by === 0) return value.unscaled;
  if (typeof value.unscaled === 'number' && by < POWERS.length) {
    const raised = value.unscaled * (POWERS[by] ?? 1);
    if (Number.isSafeInteger(raised)) return raised;
  }
  return BigInt(value.unscaled) * 10n ** BigInt(by);
}

function digitsOf(value: bigint): number {
  return String(value < 0n ? -value : value).length;
}

function divideRounded(dividend: bigint, divisor: bigint, mode: RoundingMode): bigint {
  const quotient = dividend / divisor;
  const rest = dividend % divisor;
  if (rest === 0n) return quotient;
  const negative = dividend < 0n !== divisor < 0n;
  return roundsAway(rest, divisor, quotient, negative, mode) ? quotient + (negative ? -1n : 1n) : quotient;
}

function roundsAway(rest: bigint, divisor: bigint, quotient: bigint, negative: boolean, mode: RoundingMode): boolean {
  const twice = abs(rest) * 2n;
  const whole = abs(divisor);
  switch (mode) {
    case 'UP':
      return true;
    case 'DOWN':
      return false;
    case 'CEILING':
      return !negative;
    case 'FLOOR':
      return negative;
    case 'HALF_UP':
      return twice >= whole;
    case 'HALF_DOWN':
      return twice > whole;
    case 'HALF_EVEN':
      return twice > whole || (twice === whole && quotient % 2n !== 0n);
    case 'UNNECESSARY':
      throw new MathException('Rounding necessary');
  }
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}
