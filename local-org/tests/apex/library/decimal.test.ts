import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ApexDecimal, type RoundingMode } from '../../../src/apex/runtime/decimal.ts';

const decimal = (text: string): ApexDecimal => ApexDecimal.parse(text);

/** Small and large ones, so that both representations meet. */
const numbers = fc
  .tuple(
    fc.oneof(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.bigInt({ min: -100_000n, max: 100_000n })),
    fc.integer({ min: 0, max: 12 })
  )
  .map(([unscaled, scale]) => {
    const small = Number(unscaled);
    return new ApexDecimal(Number.isSafeInteger(small) ? small : unscaled, scale);
  });

/** The exact value as a fraction over 10^40. */
const exact = (value: ApexDecimal): bigint => BigInt(value.unscaled) * 10n ** BigInt(40 - value.scale);

describe('arithmetic is exact', () => {
  test('sum and difference', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        expect(exact(a.add(b))).toBe(exact(a) + exact(b));
        expect(a.add(b).scale).toBe(Math.max(a.scale, b.scale));
        expect(a.add(b).subtract(b).compare(a)).toBe(0);
      })
    );
  });

  test('product', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const product = a.multiply(b);
        expect(BigInt(product.unscaled)).toBe(BigInt(a.unscaled) * BigInt(b.unscaled));
        expect(product.scale).toBe(a.scale + b.scale);
      })
    );
  });

  test('a quotient is off by at most half of its 34th digit', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        fc.pre(!b.isZero());
        const quotient = a.divide(b);
        expect(quotient.precision()).toBeLessThanOrEqual(34);
        const error = quotient.multiply(b).subtract(a).abs();
        const halfDigit = new ApexDecimal(5, quotient.scale + 1).multiply(b.abs());
        expect(error.compare(halfDigit)).toBeLessThanOrEqual(0);
      })
    );
  });

  test('rounding lands on the nearest, by every mode', () => {
    const modes: RoundingMode[] = ['CEILING', 'DOWN', 'FLOOR', 'HALF_DOWN', 'HALF_EVEN', 'HALF_UP', 'UP'];
    fc.assert(
      fc.property(numbers, fc.integer({ min: 0, max: 6 }), fc.constantFrom(...modes), (value, scale, mode) => {
        const rounded = value.setScale(scale, mode);
        const unit = new ApexDecimal(1, scale);
        expect(rounded.scale).toBe(scale);
        expect(rounded.subtract(value).abs().compare(unit)).toBeLessThan(1);
        if (mode === 'FLOOR') expect(rounded.compare(value)).toBeLessThanOrEqual(0);
        if (mode === 'CEILING') expect(rounded.compare(value)).toBeGreaterThanOrEqual(0);
        if (mode.startsWith('HALF'))
          expect(rounded.subtract(value).abs().multiply(decimal('2')).compare(unit)).toBeLessThanOrEqual(0);
      })
    );
  });

  test('what is printed reads back the same', () => {
    fc.assert(
      fc.property(numbers, (value) => {
        expect(decimal(value.toPlainString()).compare(value)).toBe(0);
        expect(decimal(value.toString()).compare(value)).toBe(0);
      })
    );
  });

  test('equal values hash alike whatever their scales', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 5 }), (value, more) => {
        expect(value.setScale(value.scale + more).hashKey()).toBe(value.hashKey());
      })
    );
  });
});

test.each([
  ['1', '3', '0.3333333333333333333333333333333333'],
  ['2', '3', '0.6666666666666666666666666666666667'],
  ['10.00', '2', '5.00'],
  ['1', '4', '0.25'],
  ['1.00', '3.0', '0.3333333333333333333333333333333333'],
  ['0.00', '5', '0.00'],
  ['100', '7', '14.28571428571428571428571428571429']
])('%s / %s = %s', (left, right, quotient) => {
  expect(decimal(left).divide(decimal(right)).toString()).toBe(quotient);
});

test.each([
  ['2.5', 'HALF_EVEN', '2'],
  ['3.5', 'HALF_EVEN', '4'],
  ['2.5', 'HALF_UP', '3'],
  ['2.5', 'HALF_DOWN', '2'],
  ['-2.5', 'HALF_UP', '-3'],
  ['-2.1', 'FLOOR', '-3'],
  ['-2.9', 'CEILING', '-2'],
  ['-2.1', 'UP', '-3'],
  ['2.9', 'DOWN', '2']
] as const)('%s rounded %s is %s', (value, mode, rounded) => {
  expect(decimal(value).setScale(0, mode).toString()).toBe(rounded);
});

test('dividing by zero and needless rounding are refused', () => {
  expect(() => decimal('1').divide(decimal('0.00'))).toThrow('Divide by 0');
  expect(() => decimal('1.5').setScale(0, 'UNNECESSARY')).toThrow('Rounding necessary');
});

test('very small numbers print with an exponent, the plain form without', () => {
  expect(decimal('0.0000000123').toString()).toBe('1.23E-8');
  expect(decimal('0.0000000123').toPlainString()).toBe('0.0000000123');
  expect(decimal('0.000123').toString()).toBe('0.000123');
});
