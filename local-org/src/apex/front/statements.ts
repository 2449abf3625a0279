import type { Lines } from '../emit/lines.ts';
import { quote } from '../emit/value.ts';
import type { Block, Expr, LocalStatement, Statement } from './ast.ts';
import type { Body } from './body.ts';
import { conversionCost } from './conversions.ts';
import { convert } from './convert.ts';
import { dml } from './dml.ts';
import { condition, expression, valueAs, valueOf } from './expressions.ts';
import { forEach } from './forEach.ts';
import { Fault } from './parser.ts';
import { switchOn } from './switch.ts';

/** Writes statements in a scope of their own. @returns whether control can reach the end */
export function block(body: Body, out: Lines, node: Block): boolean {
  return body.scoped(() => statements(body, out, node.statements));
}

/** Writes statements in the current scope. */
export function statements(body: Body, out: Lines, list: readonly Statement[]): boolean {
  let open = true;
  for (const one of list) {
    if (!open) throw new Fault(one, 'Unreachable statement');
    open = statement(body, out, one);
  }
  return open;
}

/** Writes one statement. @returns whether control can go on behind it */
export function statement(body: Body, out: Lines, node: Statement): boolean {
  out.at(node.line);
  if (node.kind === 'block') {
    out.add('{');
    const open = block(body, out, node);
    out.add('}');
    return open;
  }
  // A mark that becomes code when coverage is taken.
  out.add(`/*@${String(node.line)}*/`);
  switch (node.kind) {
    case 'local':
      local(body, out, node);
      return true;
    case 'expression':
      out.add(`${expressionStatement(body, node.value)};`);
      return true;
    case 'if':
      return ifElse(body, out, node);
    case 'for':
      return loop(body, out, node);
    case 'forEach':
      forEach(body, out, node);
      return true;
    case 'while': {
      out.add(`while(${condition(body, node.condition)})`);
      loopBody(body, out, node.body);
      return !isTrue(node.condition) || breaks(node.body);
    }
    case 'doWhile': {
      out.add('do');
      loopBody(body, out, node.body);
      out.add(`while(${condition(body, node.condition)});`);
      return !isTrue(node.condition) || breaks(node.body);
    }
    case 'try':
      return tryCatch(body, out, node);
    case 'switch':
      return switchOn(body, out, node);
    case 'return':
      returns(body, out, node);
      return false;
    case 'throw': {
      const thrown = valueOf(body, node.value);
      if (conversionCost(thrown.type, body.world.named('Exception')) === undefined) {
        throw new Fault(node, `Throw expression must be of type exception: ${thrown.type.name}`);
      }
      out.add(`throw ${body.nonNull(thrown)};`);
      return false;
    }
    case 'break':
    case 'continue':
      if (body.loops === 0) throw new Fault(node, `Invalid ${node.kind}: not in a loop`);
      out.add(`${node.kind};`);
      return false;
    case 'dml':
      out.add(dml(body, node));
      return true;
    case 'runAs':
      return runAs(body, out, node);
  }
}

const EFFECTS = new Set(['assign', 'call', 'new', 'prefix', 'postfix', 'newElements', 'newEntries']);

function expressionStatement(body: Body, node: Expr): string {
  if (!EFFECTS.has(node.kind)) {
    // A name or a field that does not exist is the better message.
    expression(body, node);
    throw new Fault(node, 'Expression cannot be a statement');
  }
  const stepped = node.kind === 'postfix' ? { ...node, kind: 'prefix' as const } : node;
  const { js } = expression(body, stepped);
  return js.startsWith('{') ? `(${js})` : js;
}

function local(body: Body, out: Lines, node: LocalStatement): void {
  const type = body.world.resolve(node.type, body.owner);
  if (type.kind === 'void') throw new Fault(node, 'Variable cannot be of type void');
  const parts = node.variables.map((variable) => {
    const initial = variable.initial === undefined ? 'null' : valueAs(body, variable.initial, type);
    const declared = body.declare(variable.text, type, variable, node.modifiers.words.has('final'));
    return `${declared.js}=${initial}`;
  });
  out.add(`let ${parts.join(',')};`);
}

function ifElse(body: Body, out: Lines, node: Extract<Statement, { kind: 'if' }>): boolean {
  out.add(`if(${condition(body, node.condition)})`);
  const then = branch(body, out, node.then);
  if (node.otherwise === undefined) return true;
  out.add('else');
  return branch(body, out, node.otherwise) || then;
}

function branch(body: Body, out: Lines, node: Statement): boolean {
  out.add('{').add(body.count(node));
  const open = body.scoped(() =>
    node.kind === 'block' ? statements(body, out, node.statements) : statement(body, out, node)
  );
  out.add('}');
  return open;
}

