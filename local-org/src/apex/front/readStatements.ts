import type * as G from '@apexdevtools/apex-parser';
import type { AccessWord, Block, DmlVerb, Expr, LocalStatement, Statement, WhenClause } from './ast.ts';
import { at, Fault, maybe, tokenAt } from './parser.ts';
import { readExpression, readList, readQualifiedType, readType } from './readExpressions.ts';
import { readModifiers } from './readModifiers.ts';

/** A block in braces. */
export function readBlock(node: G.BlockContext): Block {
  return {
    kind: 'block',
    ...at(node),
    statements: node.statement_list().map(readStatement),
    end: tokenAt(node.RBRACE().symbol)
  };
}

/** One statement. */
export function readStatement(node: G.StatementContext): Statement {
  const inner = node.getChild(0);
  const place = at(node);
  let found;
  if ((found = maybe(node.block())) !== undefined) return readBlock(found);
  if ((found = maybe(node.expressionStatement())) !== undefined) {
    return { kind: 'expression', ...place, value: readExpression(found.expression()) };
  }
  if ((found = maybe(node.localVariableDeclarationStatement())) !== undefined) {
    return readLocal(found.localVariableDeclaration());
  }
  if ((found = maybe(node.ifStatement())) !== undefined) {
    const otherwise = found.ELSE() ? found.statement(1) : undefined;
    return {
      kind: 'if',
      ...place,
      condition: readExpression(found.parExpression().expression()),
      then: readStatement(found.statement(0)),
      otherwise: otherwise && readStatement(otherwise)
    };
  }
  if ((found = maybe(node.returnStatement())) !== undefined) {
    return { kind: 'return', ...place, value: optional(found.expression()) };
  }
  if ((found = maybe(node.forStatement())) !== undefined) return readFor(found);
  if ((found = maybe(node.tryStatement())) !== undefined) return readTry(found);
  if ((found = maybe(node.throwStatement())) !== undefined) {
    return { kind: 'throw', ...place, value: readExpression(found.expression()) };
  }
  if ((found = maybe(node.whileStatement())) !== undefined) {
    return {
      kind: 'while',
      ...place,
      condition: readExpression(found.parExpression().expression()),
      body: body(found.statement())
    };
  }
  if ((found = maybe(node.doWhileStatement())) !== undefined) {
    return {
      kind: 'doWhile',
      ...place,
      condition: readExpression(found.parExpression().expression()),
      body: readBlock(found.block())
    };
  }
  if (maybe(node.breakStatement()) !== undefined) return { kind: 'break', ...place };
  if (maybe(node.continueStatement()) !== undefined) return { kind: 'continue', ...place };
  if ((found = maybe(node.switchStatement())) !== undefined) return readSwitch(found);
  if ((found = maybe(node.runAsStatement())) !== undefined) {
    return { kind: 'runAs', ...place, values: readList(maybe(found.expressionList())), body: readBlock(found.block()) };
  }
  const dml = readDml(node);
  if (dml !== undefined) return dml;
  throw new Fault(place, `Unexpected statement: ${inner.getText()}`);
}

function optional(node: G.ExpressionContext | null): Expr | undefined {
  return node === null ? undefined : readExpression(node);
}

function body(node: G.StatementContext | null): Statement | undefined {
  return node === null ? undefined : readStatement(node);
}

function readLocal(node: G.LocalVariableDeclarationContext): LocalStatement {
  return {
    kind: 'local',
    ...at(node),
    modifiers: readModifiers(node.modifier_list()),
    type: readType(node.typeRef()),
    variables: node
      .variableDeclarators()
      .variableDeclarator_list()
      .map((one) => ({ ...at(one), text: one.id().getText(), initial: optional(one.expression()) }))
  };
}

function readFor(node: G.ForStatementContext): Statement {
  const place = at(node);
  const control = node.forControl();
  const each = maybe(control.enhancedForControl());
  if (each !== undefined) {
    return {
      kind: 'forEach',
      ...place,
      type: readType(each.typeRef()),
      name: each.id().getText(),
      values: readExpression(each.expression()),
      body: body(node.statement())
    };
  }
  const init = maybe(control.forInit());
  const local = maybe(init?.localVariableDeclaration());
  return {
    kind: 'for',
    ...place,
    start: local === undefined ? readList(maybe(init?.expressionList())) : readLocal(local),
    condition: optional(control.expression()),
    update: readList(maybe(maybe(control.forUpdate())?.expressionList())),
    body: body(node.statement())
  };
}

