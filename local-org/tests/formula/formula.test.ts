import { describe, expect, it } from 'vitest';
import { checkFormula, compileFormulaSql, evaluateFormula } from '../../src/formula/index.ts';
import type { FormulaUse, RunContext } from '../../src/formula/index.ts';
import type { FieldValue } from '../../src/row.ts';
import type { FieldDef } from '../../src/schema/types.ts';
import { openStore, syncTables } from '../../src/store/index.ts';
import { field, lookup, object, schemaOf } from '../store/schemaSupport.ts';

const thing = object('Thing__c', 'a01', [
  field('Name', 'string', { nameField: true }),
  field('Blank__c'),
  field('Amount__c', 'double'),
  field('Nothing__c', 'double'),
  field('Flag__c', 'boolean'),
  field('Day__c', 'date'),
  field('At__c', 'datetime'),
  field('Status__c', 'picklist'),
  field('Topics__c', 'multipicklist'),
  lookup('Parent__c', 'Thing__c'),
  lookup('Any__c', ['Thing__c', 'User'])
]);
const schema = schemaOf([thing, object('User', '005', [field('Name'), field('Email', 'email')])], {
  customPermissions: new Map([['may_close', { name: 'May_Close', label: 'May close' }]]),
  labels: new Map([['hello', { name: 'Hello', value: 'Dzień dobry', language: 'en_US' }]])
});

const values: Readonly<Record<string, FieldValue>> = {
  Name: 'Zażółć gęślą',
  Blank__c: null,
  Amount__c: 12.5,
  Nothing__c: null,
  Flag__c: true,
  Day__c: '2024-01-31',
  At__c: Date.parse('2024-03-31T23:30:15Z'),
  Status__c: 'Open',
  Topics__c: 'a;c'
};
const NOW = Date.parse('2026-03-18T23:30:20Z');

const run: RunContext = {
  field: (names) => values[names.join('.')] ?? null,
  prior: (names) => (names[0] === 'Amount__c' ? 10 : (values[names.join('.')] ?? null)),
  isNew: false,
  now: NOW,
  zone: 'Europe/Warsaw'
};

const place = (use: FormulaUse) => ({ schema, object: schema.object('Thing__c') ?? thing, use });

function byEvaluation(text: string, context: Partial<RunContext> = {}): FieldValue {
  return evaluateFormula(text, schema, place('validation').object, 'validation', { ...run, ...context });
}

const store = openStore(':memory:');
syncTables(store, undefined, schema);
store.run(
  `INSERT INTO Thing__c (Id, ${Object.keys(values).join(', ')}) VALUES ('a01', ${Object.keys(values)
    .map(() => '?')
    .join(', ')})`,
  Object.values(values).map((value) => (typeof value === 'boolean' ? Number(value) : value))
);

function bySql(text: string): unknown {
  const definition: FieldDef = { ...field('Formula__c'), formula: { text, blankAsZero: false } };
  const sql = compileFormulaSql(schema, place('field').object, definition, {
    field: ({ names }) => `"${names.join('.')}"`,
    now: () => String(Math.floor(NOW / 60_000) * 60_000),
    today: () => `'2026-03-19'`,
    zone: () => `'Europe/Warsaw'`
  });
  return store.get(`SELECT ${sql} AS value FROM Thing__c`)?.['value'];
}

