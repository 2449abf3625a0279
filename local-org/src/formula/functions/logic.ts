import type { FormulaFunction, RunArgument, SqlArgument } from '../functions.ts';
import { define } from './define.ts';

/** A condition as SQL sees it: unknown counts as false. */
const holds = ({ sql }: SqlArgument): string => `ifnull(${sql}, 0)`;
const isTrue = (argument: RunArgument): boolean => argument.value() === true;

function isBlankSql({ sql, type }: SqlArgument): string {
  return type === 'text' || type === 'picklist' || type === 'multipicklist'
    ? `ifnull(${sql}, '') = ''`
    : `${sql} IS NULL`;
}

function isBlank(argument: RunArgument): boolean {
  const value = argument.value();
  return value === null || value === '';
}

/** A text is never null: only ISBLANK finds it empty. */
const isNullSql = (argument: SqlArgument): string => (argument.type === 'text' ? '0' : isBlankSql(argument));

export const logicFunctions: readonly FormulaFunction[] = [
  define('IF(boolean, same, same): same', {
    sql: ([condition, yes, no]) =>
      condition && yes && no ? `CASE WHEN ${holds(condition)} THEN ${yes.sql} ELSE ${no.sql} END` : '',
    run: ([condition, yes, no]) => (condition && isTrue(condition) ? yes : no)?.value() ?? null
  }),
  define('CASE(any, any...): case', {
    check(list, refuse) {
      if (list.length < 4 || list.length % 2 === 1)
        refuse(
          0,
          "Incorrect number of parameters for function 'CASE()': it takes a value, pairs of a value and a result, and a result for all others"
        );
      const results = list.filter((_, place) => place >= 2 && (place % 2 === 0 || place === list.length - 1));
      const type = results.find((each) => each.type !== 'none')?.type;
      const odd = results.find((each) => each.type !== 'none' && each.type !== type);
      if (odd) refuse(list.indexOf(odd), "The results of function 'CASE()' must have one type");
    },
    sql(list) {
      const [subject, ...rest] = list;
      const otherwise = rest.pop();
      const whens: string[] = [];
      for (let place = 0; place + 1 < rest.length; place += 2)
        whens.push(`WHEN ${subject?.sql ?? ''} IS ${rest[place]?.sql ?? ''} THEN ${rest[place + 1]?.sql ?? ''}`);
      return `CASE ${whens.join(' ')} ELSE ${otherwise?.sql ?? 'NULL'} END`;
    },
    run([subject, ...rest]) {
      const value = subject?.value() ?? '';
      const otherwise = rest.pop();
      for (let place = 0; place + 1 < rest.length; place += 2)
        if ((rest[place]?.value() ?? '') === value) return rest[place + 1]?.value() ?? null;
      return otherwise?.value() ?? null;
    }
  }),
  define('AND(boolean...): boolean', {
    sql: (list) => `(${list.map(holds).join(' AND ')})`,
    run: (list) => list.every(isTrue)
  }),
  define('OR(boolean...): boolean', {
    sql: (list) => `(${list.map(holds).join(' OR ')})`,
    run: (list) => list.some(isTrue)
  }),
  define('NOT(boolean): boolean', {
    sql: ([condition]) => `(NOT ${condition ? holds(condition) : '0'})`,
    run: ([condition]) => !(condition && isTrue(condition))
  }),
  define('ISBLANK(any): boolean', {
    sql: ([value]) => (value ? `(${isBlankSql(value)})` : ''),
    run: ([value]) => value !== undefined && isBlank(value)
  }),
  define('ISNULL(any): boolean', {
    sql: ([value]) => (value ? `(${isNullSql(value)})` : ''),
    run: ([value]) => value !== undefined && value.type !== 'text' && isBlank(value)
  }),
  define('BLANKVALUE(same, same): same', {
    sql: ([value, substitute]) =>
      value && substitute ? `CASE WHEN ${isBlankSql(value)} THEN ${substitute.sql} ELSE ${value.sql} END` : '',
    run: ([value, substitute]) => (value && isBlank(value) ? substitute : value)?.value() ?? null
  }),
  define('NULLVALUE(same, same): same', {
    sql: ([value, substitute]) =>
      value && substitute ? `CASE WHEN ${isNullSql(value)} THEN ${substitute.sql} ELSE ${value.sql} END` : '',
    run: ([value, substitute]) =>
      (value && value.type !== 'text' && isBlank(value) ? substitute : value)?.value() ?? null
  }),
  define('ISPICKVAL(picklist, text): boolean', {
    sql: ([field, value]) => `(ifnull(${field?.sql ?? ''}, '') = ${value?.sql ?? ''})`,
    run: ([field, value]) => (field?.value() ?? '') === value?.value()
  }),
  define('INCLUDES(multipicklist, text): boolean', {
    sql: ([field, value]) =>
      `(instr(';' || ifnull(${field?.sql ?? ''}, '') || ';', ';' || ${value?.sql ?? ''} || ';') > 0)`,
    run: ([field, value]) =>
      String(field?.value() ?? '')
        .split(';')
        .includes(String(value?.value() ?? ''))
  })
];