function readTry(node: G.TryStatementContext): Statement {
  const final = maybe(node.finallyBlock());
  return {
    kind: 'try',
    ...at(node),
    body: readBlock(node.block()),
    catches: node.catchClause_list().map((one) => ({
      ...at(one),
      type: readQualifiedType(one.qualifiedName()),
      name: one.id().getText(),
      body: readBlock(one.block())
    })),
    final: final && readBlock(final.block())
  };
}

function readSwitch(node: G.SwitchStatementContext): Statement {
  return {
    kind: 'switch',
    ...at(node),
    value: readExpression(node.expression()),
    clauses: node.whenControl_list().map((control): WhenClause => {
      const value = control.whenValue();
      const type = maybe(value.typeRef());
      return {
        ...at(control),
        values: value.whenLiteral_list().map(readWhenLiteral),
        type: type && readType(type),
        name: maybe(value.id())?.getText() ?? '',
        isElse: maybe(value.ELSE()) !== undefined,
        body: readBlock(control.block())
      };
    })
  };
}

function readWhenLiteral(node: G.WhenLiteralContext): Expr {
  const place = at(node);
  const inner = maybe(node.whenLiteral());
  if (inner !== undefined) return readWhenLiteral(inner);
  const text = node.getText();
  if (maybe(node.NULL()) !== undefined) return { kind: 'literal', ...place, literal: { type: 'null' } };
  if (maybe(node.StringLiteral()) !== undefined) {
    return { kind: 'literal', ...place, literal: { type: 'String', value: text.slice(1, -1).replace(/\\(.)/g, '$1') } };
  }
  if (maybe(node.LongLiteral()) !== undefined) {
    return { kind: 'literal', ...place, literal: { type: 'Long', value: BigInt(text.slice(0, -1)) } };
  }
  if (maybe(node.IntegerLiteral()) !== undefined) {
    return { kind: 'literal', ...place, literal: { type: 'Integer', value: Number(text) } };
  }
  const name = maybe(node.qualifiedName());
  if (name === undefined) throw new Fault(place, `Invalid when value: ${text}`);
  return name
    .id_list()
    .map((id): Expr => ({ kind: 'name', ...at(id), name: id.getText() }))
    .reduce((target, id) =>
      id.kind === 'name' ? { kind: 'member', line: id.line, column: id.column, target, name: id.name, safe: false } : id
    );
}

function readDml(node: G.StatementContext): Statement | undefined {
  const one =
    maybe(node.insertStatement()) ??
    maybe(node.updateStatement()) ??
    maybe(node.deleteStatement()) ??
    maybe(node.undeleteStatement());
  if (one !== undefined) {
    return dmlStatement(one, one.getChild(0).getText(), one.accessLevel(), one.expression(), undefined, undefined);
  }
  const upsert = maybe(node.upsertStatement());
  if (upsert !== undefined) {
    return dmlStatement(upsert, 'upsert', upsert.accessLevel(), upsert.expression(), undefined, upsert.qualifiedName());
  }
  const merge = maybe(node.mergeStatement());
  if (merge === undefined) return undefined;
  return dmlStatement(merge, 'merge', merge.accessLevel(), merge.expression(0), merge.expression(1), undefined);
}

function dmlStatement(
  node: Parameters<typeof at>[0],
  verb: string,
  level: G.AccessLevelContext | null,
  value: G.ExpressionContext,
  second: G.ExpressionContext | undefined,
  field: G.QualifiedNameContext | undefined | null
): Statement {
  const access: AccessWord = level === null ? undefined : maybe(level.USER()) !== undefined ? 'user' : 'system';
  return {
    kind: 'dml',
    ...at(node),
    verb: verb.toLowerCase() as DmlVerb,
    access,
    value: readExpression(value),
    second: second && readExpression(second),
    field: field?.id_list().map((id) => ({ ...at(id), text: id.getText() })) ?? []
  };
}
