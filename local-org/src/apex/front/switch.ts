import type { Lines } from '../emit/lines.ts';
import { quote, type Value } from '../emit/value.ts';
import type { Expr, Statement, WhenClause } from './ast.ts';
import type { Body } from './body.ts';
import { findEnumValue } from './classMembers.ts';
import { castable, conversionCost } from './conversions.ts';
import { valueOf } from './expressions.ts';
import { operate } from './operators.ts';
import { Fault } from './parser.ts';
import { platformStatic } from './platformNames.ts';
import { statements } from './statements.ts';
import { is } from './types.ts';

/** `switch on`: a chain of tests of one value. @returns whether control can go on behind it */
export function switchOn(body: Body, out: Lines, node: Extract<Statement, { kind: 'switch' }>): boolean {
  const subject = valueOf(body, node.value);
  const isEnum = subject.type.declared?.kind === 'enum' || subject.type.library?.kind === 'enum';
  const general = subject.type.kind === 'sobject' || subject.type.kind === 'any' || subject.type.declared !== undefined;
  if (!isEnum && !general && !is(subject.type, 'Integer', 'Long', 'String')) {
    throw new Fault(
      node.value,
      `Switch expression must be of type Integer, Long, String, SObject or an enum: ${subject.type.name}`
    );
  }
  const held = body.temporary();
  out.add(`${held}=${subject.js};`);
  const value: Value = { type: subject.type, js: held };
  let open = false;
  let hasElse = false;
  node.clauses.forEach((clause, i) => {
    if (hasElse) throw new Fault(clause, 'when else must be the last block');
    hasElse = clause.isElse;
    out.at(clause.line).add(i === 0 ? '' : 'else');
    if (!clause.isElse) out.add(` if(${test(body, clause, value, isEnum)})`);
    else if (i === 0) throw new Fault(clause, 'when else can not be the only block');
    out.add(`{${body.count(clause.body)}`);
    open = clauseBody(body, out, clause, held) || open;
    out.add('}');
  });
  return open || !hasElse;
}

function clauseBody(body: Body, out: Lines, clause: WhenClause, held: string): boolean {
  return body.scoped(() => {
    if (clause.type !== undefined) {
      const variable = body.declare(clause.name, body.world.resolve(clause.type, body.owner), clause);
      out.add(`let ${variable.js}=${held};`);
    }
    return statements(body, out, clause.body.statements);
  });
}

function test(body: Body, clause: WhenClause, subject: Value, isEnum: boolean): string {
  if (clause.type !== undefined) {
    const type = body.world.resolve(clause.type, body.owner);
    if (!castable(subject.type, type)) {
      throw new Fault(
        clause,
        `Incompatible types since an instance of ${subject.type.name} is never an instance of ${type.name}`
      );
    }
    return `${body.hoists.constant(`$.tester(${quote(type.name)})`)}(${subject.js})`;
  }
  return clause.values.map((value) => testOf(body, value, subject, isEnum)).join('||');
}

function testOf(body: Body, node: Expr, subject: Value, isEnum: boolean): string {
  const value = isEnum && node.kind === 'name' ? enumConstant(body, node, subject) : valueOf(body, node);
  if (value.type.kind !== 'null' && conversionCost(value.type, subject.type) === undefined) {
    throw new Fault(node, `When value must be of type ${subject.type.name}: ${value.type.name}`);
  }
  // Unlike `==`, switch on String respects case.
  if (is(subject.type, 'String')) return `(${subject.js}===${value.js})`;
  return operate(body, '==', subject, value, node).js;
}

function enumConstant(body: Body, node: Extract<Expr, { kind: 'name' }>, subject: Value): Value {
  const { declared } = subject.type;
  const value =
    declared === undefined ? platformStatic(body, subject.type, node.name) : findEnumValue(body, declared, node.name);
  if (value === undefined) throw new Fault(node, `Enum value does not exist: ${node.name}`);
  return value;
}
