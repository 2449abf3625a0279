import { ApexErrorListener, ApexParserFactory } from '@apexdevtools/apex-parser';
import type {
  ConditionalExpressionContext,
  FieldExpressionContext,
  FieldNameContext,
  FieldOrderContext,
  FromNameListContext,
  LogicalExpressionContext,
  QueryContext,
  SelectEntryContext,
  SoqlFunctionContext,
  SubFieldEntryContext,
  SubQueryContext,
  TypeOfContext,
  WhereConditionalExpressionContext,
  WhereFieldExpressionContext,
  WhereLogicalExpressionContext
} from '@apexdevtools/apex-parser';
import { OrgError, UnsupportedError } from '../errors.ts';
import type {
  Call,
  Comparison,
  Condition,
  Operand,
  Operator,
  OrderItem,
  Path,
  Query,
  SelectItem,
  TypeOf
} from './ast.ts';
import { boundOf, valueOf } from './parseValues.ts';
import { refusal } from './refusals.ts';

/** @throws OrgError MALFORMED_QUERY with the place of the first fault */
export function parseQuery(text: string): Query {
  const fault = new FirstFault();
  const { parser } = ApexParserFactory.createLexerAndParser(text, fault);
  const tree = parser.query();
  if (fault.at !== undefined) throw malformed(text, fault.line, fault.at, fault.message);
  const next = parser.getCurrentToken();
  if (next.type !== END_OF_INPUT) {
    const hint = /^(and|or)$/i.test(next.text) ? ' (AND and OR may be mixed only with parentheses)' : '';
    throw malformed(text, next.line, next.column, `unexpected token: '${next.text}'${hint}`);
  }
  return queryFromParseTree(tree);
}

/** The AST of a query that stands in Apex: `[SELECT …]`. Offsets count from its SELECT. */
export function queryFromParseTree(tree: QueryContext): Query {
  return new Reader(tree.start.start).query(tree);
}

const END_OF_INPUT = -1;

const CLAUSES: ReadonlySet<string> = new Set(
  'SELECT FROM WHERE WITH GROUP HAVING ORDER BY LIMIT OFFSET FOR USING ALL AND OR NOT LIKE IN'.split(' ')
);

class FirstFault extends ApexErrorListener {
  line = 1;
  at: number | undefined;
  message = '';

  override apexSyntaxError(line: number, column: number, message: string): void {
    if (this.at !== undefined) return;
    this.line = line;
    this.at = column;
    this.message = message;
  }
}

