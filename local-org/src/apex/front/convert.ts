import type { Value } from '../emit/value.ts';
import type { Body } from './body.ts';
import { is, isText, numberRank, type Type } from './types.ts';

/** JavaScript of a value as another type, which it converts to by itself. */
export function convert(body: Body, value: Value, to: Type): string {
  const from = value.type;
  if (from === to || from.kind === 'null') return value.js;
  if (from.query === true && to.kind === 'sobject') return `${body.operation('onlyRow')}(${value.js})`;
  if (numberRank(from) >= 0 && numberRank(to) >= 0) return convertNumber(body, value, to);
  if (is(from, 'Date') && is(to, 'Datetime')) return `${body.operation('dateAsDatetime')}(${value.js})`;
  if (isText(from) && is(to, 'Id') && !is(from, 'Id')) return `${body.operation('toId')}(${value.js})`;
  return value.js;
}

function convertNumber(body: Body, value: Value, to: Type): string {
  if (value.literal !== undefined) {
    const text = String(value.literal);
    if (is(to, 'Long')) return value.literal < 0 ? `(${text}n)` : `${text}n`;
    if (is(to, 'Decimal')) return body.hoists.constant(`$.decimal("${text}")`);
    if (is(to, 'Double')) return body.hoists.constant(`$.double("${text}")`);
  }
  if (is(value.type, to.name)) return value.js;
  return `${body.operation(`widenTo${to.name}`)}(${value.js})`;
}