/** A loop's body, with the statements of one turn counted and checked. */
export function loopBody(body: Body, out: Lines, node: Statement | undefined, before = ''): void {
  body.loops += 1;
  out.add('{').add(body.check(node)).add(before);
  body.scoped(() => {
    if (node?.kind === 'block') statements(body, out, node.statements);
    else if (node !== undefined) statement(body, out, node);
  });
  out.add('}');
  body.loops -= 1;
}

function loop(body: Body, out: Lines, node: Extract<Statement, { kind: 'for' }>): boolean {
  return body.scoped(() => {
    out.add('for(');
    if (!('kind' in node.start)) out.add(`${node.start.map((one) => expressionStatement(body, one)).join(',')};`);
    else local(body, out, node.start);
    out.add(`${node.condition === undefined ? '' : condition(body, node.condition)};`);
    out.add(`${node.update.map((one) => expressionStatement(body, one)).join(',')})`);
    loopBody(body, out, node.body);
    const endless = node.condition === undefined || isTrue(node.condition);
    return !endless || breaks(node.body);
  });
}

function isTrue(node: Expr): boolean {
  return node.kind === 'literal' && node.literal.type === 'Boolean' && node.literal.value;
}

/** Whether a break of this loop stands in its body. */
function breaks(node: Statement | undefined): boolean {
  switch (node?.kind) {
    case 'break':
      return true;
    case 'block':
      return node.statements.some(breaks);
    case 'if':
      return breaks(node.then) || breaks(node.otherwise);
    case 'try':
      return breaks(node.body) || node.catches.some((one) => breaks(one.body)) || breaks(node.final);
    case 'switch':
      return node.clauses.some((clause) => breaks(clause.body));
    case 'runAs':
      return breaks(node.body);
    default:
      return false;
  }
}

function returns(body: Body, out: Lines, node: Extract<Statement, { kind: 'return' }>): void {
  if (body.kind === 'constructor' || body.returnType.kind === 'void') {
    if (node.value !== undefined) throw new Fault(node, 'Void method must not return a value');
    // Inside a function of its own a return without value must show outside.
    const nothing = body.functions > 0 ? 'return null;' : 'return;';
    out.add(body.kind === 'constructor' ? 'return this;' : nothing);
    return;
  }
  if (node.value === undefined) throw new Fault(node, `Missing return statement value: ${body.returnType.name}`);
  const value = expression(body, node.value);
  if (conversionCost(value.type, body.returnType) === undefined) {
    throw new Fault(node, `Return value must be of type: ${body.returnType.name}`);
  }
  out.add(`return ${convert(body, value, body.returnType)};`);
}

function tryCatch(body: Body, out: Lines, node: Extract<Statement, { kind: 'try' }>): boolean {
  out.add('try{');
  let open = block(body, out, node.body);
  out.add('}');
  if (node.catches.length > 0) {
    const thrown = body.temporary();
    out.at(node.catches[0]?.line ?? 0).add(`catch(e$){${thrown}=${body.operation('caught')}(e$);`);
    node.catches.forEach((clause, i) => {
      const type = body.world.resolve(clause.type, body.owner);
      if (conversionCost(type, body.world.named('Exception')) === undefined) {
        throw new Fault(clause, `Catch expression must be of type exception: ${type.name}`);
      }
      out.at(clause.line).add(`${i === 0 ? '' : 'else '}if(${catches(body, type.name)}(${thrown})){`);
      const after = body.scoped(() => {
        const variable = body.declare(clause.name, type, clause);
        out.add(`let ${variable.js}=${thrown};${body.count(clause.body)}`);
        return statements(body, out, clause.body.statements);
      });
      open = after || open;
      out.add('}');
    });
    out.add(`else throw ${thrown};}`);
  }
  if (node.final === undefined) return open;
  out.at(node.final.line).add('finally{');
  const after = block(body, out, node.final);
  out.add('}');
  return open && after;
}

function catches(body: Body, type: string): string {
  return body.hoists.constant(`$.catcher(${quote(type)})`);
}

/** `System.runAs(user) { … }`: the block is a function the platform runs; a return inside it is handed through. */
function runAs(body: Body, out: Lines, node: Extract<Statement, { kind: 'runAs' }>): boolean {
  const [user, ...others] = node.values;
  if (user === undefined || others.length > 0) throw new Fault(node, 'System.runAs takes one user');
  const value = valueOf(body, user);
  const wanted = body.world.sobject('User');
  if (wanted === undefined || conversionCost(value.type, wanted) === undefined) {
    throw new Fault(node, `System.runAs takes a User: ${value.type.name}`);
  }
  const result = body.temporary();
  const { loops } = body;
  body.loops = 0;
  body.functions += 1;
  out.add(`${result}=undefined;${body.operation('runAs')}(${convert(body, value, wanted)},()=>{${result}=(()=>{`);
  const open = block(body, out, node.body);
  out.add(`})();});if(${result}!==undefined)return ${result};`);
  body.functions -= 1;
  body.loops = loops;
  return open;
}
