import { describe, expect, it } from 'vitest';
import { apexOrg, evaluate, run } from './support.ts';

const org = apexOrg();

/** Each line: an expression, and how its value prints (or the exception it throws). */
function values(lines: Readonly<Record<string, string>>): void {
  it.each(Object.entries(lines))('%s → %s', (expression, printed) => {
    expect(evaluate(org, expression)).toBe(printed);
  });
}

describe('numbers', () => {
  values({
    '2147483647 + 1': '-2147483648',
    '-2147483648': '-2147483648',
    '7 / 2': '3',
    '-7 / 2': '-3',
    '65536 * 65536': '0',
    '123456789 * 1000': '-1097262584',
    '1 / 0': 'System.MathException: Divide by 0',
    '9223372036854775807L + 1': '-9223372036854775808',
    '7L / 2': '3',
    '1 + 2L': '3',
    '1.5 + 1': '2.5',
    '0.1 + 0.2': '0.3',
    '1.10 * 2': '2.20',
    '10 / 4.0': '2.5',
    '1 / 3.0d': '0.3333333333333333',
    '(Integer) 3.99': '3',
    '(Integer) -3.99': '-3',
    '(Long) 5 + 1': '6',
    '5 & 3': '1',
    '5 | 3': '7',
    '5 ^ 3': '6',
    '1 << 33': '2',
    '-8 >> 1': '-4',
    '-8 >>> 28': '15',
    '~5': '-6',
    '1L << 40': '1099511627776',
    '1 == 1.0': 'true',
    '3 < 3.5': 'true',
    '5L > 4': 'true',
    '2.50 == 2.5': 'true'
  });
});

describe('texts and equality', () => {
  values({
    "'a' + 1 + 2": 'a12',
    "1 + 2 + 'a'": '3a',
    "'x' + null": 'xnull',
    "'' + 1.50": '1.50',
    "'abc' == 'ABC'": 'true',
    "'abc'.equals('ABC')": 'false',
    "'a' < 'B'": 'true',
    "'it\\'s' + '\\t' + '\\u0041'": "it's\tA",
    '(String) null + (String) null': 'nullnull',
    "(Id) '001000000000001' == '001000000000001AAA'": 'true',
    "(Id) 'x'": 'System.StringException: Invalid id: x',
    'null == null': 'true',
    'new List<Integer>{1, 2} == new List<Integer>{1, 2}': 'true',
    'new List<Integer>{1, 2} === new List<Integer>{1, 2}': 'false',
    "new Set<String>{'a', 'b', 'a'}.size()": '2',
    "new Map<String, Integer>{'a' => 1, 'b' => 2}.get('b')": '2',
    'new Integer[]{4, 5}[1]': '5',
    'new Integer[3].size()': '3',
    'new List<Integer>{1}[1]': 'System.ListException: List index out of bounds: 1'
  });
});

describe('conditions', () => {
  values({
    'true && false || true': 'true',
    '!true': 'false',
    'true ^ true': 'false',
    "1 < 2 ? 'yes' : 'no'": 'yes',
    '(1 < 2 ? 1 : 2.5)': '1',
    "(String) null ?? 'other'": 'other',
    '((String) null)?.length()': 'null',
    "'abc'?.length()": '3',
    "((String) null)?.trim().length() + ''": 'null',
    '((List<String>) null)?.size().format()': 'null',
    '((Thing__c) null)?.Parent__r.Parent__r.Name': 'null',
    "((Map<String, List<Integer>>) null)?.get('a')[0]": 'null',
    'true == null': 'false',
    '(Integer) null < 1': 'false',
    '(Decimal) null >= 1.5': 'false'
  });
});

describe('types at run time', () => {
  values({
    "(Object) 'x' instanceof String": 'true',
    '(Object) 5 instanceof Integer': 'true',
    '(Object) 5 instanceof String': 'false',
    '(Object) null instanceof String': 'false',
    "(Integer) (Object) 'x'": 'System.TypeException: Invalid conversion from runtime type String to Integer',
    '(Decimal) (Object) 5': '5',
    "(List<String>) (Object) new List<String>{'a'}": '(a)',
    'new Thing__c() instanceof SObject': 'true',
    'String.class': 'String',
    'Date.newInstance(2026, 1, 31) + 1 == Date.newInstance(2026, 2, 1)': 'true',
    'Date.newInstance(2026, 1, 31) < Date.newInstance(2026, 2, 1)': 'true'
  });
});

describe('a null value', () => {
  const failing = 'System.NullPointerException: Attempt to de-reference a null object';
  it.each([
    'String s; return s.length();',
    'Integer i; return i + 1;',
    'Integer i; i++; return i;',
    'Decimal d; return 1.0 + d;',
    'Long l; return l * 2;',
    'Boolean b; if (b) { return 1; } return 2;',
    'List<String> l; return l[0];',
    'List<String> l; for (String s : l) { }  return 1;',
    'Thing__c t; return t.Name;',
    "Thing__c t; t.Name = 'x'; return t;",
    'Thing__c t = new Thing__c(); return t.Parent__r.Name;',
    'Main m; return m.toString();',
    'Map<String, Integer> m = new Map<String, Integer>(); Integer i = m.get(null) + 1; return i;'
  ])('%s fails', (body) => {
    expect(run(org, body).exception).toBe(failing);
  });

  it('fails in the line that used it', () => {
    expect(run(org, 'String s;\n\nreturn\n s.length();').stack).toBe('Class.Main.run: line 4, column 1');
  });
});

describe('assignments', () => {
  it.each([
    ['Integer i = 1; i += 2; i *= 5; i -= 1; i /= 2; return i;', '7'],
    ['Integer i = 5; Integer j = i++ + ++i; return j + ":" + i;'.replaceAll('"', "'"), '12:7'],
    ['Integer i = 2147483647; Integer j = i++; return j;', '2147483647'],
    ['Long l = 1; l++; return l;', '2'],
    ['Decimal d = 1; d++; return d;', '2'],
    ["String s = 'a'; s += 1; return s;", 'a1'],
    ['List<Integer> l = new List<Integer>{1, 2}; l[0] += 5; l[1]++; return l;', '(6, 3)'],
    ['Integer a, b; a = b = 3; return a + b;', '6'],
    ['Thing__c t = new Thing__c(Amount__c = 1); t.Amount__c += 2; return t.Amount__c;', '3'],
    ['Decimal d = 5; return d;', '5'],
    ['Double d = 5; return d;', '5.0'],
    ['Datetime d = Date.newInstance(2026, 1, 2); return d.year();', '2026'],
    ['Integer i = 6; i &= 3; i |= 8; i ^= 1; i <<= 1; i >>= 2; return i;', '5']
  ])('%s → %s', (body, printed) => {
    expect(run(org, body).value).toBe(printed);
  });

  it('evaluates receiver and index once', () => {
    const body = 'Counter.numbers()[Counter.next()] += 10; return Counter.items + " " + Counter.calls;'.replaceAll(
      '"',
      "'"
    );
    const counter = `public class Counter {
      public static Integer calls = 0;
      public static List<Integer> items = new List<Integer>{1, 2};
      public static Integer next() { calls++; return 1; }
      public static List<Integer> numbers() { calls++; return items; }
    }`;
    expect(run(org, body, counter).value).toBe('(1, 12) 2');
  });
});
