import { OrgError } from '../errors.ts';
import type { Org } from '../org.ts';
import type { ResultRow, ResultSet } from '../row.ts';
import type { Schema } from '../schema/types.ts';
import type { Access } from '../security/types.ts';
import { adviseIndex } from '../store/index.ts';
import type { SqlValue } from '../store/index.ts';
import { checkAccess } from './access.ts';
import { valuesOf } from './ast.ts';
import type { Query, Value } from './ast.ts';
import { ABOVE } from './children.ts';
import { lift } from './lift.ts';
import type { Lifted } from './lift.ts';
import { Locators } from './locators.ts';
import type { Cursor } from './locators.ts';
import { bindsOf, plainText, shapeOfQuery } from './check.ts';
import { parseQuery } from './parse.ts';
import { planQuery } from './plan.ts';
import type { Plan, RowsPlan } from './plan.ts';
import { shapeOf } from './planning.ts';
import type { Parameter, Run } from './planning.ts';
import { readRow } from './reader.ts';
import type { Children, RawRow } from './reader.ts';
import type { BindValue, QueryOptions, QueryShape, Soql } from './types.ts';

/** What the query room needs of its org. */
export type SoqlOrg = Pick<Org, 'clock' | 'store' | 'schema' | 'organization' | 'transaction'>;

/** Texts kept at most, as they are and with their literals lifted; the oldest go first. */
const TEXTS_KEPT = 1_000;

/** A parsed query and its plans by the shape of the binds. */
interface Prepared {
  /** The text that was parsed: the offsets in the query are its offsets. */
  readonly text: string;
  readonly lifted: Lifted;
  readonly query: Query;
  readonly binds: readonly string[];
  readonly hasFields: boolean;
  readonly plans: Map<string, Planned>;
}

interface Planned {
  readonly plan: Plan;
  /** Users for whom the access check passed. */
  readonly allowed: WeakSet<Access>;
}

interface Known {
  readonly lifted: Lifted;
  readonly prepared: Prepared;
}

const NO_BINDS: Run['binds'] = new Map();

/** Opens the query room of an org. */
export function createSoql(org: SoqlOrg): Soql {
  return new Engine(org);
}

class Engine implements Soql {
  readonly #org: SoqlOrg;
  /** By text. */
  readonly #known = new Map<string, Known>();
  /** By text with its literals lifted. */
  readonly #prepared = new Map<string, Prepared>();
  readonly #locators = new Locators();
  #schema: Schema | undefined;

  constructor(org: SoqlOrg) {
    this.#org = org;
  }

  query(text: string, options: QueryOptions): ResultSet {
    const { lifted, prepared } = this.#prepare(text);
    const run = this.#run(prepared, lifted, options);
    const { plan, allowed } = this.#planned(prepared, run, options);
    const access = this.#accessFor(plan.mode, options);
    if (access !== 'system' && !allowed.has(access)) {
      checkAccess(plan.needs, access, plan.mode);
      allowed.add(access);
    }
    try {
      return this.#execute(plan, run, options.batchSize);
    } catch (error) {
      // The plan's index was made in a transaction that has been rolled back.
      if (!isAboutMissingIndex(error) || prepared.plans.size === 0) throw error;
      prepared.plans.clear();
      return this.query(text, options);
    }
  }

  queryMore(locator: string, userId: string): ResultSet {
    const { name, cursor, from } = this.#locators.find(locator, userId);
    return this.#batch(name, cursor, from);
  }

