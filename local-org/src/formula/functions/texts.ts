import type { FormulaFunction, RunArgument } from '../functions.ts';
import { momentText, numberText } from '../values.ts';
import { fullId, matches, padded } from '../../store/index.ts';
import { define } from './define.ts';

const text = (argument: RunArgument | undefined): string => String(argument?.value() ?? '');
const number = (argument: RunArgument | undefined, absent = 0): number => {
  const value = argument?.value();
  return typeof value === 'number' ? value : absent;
};
const sqlOf = (argument: { readonly sql: string } | undefined, absent = ''): string => argument?.sql ?? absent;

/** A length or position for SQL: whole and not negative. */
const whole = (argument: { readonly sql: string } | undefined): string =>
  `max(0, CAST(${sqlOf(argument, '0')} AS INTEGER))`;

function escapedForHtml(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const escapedSql = (sql: string): string =>
  `replace(replace(replace(replace(${sql}, '&', '&amp;'), '"', '&quot;'), '<', '&lt;'), '>', '&gt;')`;

export const textFunctions: readonly FormulaFunction[] = [
  define('TEXT(any): text', {
    check(list, refuse) {
      if (list[0]?.type === 'text' || list[0]?.type === 'boolean' || list[0]?.type === 'multipicklist')
        refuse(0, `Incorrect parameter type for function 'TEXT()'. Expected Number, Date, DateTime, Picklist`);
    },
    sql: ([value]) => {
      const sql = sqlOf(value);
      if (value?.type === 'number')
        return `ifnull(CASE WHEN ${sql} = CAST(${sql} AS INTEGER) THEN CAST(CAST(${sql} AS INTEGER) AS TEXT) ELSE CAST(${sql} AS TEXT) END, '')`;
      if (value?.type === 'datetime') return `ifnull(strftime('%Y-%m-%d %H:%M:%SZ', ${sql} / 1000, 'unixepoch'), '')`;
      return `ifnull(${sql}, '')`;
    },
    run: ([argument]) => {
      const value = argument?.value() ?? '';
      if (argument?.type === 'datetime' && typeof value === 'number') return momentText(value);
      return typeof value === 'number' ? numberText(value) : String(value);
    }
  }),
  define('VALUE(text): number', {
    sql: ([value]) =>
      `CASE WHEN matches(trim(${sqlOf(value)}), '[-+]?[0-9]*\\.?[0-9]+') THEN CAST(trim(${sqlOf(value)}) AS REAL) END`,
    run: ([value]) => {
      const given = text(value).trim();
      return /^[-+]?\d*\.?\d+$/.test(given) ? Number(given) : null;
    }
  }),
  define('LEN(text): number', { sql: ([value]) => `length(${sqlOf(value)})`, run: ([value]) => text(value).length }),
  define('LEFT(text, number): text', {
    sql: ([value, count]) => `substr(${sqlOf(value)}, 1, ${whole(count)})`,
    run: ([value, count]) => text(value).slice(0, Math.max(0, Math.trunc(number(count))))
  }),
  define('RIGHT(text, number): text', {
    sql: ([value, count]) => `substr(${sqlOf(value)}, max(1, length(${sqlOf(value)}) - ${whole(count)} + 1))`,
    run: ([value, count]) => {
      const all = text(value);
      return all.slice(Math.max(0, all.length - Math.max(0, Math.trunc(number(count)))));
    }
  }),
  define('MID(text, number, number): text', {
    sql: ([value, from, count]) => `substr(${sqlOf(value)}, max(1, CAST(${sqlOf(from)} AS INTEGER)), ${whole(count)})`,
    run: ([value, from, count]) => {
      const start = Math.max(1, Math.trunc(number(from))) - 1;
      return text(value).slice(start, start + Math.max(0, Math.trunc(number(count))));
    }
  }),
  define('CONTAINS(text, text): boolean', {
    sql: ([value, part]) => `(instr(${sqlOf(value)}, ${sqlOf(part)}) > 0)`,
    run: ([value, part]) => text(value).includes(text(part))
  }),
  define('BEGINS(text, text): boolean', {
    sql: ([value, part]) => `(substr(${sqlOf(value)}, 1, length(${sqlOf(part)})) = ${sqlOf(part)})`,
    run: ([value, part]) => text(value).startsWith(text(part))
  }),
  define('FIND(text, text, number?): number', {
    sql: ([part, value, from]) => {
      const start = from ? whole(from) : '1';
      const found = `instr(substr(${sqlOf(value)}, ${start}), ${sqlOf(part)})`;
      return `CASE WHEN ${found} = 0 OR ${sqlOf(part)} = '' THEN 0 ELSE ${found} + ${start} - 1 END`;
    },
    run: ([part, value, from]) =>
      text(part) === '' ? 0 : text(value).indexOf(text(part), Math.max(1, number(from, 1)) - 1) + 1
  }),
  define('SUBSTITUTE(text, text, text): text', {
    sql: ([value, old, fresh]) => `replace(${sqlOf(value)}, ${sqlOf(old)}, ${sqlOf(fresh)})`,
    run: ([value, old, fresh]) =>
      text(old) === '' ? text(value) : text(value).replaceAll(text(old), () => text(fresh))
  }),
  define('TRIM(text): text', { sql: ([value]) => `trim(${sqlOf(value)})`, run: ([value]) => text(value).trim() }),
  define('UPPER(text): text', {
    sql: ([value]) => `upper_text(${sqlOf(value)})`,
    run: ([value]) => text(value).toUpperCase()
  }),
  define('LOWER(text): text', {
    sql: ([value]) => `fold(${sqlOf(value)})`,
    run: ([value]) => text(value).toLowerCase()
  }),
  ...(['LPAD', 'RPAD'] as const).map((name) =>
    define(`${name}(text, number, text?): text`, {
      sql: ([value, length, fill]) =>
        `pad_text(${sqlOf(value)}, ${whole(length)}, ${sqlOf(fill, "' '")}, ${name === 'LPAD' ? 1 : 0})`,
      run: ([value, length, fill]) =>
        padded(text(value), Math.max(0, Math.trunc(number(length))), fill ? text(fill) : ' ', name === 'LPAD')
    })
  ),
  define('REGEX(text, text): boolean', {
    sql: ([value, pattern]) => `matches(${sqlOf(value)}, ${sqlOf(pattern)})`,
    run: ([value, pattern]) => matches(text(value), text(pattern))
  }),
  define('ISNUMBER(text): boolean', {
    sql: ([value]) => `matches(trim(${sqlOf(value)}), '[-+]?[0-9]*\\.?[0-9]+')`,
    run: ([value]) => /^[-+]?\d*\.?\d+$/.test(text(value).trim())
  }),
  define('BR(): text', { sql: () => `char(10)`, run: () => '\n' }),
  define('CASESAFEID(text): text', {
    sql: ([value]) => sqlOf(value),
    run: ([value]) => fullId(text(value)) ?? text(value)
  }),
  define('HYPERLINK(text, text, text?): text', {
    sql: ([url, label, target]) =>
      `'<a href="' || ${escapedSql(sqlOf(url))} || '" target="' || ${escapedSql(sqlOf(target, "'_blank'"))} || '">' || ${escapedSql(sqlOf(label))} || '</a>'`,
    run: ([url, label, target]) =>
      `<a href="${escapedForHtml(text(url))}" target="${escapedForHtml(target ? text(target) : '_blank')}">${escapedForHtml(text(label))}</a>`
  }),
  define('IMAGE(text, text, number?, number?): text', {
    sql: ([url, label, height, width]) => {
      const size = (name: string, value: typeof height): string =>
        value ? ` || ' ${name}="' || CAST(${value.sql} AS INTEGER) || '"'` : '';
      return `'<img src="' || ${escapedSql(sqlOf(url))} || '" alt="' || ${escapedSql(sqlOf(label))} || '" border="0"'${size('height', height)}${size('width', width)} || '/>'`;
    },
    run: ([url, label, height, width]) => {
      const size = (name: string, value: typeof height): string =>
        value ? ` ${name}="${Math.trunc(number(value))}"` : '';
      return `<img src="${escapedForHtml(text(url))}" alt="${escapedForHtml(text(label))}" border="0"${size('height', height)}${size('width', width)}/>`;
    }
  })
];
