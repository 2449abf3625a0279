import { quote, type Value } from '../emit/value.ts';
import type { Expr } from './ast.ts';
import type { Body } from './body.ts';
import { findMember } from './calls.ts';
import { converted } from './overloads.ts';
import { ancestry } from './symbols.ts';
import { VOID, type Type } from './types.ts';

/** Methods whose query text may bind variables of the place that calls them. */
const QUERYING = new Set(['query', 'countquery', 'getquerylocator']);

/** `Database.query(text)` and its like: the call sees the local variables. */
export function dynamicQuery(
  body: Body,
  type: Type,
  node: Extract<Expr, { kind: 'call' }>,
  values: readonly Value[]
): Value | undefined {
  const { library } = type;
  if (library?.name !== 'Database') return undefined;
  const key = node.name.toLowerCase();
  const rows = key === 'query' || key === 'querywithbinds';
  if (!rows && !QUERYING.has(key)) return undefined;
  const member = findMember(body, type, node.name, values, true)?.member;
  if (member === undefined) return undefined;
  const args = converted(
    body,
    values,
    member.parameters.map((one) => body.world.named(one.type))
  );
  const call = `${body.hoists.member(library, member)}(${args.join(',')})`;
  const result = rows
    ? body.world.queryRows(body.world.generalSObject)
    : member.type === 'void'
      ? VOID
      : body.world.named(member.type);
  if (!QUERYING.has(key)) return { type: result, js: call };
  return { type: result, js: `${body.operation('withScope')}(${scopeOf(body)},()=>${call})` };
}

/** A function from a variable's lower-case name to its value; `undefined` for unknown names. */
function scopeOf(body: Body): string {
  const cases = new Map<string, string>();
  if (!body.static) {
    cases.set('this', 'this');
    for (const symbol of ancestry(body.owner)) {
      for (const [key, field] of symbol.fields)
        if (!field.static && !cases.has(key)) cases.set(key, `this.${field.property}`);
    }
  }
  for (const [key, field] of body.owner.top.fields) {
    if (field.static && !cases.has(key)) cases.set(key, `${body.statics(field.owner)}.${field.property}`);
  }
  for (const local of body.locals()) cases.set(local.name.toLowerCase(), local.js);
  const text = Array.from(cases, ([key, js]) => `case ${quote(key)}:return ${js};`).join('');
  return `(n)=>{switch(n){${text}}}`;
}
