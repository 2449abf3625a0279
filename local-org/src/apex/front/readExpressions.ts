import * as G from '@apexdevtools/apex-parser';
import type { ParserRuleContext } from 'antlr4';
import type { Expr, Literal, SoqlBind, SoqlExpr, TypeRef } from './ast.ts';
import { at, Fault, maybe, sourceOf } from './parser.ts';

type Node<K extends Expr['kind']> = Extract<Expr, { kind: K }>;

/** An expression of the parse tree as our own. */
export function readExpression(node: G.ExpressionContext): Expr {
  const place = at(node);
  if (node instanceof G.PrimaryExpressionContext) return readPrimary(node.primary());
  if (node instanceof G.DotExpressionContext) return readDot(node);
  if (node instanceof G.MethodCallExpressionContext) return readCall(node.methodCall());
  if (node instanceof G.SubExpressionContext) return readExpression(node.expression());
  if (node instanceof G.NewExpressionContext) return readCreator(node.creator());
  if (node instanceof G.ArrayExpressionContext) {
    return {
      kind: 'index',
      ...place,
      target: readExpression(node.expression(0)),
      index: readExpression(node.expression(1))
    };
  }
  if (node instanceof G.CastExpressionContext) {
    return { kind: 'cast', ...place, type: readType(node.typeRef()), value: readExpression(node.expression()) };
  }
  if (node instanceof G.InstanceOfExpressionContext) {
    return { kind: 'instanceof', ...place, type: readType(node.typeRef()), value: readExpression(node.expression()) };
  }
  if (node instanceof G.PostOpExpressionContext) {
    return { kind: 'postfix', ...place, operator: lastText(node), value: readExpression(node.expression()) };
  }
  if (node instanceof G.PreOpExpressionContext || node instanceof G.NegExpressionContext) {
    return { kind: 'prefix', ...place, operator: firstText(node), value: readExpression(node.expression()) };
  }
  if (node instanceof G.CondExpressionContext) {
    const [condition, then, otherwise] = node.expression_list().map(readExpression);
    if (condition === undefined || then === undefined || otherwise === undefined)
      throw new Fault(place, 'Unexpected token ?');
    return { kind: 'ternary', ...place, condition, then, otherwise };
  }
  return readOperator(node);
}

/** Binary operators and assignments: between the two operands stand the operator's tokens. */
function readOperator(node: G.ExpressionContext): Expr {
  const place = at(node);
  const operands = node.children?.filter((child) => child instanceof G.ExpressionContext) ?? [];
  const [first, second] = operands;
  if (!(first instanceof G.ExpressionContext) || !(second instanceof G.ExpressionContext)) {
    throw new Fault(place, `Unexpected expression: ${sourceOf(node)}`);
  }
  const operator = (node.children ?? [])
    .slice(1, -1)
    .map((child) => child.getText())
    .join('');
  const left = readExpression(first);
  const right = readExpression(second);
  if (node instanceof G.AssignExpressionContext) return { kind: 'assign', ...place, operator, left, right };
  return { kind: 'binary', ...place, operator, left, right };
}

function firstText(node: ParserRuleContext): string {
  return node.getChild(0).getText();
}

function lastText(node: ParserRuleContext): string {
  return node.getChild(node.getChildCount() - 1).getText();
}

function readPrimary(node: G.PrimaryContext): Expr {
  const place = at(node);
  if (node instanceof G.IdPrimaryContext) return { kind: 'name', ...place, name: node.id().getText() };
  if (node instanceof G.LiteralPrimaryContext)
    return { kind: 'literal', ...place, literal: readLiteral(node.literal()) };
  if (node instanceof G.ThisPrimaryContext) return { kind: 'this', ...place };
  if (node instanceof G.SuperPrimaryContext) return { kind: 'super', ...place };
  if (node instanceof G.TypeRefPrimaryContext)
    return { kind: 'classLiteral', ...place, type: readType(node.typeRef()) };
  if (node instanceof G.VoidPrimaryContext) return { kind: 'classLiteral', ...place, type: undefined };
  if (node instanceof G.SoqlPrimaryContext) return readSoql(node.soqlLiteral().query());
  return { kind: 'unsupported', ...place, construct: 'SOSL' };
}

/** A query with its text and its binds, which are expressions of Apex. */
export function readSoql(query: G.QueryContext): SoqlExpr {
  const binds: SoqlBind[] = [];
  const walk = (node: ParserRuleContext): void => {
    for (const child of node.children ?? []) {
      if (child instanceof G.BoundExpressionContext) {
        binds.push({ text: sourceOf(child.expression()), value: readExpression(child.expression()) });
      } else if (child instanceof G.QueryContext || 'children' in child) {
        walk(child as ParserRuleContext);
      }
    }
  };
  walk(query);
  return { kind: 'soql', ...at(query), text: sourceOf(query), binds };
}

