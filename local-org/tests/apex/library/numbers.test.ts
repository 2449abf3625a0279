import { test } from 'vitest';
import { apexOrg } from '../compiler/support.ts';
import { expectValues } from './support.ts';

const org = apexOrg();

test('numbers from texts and objects', () => {
  expectValues(org, {
    "Integer.valueOf('-42')": '-42',
    "Integer.valueOf('4.2')": 'System.TypeException: Invalid integer: 4.2',
    "Integer.valueOf('2147483648')": 'System.TypeException: Invalid integer: 2147483648',
    'Integer.valueOf(7.9)': '7',
    "Long.valueOf('9007199254740993')": '9007199254740993',
    "Decimal.valueOf('1.50').scale()": '2',
    "Double.valueOf('1.5e3')": '1500.0',
    "Boolean.valueOf('TRUE')": 'true',
    "Boolean.valueOf('yes')": 'false',
    "Id.valueOf('001000000000001')": '001000000000001AAA',
    "Id.valueOf('nonsense')": 'System.StringException: Invalid id: nonsense'
  });
});

test('Decimal', () => {
  expectValues(org, {
    '1.10 + 2.205': '3.305',
    '1.0 / 3': '0.3333333333333333333333333333333333',
    '10.00 / 4': '2.50',
    '(2.5).round()': '2',
    '(3.5).round()': '4',
    '(-2.5).round(RoundingMode.HALF_UP)': '-3',
    '(12.345).setScale(2)': '12.34',
    '(12.345).setScale(2, RoundingMode.UP)': '12.35',
    '(1.500).stripTrailingZeros()': '1.5',
    '(12.50).precision()': '4',
    '(100.0).divide(3, 2)': '33.33',
    '(1.1).pow(3)': '1.331',
    '(5.0).divide(0, 2)': 'System.MathException: Divide by 0',
    '(1.5).intValue() + (1.5).longValue()': '2',
    '1.50 == 1.5': 'true'
  });
});

test('Math', () => {
  expectValues(org, {
    'Math.abs(-5) + Math.abs(-5L)': '10',
    'Math.ceil(1.1)': '2',
    'Math.floor(-1.1)': '-2',
    'Math.round(2.5)': '2',
    'Math.round(3.5)': '4',
    'Math.roundToLong(4.5)': '4',
    'Math.mod(-7, 3)': '-1',
    'Math.mod(7, 0)': 'System.MathException: Divide by 0',
    'Math.max(1, 2) + Math.min(3L, 4L)': '5',
    'Math.max(1.5, 2.25)': '2.25',
    'Math.pow(2, 10)': '1024.0',
    'Math.sqrt(16.0)': '4.0',
    'Math.signum(-12.5)': '-1'
  });
});

test('Integers wrap at 32 bits, Longs at 64', () => {
  expectValues(org, {
    '2147483647 + 1': '-2147483648',
    '2147483647 + 1L': '2147483648',
    '7 / 2': '3',
    '-7 / 2': '-3',
    '9223372036854775807L + 1': '-9223372036854775808'
  });
});

test('beside null no number is smaller or larger, but every text is larger', () => {
  expectValues(org, {
    '((Integer) null) > 2': 'false',
    '((Decimal) null) <= 2.5': 'false',
    "((String) null) < 'a'": 'true',
    '((Integer) null) + 1': 'System.NullPointerException: Attempt to de-reference a null object'
  });
});

test('numbers in the locale of the user', () => {
  expectValues(org, { '(1234567.891).format()': '1,234,567.891', '(1234567).format()': '1,234,567' });
});