const formulas: readonly (readonly [formula: string, value: FieldValue])[] = [
  ['1 + 2 * 3 ^ 2 - 4 / 8', 18.5],
  ['-(2 - 5)', 3],
  ['"a" & "b" + "c"', 'abc'],
  ['Blank__c & ""', null],
  ['Name & Blank__c & "!"', 'Zażółć gęślą!'],
  ['Nothing__c + 1', null],
  ['1 / 0', null],
  ['IF(Amount__c > 10 && NOT(ISBLANK(Name)), "much", "little")', 'much'],
  ['IF(Nothing__c > 10, 1, 2)', 2],
  ['CASE(Status__c, "New", 1, "Open", 2, 3)', 2],
  ['CASE(Amount__c, 1, "one", 12.5, "it", "other")', 'it'],
  ['CASE(TEXT(Status__c), "x", "y", null)', null],
  ['ISPICKVAL(Status__c, "Open")', true],
  ['ISPICKVAL(Status__c, "open")', false],
  ['INCLUDES(Topics__c, "c")', true],
  ['INCLUDES(Topics__c, "b")', false],
  ['ISBLANK(Blank__c) || ISNULL(Name)', true],
  ['ISNULL(Blank__c)', false],
  ['ISNULL(Nothing__c)', true],
  ['BLANKVALUE(Blank__c, "substitute")', 'substitute'],
  ['NULLVALUE(Nothing__c, 7)', 7],
  ['Blank__c = ""', true],
  ['Blank__c = NULL', true],
  ['Name = "zażółć gęślą"', false],
  ['Nothing__c = 0', false],
  ['Nothing__c <> 5', true],
  [
    'TEXT(Amount__c) & "/" & TEXT(3) & "/" & TEXT(Day__c) & "/" & TEXT(Status__c) & "/" & TEXT(At__c)',
    '12.5/3/2024-01-31/Open/2024-03-31 23:30:15Z'
  ],
  ['VALUE(" 12.50 ")', 12.5],
  ['VALUE("12a")', null],
  ['LEN(Name) + LEN(Blank__c)', 12],
  ['LEFT(Name, 3) & RIGHT(Name, 2) & MID(Name, 4, 2)', 'Zaż' + 'lą' + 'ół'],
  ['RIGHT(Name, 100)', 'Zażółć gęślą'],
  ['CONTAINS(Name, "żół") && BEGINS(Name, "Za") && NOT(BEGINS(Name, "x"))', true],
  ['FIND("ół", Name)', 4],
  ['FIND("a", Name, 3)', 0],
  ['SUBSTITUTE(Name, "gę", "$&")', 'Zażółć $&ślą'],
  ['UPPER(Name) & LOWER("ŁÓDŹ") & TRIM("  x ")', 'ZAŻÓŁĆ GĘŚLĄłódźx'],
  ['LPAD("7", 3, "0") & RPAD("ab", 1) & LPAD("", 2)', '007a  '],
  ['ROUND(2.345, 2) + ROUND(-2.5, 0)', -0.65],
  ['ROUND(1.005, 2)', 1.01],
  ['FLOOR(-2.5) + CEILING(-2.5) + MFLOOR(-2.5) + MCEILING(-2.5)', -10],
  ['MOD(7, 3) + ABS(-2) + MAX(1, 5, 3) + MIN(4, 2) + SQRT(9)', 13],
  ['Day__c + 1', '2024-02-01'],
  ['Day__c - DATE(2024, 1, 1)', 30],
  ['At__c - (At__c - 0.5)', 0.5],
  ['DATE(2023, 2, 29)', null],
  ['YEAR(Day__c) * 10000 + MONTH(Day__c) * 100 + DAY(Day__c)', 20240131],
  ['WEEKDAY(DATE(2024, 1, 7))', 1],
  ['ADDMONTHS(Day__c, 1)', '2024-02-29'],
  ['ADDMONTHS(DATE(2024, 2, 29), 1)', '2024-03-31'],
  ['DATEVALUE(At__c)', '2024-04-01'],
  ['DATEVALUE("2024-02-30")', null],
  ['TODAY()', '2026-03-19'],
  ['NOW()', Math.floor(NOW / 60_000) * 60_000],
  ['DATETIMEVALUE("2024-01-01 10:00:00")', Date.parse('2024-01-01T10:00:00Z')],
  ['REGEX("AB-12", "[A-Z]{2}-\\\\d+")', true],
  ['ISNUMBER("1.5") && NOT(ISNUMBER("1.5.1"))', true],
  ['HYPERLINK("/x?a=1&b=2", "<b>")', '<a href="/x?a=1&amp;b=2" target="_blank">&lt;b&gt;</a>'],
  ['IMAGE("/i.png", "i", 10, 20)', '<img src="/i.png" alt="i" border="0" height="10" width="20"/>'],
  ['"a" & BR() & "b" /* a comment */', 'a\nb'],
  ['Flag__c', true]
];

