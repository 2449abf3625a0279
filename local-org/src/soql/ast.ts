/** A SOQL query as it is written. `at` is an offset in the query's text, for error messages and lifted literals. */
export interface Query {
  readonly select: readonly SelectItem[];
  readonly from: Path;
  readonly alias: string | undefined;
  readonly scope: string | undefined;
  readonly where: Condition | undefined;
  readonly mode: 'USER_MODE' | 'SYSTEM_MODE' | 'SECURITY_ENFORCED' | undefined;
  readonly groupBy: readonly Operand[];
  readonly having: Condition | undefined;
  readonly orderBy: readonly OrderItem[];
  readonly limit: Value | undefined;
  readonly offset: Value | undefined;
  readonly allRows: boolean;
  readonly lock: 'UPDATE' | 'VIEW' | 'REFERENCE' | undefined;
}

/** A field, or a field of a parent: `Account.Owner.Name`. */
export interface Path {
  readonly kind: 'path';
  readonly names: readonly string[];
  readonly at: number;
}

/** `COUNT(Id)`, `CALENDAR_YEAR(convertTimezone(CreatedDate))`; without argument for `COUNT()`. */
export interface Call {
  readonly kind: 'call';
  /** In upper case. */
  readonly name: string;
  readonly argument: Operand | undefined;
  readonly inUserZone: boolean;
  readonly at: number;
}

export type Operand = Path | Call;

export type SelectItem =
  | { readonly kind: 'operand'; readonly operand: Operand; readonly alias: string | undefined }
  | { readonly kind: 'children'; readonly query: Query; readonly at: number }
  | TypeOf
  | { readonly kind: 'fields'; readonly which: 'ALL' | 'STANDARD' | 'CUSTOM'; readonly at: number };

export interface TypeOf {
  readonly kind: 'typeof';
  readonly path: Path;
  readonly branches: readonly { readonly object: Path; readonly fields: readonly Path[] }[];
  readonly otherwise: readonly Path[];
}

export type Operator = '=' | '!=' | '<' | '>' | '<=' | '>=' | 'LIKE' | 'IN' | 'NOT IN' | 'INCLUDES' | 'EXCLUDES';

export interface Comparison {
  readonly kind: 'comparison';
  readonly left: Operand;
  readonly operator: Operator;
  readonly value: Value;
}

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  | Comparison;

export type LiteralType = 'string' | 'number' | 'date' | 'datetime' | 'time';

export interface Literal {
  readonly kind: 'literal';
  readonly type: LiteralType;
  /** As written, with quotes and escapes; the sign of a number stands apart. */
  readonly text: string;
  readonly negative: boolean;
  readonly at: number;
}

/** `TODAY`, `LAST_N_DAYS:30`. */
export interface DateRange {
  readonly kind: 'range';
  readonly name: string;
  readonly count: Literal | undefined;
  readonly at: number;
}

export type Value =
  | { readonly kind: 'null'; readonly at: number }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly at: number }
  | Literal
  | DateRange
  | { readonly kind: 'bind'; readonly expression: string; readonly at: number }
  | { readonly kind: 'list'; readonly values: readonly Value[]; readonly at: number }
  | { readonly kind: 'query'; readonly query: Query; readonly at: number };

export interface OrderItem {
  readonly operand: Operand;
  readonly descending: boolean;
  readonly nulls: 'first' | 'last' | undefined;
}

/** Every value that stands in a condition, nested ones too. */
export function* valuesIn(condition: Condition): Generator<Value> {
  if (condition.kind === 'comparison') yield condition.value;
  else if (condition.kind === 'not') yield* valuesIn(condition.part);
  else for (const part of condition.parts) yield* valuesIn(part);
}

/** Every value of a query in the order of the text, sub-queries included. */
export function* valuesOf(query: Query): Generator<Value> {
  for (const item of query.select) if (item.kind === 'children') yield* valuesOf(item.query);
  for (const condition of [query.where, query.having]) {
    if (condition) for (const value of valuesIn(condition)) yield* flattened(value);
  }
  if (query.limit) yield query.limit;
  if (query.offset) yield query.offset;
}

function* flattened(value: Value): Generator<Value> {
  if (value.kind === 'list') for (const each of value.values) yield* flattened(each);
  else if (value.kind === 'query') yield* valuesOf(value.query);
  else yield value;
}
