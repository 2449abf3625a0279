import type { FieldValue } from '../../row.ts';
import type { FormulaFunction, RunArgument } from '../functions.ts';
import { rounded } from '../../store/index.ts';
import { define } from './define.ts';

/** A function of numbers is null where one of them is. */
function ofNumbers(compute: (numbers: readonly number[]) => number): (list: readonly RunArgument[]) => FieldValue {
  return (list) => {
    const values = list.map((argument) => argument.value());
    const numbers = values.filter((value) => typeof value === 'number');
    const result = numbers.length === values.length ? compute(numbers) : NaN;
    return Number.isFinite(result) ? result : null;
  };
}

function simple(name: string, sql: (value: string) => string, compute: (value: number) => number): FormulaFunction {
  return define(`${name}(number): number`, {
    sql: ([value]) => sql(value?.sql ?? 'NULL'),
    run: ofNumbers(([value = 0]) => compute(value))
  });
}

export const numberFunctions: readonly FormulaFunction[] = [
  define('ROUND(number, number?): number', {
    sql: ([value, digits]) => `round_half_up(${value?.sql ?? 'NULL'}, ${digits?.sql ?? '0'})`,
    run: ofNumbers(([value = 0, digits = 0]) => rounded(value, digits))
  }),
  // The platform's CEILING and FLOOR go away from and towards zero; their M… forms are the mathematical ones.
  simple(
    'CEILING',
    (value) => `CASE WHEN ${value} < 0 THEN floor(${value}) ELSE ceil(${value}) END`,
    (value) => (value < 0 ? Math.floor(value) : Math.ceil(value))
  ),
  simple('FLOOR', (value) => `trunc(${value})`, Math.trunc),
  simple('MCEILING', (value) => `ceil(${value})`, Math.ceil),
  simple('MFLOOR', (value) => `floor(${value})`, Math.floor),
  simple('ABS', (value) => `abs(${value})`, Math.abs),
  simple('SQRT', (value) => `sqrt(${value})`, Math.sqrt),
  simple('EXP', (value) => `exp(${value})`, Math.exp),
  simple('LN', (value) => `ln(${value})`, Math.log),
  simple('LOG', (value) => `log10(${value})`, Math.log10),
  define('MOD(number, number): number', {
    sql: ([value, divisor]) => `mod(${value?.sql ?? 'NULL'}, ${divisor?.sql ?? 'NULL'})`,
    run: ofNumbers(([value = 0, divisor = 0]) => value % divisor)
  }),
  define('MAX(number...): number', {
    sql: (list) => (list.length === 1 ? (list[0]?.sql ?? '') : `max(${list.map((each) => each.sql).join(', ')})`),
    run: ofNumbers((numbers) => Math.max(...numbers))
  }),
  define('MIN(number...): number', {
    sql: (list) => (list.length === 1 ? (list[0]?.sql ?? '') : `min(${list.map((each) => each.sql).join(', ')})`),
    run: ofNumbers((numbers) => Math.min(...numbers))
  })
];