describe('a formula', () => {
  it.each(formulas)('%s has the same value evaluated and in SQL', (text, expected) => {
    expect(checkFormula(text, place('validation'))).toBeUndefined();
    const evaluated = byEvaluation(text);
    if (typeof expected === 'number') expect(evaluated).toBeCloseTo(expected, 9);
    else expect(evaluated).toEqual(expected);
    const inSql = bySql(text);
    if (typeof expected === 'number') expect(inSql).toBeCloseTo(expected, 9);
    else expect(inSql).toEqual(typeof expected === 'boolean' ? Number(expected) : expected);
  });

  it('knows in a validation rule what changes', () => {
    expect(byEvaluation('ISCHANGED(Amount__c) && PRIORVALUE(Amount__c) < Amount__c')).toBe(true);
    expect(byEvaluation('ISCHANGED(Name)')).toBe(false);
    expect(byEvaluation('ISCHANGED(Amount__c) || NOT(ISNEW())', { isNew: true })).toBe(false);
  });

  it('reads parents and globals', () => {
    const asked: string[] = [];
    const value = byEvaluation('Parent__r.Parent__r.Name & $User.Email & IF($Permission.May_Close, $Label.Hello, "")', {
      field: (names) => {
        asked.push(names.join('.'));
        return names[0] === '$Permission' ? true : names.join('.');
      }
    });
    expect(value).toBe('Parent__r.Parent__r.Name$User.Email$Label.Hello');
    expect(asked).toHaveLength(4);
  });
});

describe('a fault', () => {
  it.each([
    ['1 +', 'field', 1, 4, 'ends too early'],
    ['IF(TRUE, 1', 'field', 1, 11, "missing ')'"],
    ['Name\n  & Wrong__c', 'field', 2, 5, 'Field Wrong__c does not exist'],
    ['Parent__r.Wrong__c', 'field', 1, 1, 'Parent__r.Wrong__c'.slice(10)],
    ['FOO(1)', 'field', 1, 1, 'Unknown function FOO'],
    ['LEFT(Name)', 'field', 1, 1, 'Expected 2, received 1'],
    ['LEFT(Amount__c, 1)', 'field', 1, 6, 'Expected Text, received Number'],
    ['Amount__c & "x"', 'field', 1, 11, "operator '&'"],
    ['Status__c = "Open"', 'validation', 1, 11, 'Picklist fields are only supported'],
    ['IF(Flag__c, 1, "x")', 'field', 1, 16, 'Expected Number, received Text'],
    ['ISCHANGED(Name)', 'field', 1, 1, 'may not be used'],
    ['Any__r.Name', 'field', 1, 1, 'does not support'],
    ['$Setup.X__c.Y__c', 'validation', 1, 1, 'does not support $Setup'],
    ['$Permission.Nope', 'validation', 1, 1, 'Nope'],
    ['Name # 1', 'field', 1, 6, "unexpected character '#'"]
  ] as const)('in %s is told with its place', (text, use, line, column, message) => {
    const problem = checkFormula(text, place(use));
    expect(problem).toMatchObject({ line, column });
    expect(problem?.message).toContain(message);
  });

  it('is a formula of another type than wanted', () => {
    expect(checkFormula('Amount__c', place('validation'), 'boolean')?.message).toContain('incompatible');
    expect(checkFormula('Status__c', place('field'), 'text')?.message).toContain('incompatible');
    expect(checkFormula('TODAY()', place('default'), 'datetime')).toBeUndefined();
  });
});