function readDot(node: G.DotExpressionContext): Expr {
  const target = readExpression(node.expression());
  const safe = maybe(node.QUESTIONDOT()) !== undefined;
  const call = maybe(node.dotMethodCall());
  if (call === undefined) return { kind: 'member', ...at(node.anyId()), target, name: node.anyId().getText(), safe };
  return {
    kind: 'call',
    ...at(call),
    target,
    name: call.anyId().getText(),
    values: readList(maybe(call.expressionList())),
    safe
  };
}

function readCall(node: G.MethodCallContext): Expr {
  return {
    kind: 'call',
    ...at(node),
    target: undefined,
    name: firstText(node),
    values: readList(maybe(node.expressionList())),
    safe: false
  };
}

export function readList(node: G.ExpressionListContext | undefined): Expr[] {
  return node?.expression_list().map(readExpression) ?? [];
}

function readCreator(node: G.CreatorContext): Expr {
  const place = at(node);
  const type: TypeRef = {
    ...place,
    names: node
      .createdName()
      .idCreatedNamePair_list()
      .map((pair) => ({
        name: pair.anyId().getText(),
        args: maybe(pair.typeList())?.typeRef_list().map(readType) ?? []
      })),
    dimensions: 0
  };
  const construct = maybe(node.classCreatorRest());
  if (construct !== undefined) {
    return { kind: 'new', ...place, type, values: readList(maybe(construct.arguments().expressionList())) };
  }
  const entries = maybe(node.mapCreatorRest());
  if (entries !== undefined) {
    const pairs = entries
      .mapCreatorRestPair_list()
      .map((pair) => [readExpression(pair.expression(0)), readExpression(pair.expression(1))] as const);
    return { kind: 'newEntries', ...place, type, entries: pairs };
  }
  const elements = maybe(node.setCreatorRest());
  if (elements !== undefined) {
    return { kind: 'newElements', ...place, type, values: elements.expression_list().map(readExpression) };
  }
  const array = maybe(node.arrayCreatorRest());
  if (array === undefined) return { kind: 'newElements', ...place, type, values: [] };
  return readArray(place, { ...type, dimensions: 1 }, array);
}

function readArray(
  place: { line: number; column: number },
  type: TypeRef,
  node: G.ArrayCreatorRestContext
): Node<'newSized'> | Node<'newElements'> {
  const size = maybe(node.expression());
  if (size !== undefined) return { kind: 'newSized', ...place, type, size: readExpression(size) };
  const values = maybe(node.arrayInitializer())?.expression_list().map(readExpression) ?? [];
  return { kind: 'newElements', ...place, type, values };
}

/** A type as written. */
export function readType(node: G.TypeRefContext): TypeRef {
  return {
    ...at(node),
    names: node.typeName_list().map((name) => ({
      name: firstText(name),
      args: maybe(name.typeArguments())?.typeList().typeRef_list().map(readType) ?? []
    })),
    dimensions: node.arraySubscripts().LBRACK_list().length
  };
}

/** A name with dots as a type. */
export function readQualifiedType(node: G.QualifiedNameContext): TypeRef {
  return { ...at(node), names: node.id_list().map((id) => ({ name: id.getText(), args: [] })), dimensions: 0 };
}

export function readLiteral(node: G.LiteralContext): Literal {
  const text = node.getText();
  if (maybe(node.StringLiteral()) !== undefined) return { type: 'String', value: unescape(text.slice(1, -1)) };
  if (maybe(node.MultilineStringLiteral()) !== undefined) {
    return { type: 'String', value: unescape(text.slice(3, -3).replace(/^[ \t]*\r?\n/, '')) };
  }
  if (maybe(node.BooleanLiteral()) !== undefined) return { type: 'Boolean', value: text.toLowerCase() === 'true' };
  if (maybe(node.NULL()) !== undefined) return { type: 'null' };
  return readNumber(text, node);
}

function readNumber(text: string, node: ParserRuleContext): Literal {
  if (/^\d+$/.test(text)) {
    const value = Number(text);
    // 2147483648 is only right behind a minus; the wrap makes it so.
    if (value > 2147483648) throw new Fault(at(node), `Illegal integer: ${text}`);
    return { type: 'Integer', value: value | 0 };
  }
  if (/^\d+l$/i.test(text)) return { type: 'Long', value: BigInt.asIntN(64, BigInt(text.slice(0, -1))) };
  if (/d$/i.test(text)) return { type: 'Double', value: text.slice(0, -1) };
  return { type: 'Decimal', value: text };
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

function unescape(text: string): string {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (_, code: string | undefined, letter: string | undefined) =>
    code !== undefined
      ? String.fromCharCode(parseInt(code, 16))
      : (ESCAPES[letter?.toLowerCase() ?? ''] ?? letter ?? '')
  );
}