function malformed(text: string, line: number, column: number, message: string): OrgError {
  const lineStart = text.split('\n', line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  return refusal(text, lineStart + column, 'MALFORMED_QUERY', message);
}

/** Reads the parser's tree. `start` is the offset of the query in the parsed text. */
class Reader {
  readonly #start: number;

  constructor(start: number) {
    this.#start = start;
  }

  query(tree: QueryContext): Query {
    if (tree.UPDATE()) throw new UnsupportedError('UPDATE TRACKING and UPDATE VIEWSTAT in a query');
    const group = tree.groupByClause();
    if (group?.ROLLUP()) throw new UnsupportedError('GROUP BY ROLLUP');
    if (group?.CUBE()) throw new UnsupportedError('GROUP BY CUBE');
    const limit = tree.limitClause();
    const offset = tree.offsetClause();
    const having = group?.logicalExpression();
    return {
      select: tree
        .selectList()
        .selectEntry_list()
        .map((each) => this.#selectItem(each)),
      ...this.#from(tree.fromNameList()),
      scope: tree.usingScope()?.soqlId().getText(),
      where: tree.whereClause() ? this.#where(tree.whereClause().whereLogicalExpression()) : undefined,
      mode: this.#mode(tree),
      groupBy: group
        ? group
            .fieldGroupByList()
            .fieldGroupBy_list()
            .map((each) => this.#operand(each))
        : [],
      having: having ? this.#logical(having) : undefined,
      orderBy: tree.orderByClause() ? this.#order(tree.orderByClause().fieldOrderList().fieldOrder_list()) : [],
      limit: limit ? boundOf(limit, this.#start) : undefined,
      offset: offset ? boundOf(offset, this.#start) : undefined,
      allRows: Boolean(tree.allRowsClause()),
      lock: lockOf(tree)
    };
  }

  #subQuery(tree: SubQueryContext): Query {
    if (tree.UPDATE()) throw new UnsupportedError('UPDATE TRACKING and UPDATE VIEWSTAT in a query');
    const limit = tree.limitClause();
    return {
      select: tree
        .subFieldList()
        .subFieldEntry_list()
        .map((each) => this.#selectItem(each)),
      ...this.#from(tree.fromNameList()),
      scope: undefined,
      where: tree.whereClause() ? this.#where(tree.whereClause().whereLogicalExpression()) : undefined,
      mode: undefined,
      groupBy: [],
      having: undefined,
      orderBy: tree.orderByClause() ? this.#order(tree.orderByClause().fieldOrderList().fieldOrder_list()) : [],
      limit: limit ? boundOf(limit, this.#start) : undefined,
      offset: undefined,
      allRows: false,
      lock: lockOf(tree)
    };
  }

  #from(tree: FromNameListContext): { from: Path; alias: string | undefined } {
    const [first, ...more] = tree.fieldName_list();
    if (!first || more.length > 0)
      throw new UnsupportedError('several objects in FROM; write the parent path in the field list instead');
    const alias = tree.soqlId_list()[0];
    // The grammar takes almost any word for an alias, also the start of a clause that goes wrong.
    if (alias && CLAUSES.has(alias.getText().toUpperCase()))
      throw new OrgError('MALFORMED_QUERY', `unexpected token: '${alias.getText()}' (the clause is not complete)`);
    return { from: this.#path(first), alias: alias?.getText() };
  }

  #mode(tree: QueryContext): Query['mode'] {
    const clause = tree.withClause();
    if (!clause) return undefined;
    if (clause.USER_MODE()) return 'USER_MODE';
    if (clause.SYSTEM_MODE()) return 'SYSTEM_MODE';
    if (clause.SECURITY_ENFORCED()) return 'SECURITY_ENFORCED';
    throw new UnsupportedError(`${clause.getText().slice(0, 40)} in a query`);
  }

  #selectItem(tree: SelectEntryContext | SubFieldEntryContext): SelectItem {
    const alias = tree.soqlId()?.getText();
    if (tree.fieldName()) return { kind: 'operand', operand: this.#path(tree.fieldName()), alias };
    if (tree.typeOf()) return this.#typeOf(tree.typeOf());
    const subQuery = tree.subQuery();
    if (subQuery) return { kind: 'children', query: this.#subQuery(subQuery), at: this.#at(subQuery.start.start) };
    const call = tree.soqlFunction();
    const fields = call.soqlFieldsParameter();
    if (!fields) return { kind: 'operand', operand: this.#call(call), alias };
    const which = fields.ALL() ? 'ALL' : fields.CUSTOM() ? 'CUSTOM' : 'STANDARD';
    return { kind: 'fields', which, at: this.#at(call.start.start) };
  }

  #typeOf(tree: TypeOfContext): TypeOf {
    return {
      kind: 'typeof',
      path: this.#path(tree.fieldName()),
      branches: tree.whenClause_list().map((branch) => ({
        object: this.#path(branch.fieldName()),
        fields: branch
          .fieldNameList()
          .fieldName_list()
          .map((each) => this.#path(each))
      })),
      otherwise:
        tree
          .elseClause()
          ?.fieldNameList()
          .fieldName_list()
          .map((each) => this.#path(each)) ?? []
    };
  }

  #path(tree: FieldNameContext): Path {
    return { kind: 'path', names: tree.soqlId_list().map((each) => each.getText()), at: this.#at(tree.start.start) };
  }

  #call(tree: SoqlFunctionContext): Call {
    const name = tree.start.text.toUpperCase();
    if (['DISTANCE', 'GROUPING', 'CONVERTCURRENCY'].includes(name)) throw new UnsupportedError(`${name}() in a query`);
    const date = tree.dateFieldName();
    const inner = tree.soqlFunction();
    const field = date ? date.fieldName() : tree.fieldName();
    return {
      kind: 'call',
      name,
      argument: inner ? this.#call(inner) : field ? this.#path(field) : undefined,
      inUserZone: Boolean(date?.CONVERT_TIMEZONE()),
      at: this.#at(tree.start.start)
    };
  }

  #operand(tree: { fieldName(): FieldNameContext; soqlFunction(): SoqlFunctionContext }): Operand {
    return tree.fieldName() ? this.#path(tree.fieldName()) : this.#call(tree.soqlFunction());
  }

  #order(items: readonly FieldOrderContext[]): OrderItem[] {
    return items.map((item) => ({
      operand: this.#operand(item),
      descending: Boolean(item.DESC()),
      nulls: item.FIRST() ? 'first' : item.LAST() ? 'last' : undefined
    }));
  }

  #where(tree: WhereLogicalExpressionContext): Condition {
    const parts = tree.whereConditionalExpression_list().map((each) => this.#wherePart(each));
    return joined(parts, tree);
  }

  #wherePart(tree: WhereConditionalExpressionContext): Condition {
    const nested = tree.whereLogicalExpression();
    return nested ? this.#where(nested) : this.#whereComparison(tree.whereFieldExpression());
  }

  #whereComparison(tree: WhereFieldExpressionContext): Condition {
    if (tree.FORMULA()) throw new UnsupportedError('FORMULA() in a query');
    return this.#comparison(tree.fieldExpression());
  }

  #logical(tree: LogicalExpressionContext): Condition {
    const parts = tree.conditionalExpression_list().map((each) => this.#part(each));
    return joined(parts, tree);
  }

  #part(tree: ConditionalExpressionContext): Condition {
    const nested = tree.logicalExpression();
    return nested ? this.#logical(nested) : this.#comparison(tree.fieldExpression());
  }

  #comparison(tree: FieldExpressionContext): Comparison {
    const operator = tree.comparisonOperator().getText().toUpperCase();
    const subQuery = tree.value().subQuery();
    return {
      kind: 'comparison',
      left: this.#operand(tree),
      operator: OPERATORS[operator] ?? '=',
      value: subQuery
        ? { kind: 'query', query: this.#subQuery(subQuery), at: this.#at(subQuery.start.start) }
        : valueOf(tree.value(), this.#start)
    };
  }

  #at(offset: number): number {
    return offset - this.#start;
  }
}

const OPERATORS: Readonly<Record<string, Operator>> = {
  '=': '=',
  '!=': '!=',
  '<>': '!=',
  '<': '<',
  '>': '>',
  '<=': '<=',
  '>=': '>=',
  LIKE: 'LIKE',
  IN: 'IN',
  NOTIN: 'NOT IN',
  INCLUDES: 'INCLUDES',
  EXCLUDES: 'EXCLUDES'
};

function joined(parts: Condition[], tree: LogicalExpressionContext | WhereLogicalExpressionContext): Condition {
  const [first] = parts;
  if (!first) throw new Error('A condition without parts');
  if (tree.NOT()) return { kind: 'not', part: first };
  if (parts.length === 1) return first;
  return { kind: tree.SOQLOR_list().length > 0 ? 'or' : 'and', parts };
}

function lockOf(tree: QueryContext | SubQueryContext): Query['lock'] {
  const clauses = tree.forClauses();
  if (!clauses) return undefined;
  if (clauses.UPDATE_list().length > 0) return 'UPDATE';
  if (clauses.VIEW_list().length > 0) return 'VIEW';
  return clauses.REFERENCE_list().length > 0 ? 'REFERENCE' : undefined;
}