  check(text: string): QueryShape {
    const { prepared } = this.#prepare(text);
    return shapeOfQuery(prepared.query, plainText(this.#org.schema, prepared.text, prepared.lifted));
  }

  schemaChanged(): void {
    this.#known.clear();
    this.#prepared.clear();
    this.#schema = this.#org.schema;
  }

  #prepare(text: string): Known {
    if (this.#schema !== this.#org.schema) this.schemaChanged();
    const before = this.#known.get(text);
    if (before) return before;
    const lifted = lift(text);
    const known = { lifted, prepared: this.#prepared.get(lifted.key) ?? this.#parse(text, lifted) };
    keep(this.#known, text, known);
    return known;
  }

  #parse(text: string, lifted: Lifted): Prepared {
    const query = parseQuery(text);
    const values = [...valuesOf(query)];
    const prepared: Prepared = {
      text,
      lifted,
      query,
      binds: bindsOf(query),
      hasFields: query.select.some((item) => item.kind === 'fields'),
      plans: new Map()
    };
    // A literal that stands elsewhere than as a value (`:ids[0]`) belongs to the text.
    const isLifted = values.flatMap(literalOf).length === lifted.offsets.length;
    if (isLifted) keep(this.#prepared, lifted.key, prepared);
    return prepared;
  }

  #run(prepared: Prepared, lifted: Lifted, options: QueryOptions): Run {
    const { clock, organization } = this.#org;
    return {
      literals: lifted.texts,
      binds: prepared.binds.length === 0 ? NO_BINDS : bound(prepared.binds, options),
      now: clock.now(),
      zone: options.timeZone ?? organization.timeZone,
      language: options.language ?? organization.language,
      userId: options.access === 'system' ? undefined : options.access.userId,
      hiddenUpTo: options.hiddenUpTo,
      // One row more than a batch tells whether there is a second one.
      atMost: options.batchSize === undefined ? undefined : options.batchSize + 1
    };
  }

  #planned(prepared: Prepared, run: Run, options: QueryOptions): Planned {
    // Which fields FIELDS() selects depends on the user: such a plan is not kept.
    if (prepared.hasFields) return this.#plan(prepared, run, options);
    let key = options.allRows ? 'all' : '';
    if (options.hiddenUpTo) key += ' isolated';
    for (const value of run.binds.values()) key += ` ${shapeOf(value)}`;
    const known = prepared.plans.get(key);
    if (known) return known;
    const planned = this.#plan(prepared, run, options);
    prepared.plans.set(key, planned);
    return planned;
  }

  #plan(prepared: Prepared, run: Run, options: QueryOptions): Planned {
    const { text, lifted, query, hasFields } = prepared;
    const access = hasFields ? this.#accessFor(query.mode, options) : 'system';
    const plan = planQuery(query, {
      ...plainText(this.#org.schema, text, lifted),
      shapes: new Map([...run.binds].map(([expression, value]) => [expression, shapeOf(value)])),
      allRows: options.allRows === true || query.allRows,
      isIsolated: options.hiddenUpTo !== undefined,
      // What an Apex test makes is rolled back, an index too.
      adviseIndex: options.hiddenUpTo ? undefined : (object, fields) => adviseIndex(this.#org.store, object, fields),
      readable: access === 'system' ? undefined : (object, field) => access.fieldReadable(object, field)
    });
    return { plan, allowed: new WeakSet() };
  }

  /** SYSTEM_MODE in a text never widens what the caller may. */
  #accessFor(mode: Query['mode'], options: QueryOptions): Access | 'system' {
    if (options.access !== 'system') return options.access;
    return mode === 'USER_MODE' || mode === 'SECURITY_ENFORCED' ? this.#org.transaction.access() : 'system';
  }

  #execute(plan: Plan, run: Run, batchSize: number | undefined): ResultSet {
    const { store } = this.#org;
    const parameters = valuesFor(plan.parameters, run);
    if (plan.kind === 'count')
      return { totalSize: Number(store.get(plan.sql, parameters)?.['n'] ?? 0), done: true, rows: [] };
    const raw = store.all(plan.sql, parameters);
    const isMore = batchSize !== undefined && raw.length > batchSize;
    if (plan.kind === 'rows')
      return isMore ? this.#firstBatch(plan, run, batchSize) : complete(this.#rows(plan, raw, run));
    if (isMore)
      throw new OrgError(
        'EXCEEDED_ID_LIMIT',
        'Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch'
      );
    return complete(
      raw.map((row) => ({
        type: 'AggregateResult',
        values: Object.fromEntries(plan.values.map(({ name, column, read }) => [name, read(row[column] ?? null, run)]))
      }))
    );
  }

  #firstBatch(plan: RowsPlan, first: Run, batchSize: number): ResultSet {
    const run: Run = { ...first, atMost: undefined };
    const ids = this.#org.store.all(plan.idsSql, valuesFor(plan.parameters, run)).map((row) => String(row['id']));
    const cursor: Cursor = { userId: run.userId ?? '', plan, run, ids, batchSize };
    return this.#batch(this.#locators.open(cursor), cursor, 0);
  }

  #batch(name: string, cursor: Cursor, from: number): ResultSet {
    const { plan, run, ids, batchSize } = cursor;
    const to = from + batchSize;
    const parameters = [...valuesFor(plan.parameters, run), JSON.stringify(ids.slice(from, to))];
    const rows = this.#rows(plan, this.#org.store.all(plan.pageSql, parameters), run);
    const done = to >= ids.length;
    return { totalSize: ids.length, done, rows, ...(done ? {} : { locator: `${name}-${to}` }) };
  }

  #rows(plan: RowsPlan, raw: readonly RawRow[], run: Run): ResultRow[] {
    const objectOfId = (id: string): string => this.#org.schema.objectOfId(id)?.name ?? 'Name';
    const children = plan.children.length > 0 ? this.#children(plan, raw, run, objectOfId) : NO_CHILDREN;
    return raw.map((row) => readRow(plan.reader, row, run, objectOfId, children));
  }

  /** The rows below, one statement for each sub-query. */
  #children(plan: RowsPlan, raw: readonly RawRow[], run: Run, objectOfId: (id: string) => string): Children {
    const ids = JSON.stringify(raw.map((row) => row[plan.reader.idColumn]));
    return new Map(
      plan.children.map((below) => {
        const groups = new Map<string, ResultRow[]>();
        for (const row of this.#org.store.all(below.sql, [...valuesFor(below.parameters, run), ids])) {
          const above = String(row[ABOVE]);
          const rows = groups.get(above) ?? [];
          rows.push(readRow(below.reader, row, run, objectOfId, NO_CHILDREN));
          groups.set(above, rows);
        }
        return [below.name, new Map([...groups].map(([above, rows]) => [above, complete(rows)]))];
      })
    );
  }
}

const NO_CHILDREN: Children = new Map();

function isAboutMissingIndex(error: unknown): boolean {
  return error instanceof Error && error.message.includes('no such index');
}

function keep<T>(map: Map<string, T>, key: string, value: T): void {
  map.set(key, value);
  if (map.size <= TEXTS_KEPT) return;
  const [oldest] = map.keys();
  if (oldest !== undefined) map.delete(oldest);
}

function bound(expressions: readonly string[], { binds }: QueryOptions): Map<string, BindValue> {
  const values = new Map<string, BindValue>();
  for (const expression of expressions) {
    if (!binds) throw new OrgError('MALFORMED_QUERY', `unexpected token: ':${expression}' (a bind needs Apex)`);
    values.set(expression, binds(expression));
  }
  return values;
}

function valuesFor(parameters: readonly Parameter[], run: Run): SqlValue[] {
  return parameters.map((parameter) => parameter(run));
}

function complete(rows: readonly ResultRow[]): ResultSet {
  return { totalSize: rows.length, done: true, rows };
}

function literalOf(value: Value): Value[] {
  if (value.kind === 'range') return value.count ? [value.count] : [];
  return value.kind === 'literal' ? [value] : [];
}
