import { OrgError } from '../errors.ts';
import type { Org } from '../org.ts';
import type { ResultRow, ResultSet } from '../row.ts';
import type { Schema } from '../schema/types.ts';
import type { Access } from '../security/types.ts';
import { adviseIndex as advised } from '../store/index.ts';
import type { SqlValue } from '../store/index.ts';
import { checkAccess } from './access.ts';
import { valuesOf } from './ast.ts';
import type { Query, Value } from './ast.ts';
import { ABOVE } from './children.ts';
import { lift } from './lift.ts';
import type { Lifted } from './lift.ts';
import { Locators } from './locators.ts';
import type { Cursor } from './locators.ts';
import { parseQuery } from './parse.ts';
import { planQuery } from './plan.ts';
import type { Plan, RowsPlan } from './plan.ts';
import { shapeOf } from './planning.ts';
import type { Parameter, QueryText, Run } from './planning.ts';
import { readRow } from './reader.ts';
import type { RawRow } from './reader.ts';
import type { BindValue, QueryOptions, QueryShape, Soql } from './types.ts';

/** What the query room needs of its org. */
export type SoqlOrg = Pick<Org, 'clock' | 'store' | 'schema' | 'organization' | 'transaction'>;

/** Texts (with their literals lifted) kept at most. */
const QUERIES_KEPT = 1_000;

/** A parsed text and its plans by the shape of the binds. */
interface Prepared {
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

/** Opens the query room of an org. */
export function createSoql(org: SoqlOrg): Soql {
  return new Engine(org);
}

class Engine implements Soql {
  readonly #org: SoqlOrg;
  readonly #prepared = new Map<string, Prepared>();
  readonly #locators = new Locators();
  #schema: Schema | undefined;

  constructor(org: SoqlOrg) {
    this.#org = org;
  }

  query(text: string, options: QueryOptions): ResultSet {
    const lifted = lift(text);
    const prepared = this.#prepare(text, lifted);
    const run = this.#run(prepared, lifted, options);
    const { plan, allowed } = this.#planned(prepared, text, lifted, run, options);
    const access = this.#accessFor(plan.mode, options);
    if (access !== 'system' && !allowed.has(access)) {
      checkAccess(plan.needs, access, plan.mode);
      allowed.add(access);
    }
    return this.#execute(plan, run, options.batchSize);
  }

  queryMore(locator: string, userId: string): ResultSet {
    const { name, cursor, from } = this.#locators.find(locator, userId);
    return this.#batch(name, cursor, from);
  }

  check(text: string): QueryShape {
    const lifted = lift(text);
    const { query, binds } = this.#prepare(text, lifted);
    const plan = planQuery(query, this.#queryText(text, lifted));
    const columns = plan.kind === 'aggregate' ? plan.columns : [];
    return { object: plan.object, kind: plan.kind, binds, aliases: columns.map(({ alias }) => alias), columns };
  }

  schemaChanged(): void {
    this.#prepared.clear();
    this.#schema = this.#org.schema;
  }

  #prepare(text: string, lifted: Lifted): Prepared {
    if (this.#schema !== this.#org.schema) this.schemaChanged();
    const known = this.#prepared.get(lifted.key) ?? this.#prepared.get(text);
    if (known) return known;
    const query = parseQuery(text);
    const values = [...valuesOf(query)];
    const prepared: Prepared = {
      query,
      binds: values.flatMap((value) => (value.kind === 'bind' ? [value.expression] : [])),
      hasFields: query.select.some((item) => item.kind === 'fields'),
      plans: new Map()
    };
    // A literal that stands elsewhere than as a value (`:ids[0]`) belongs to the text.
    const key = values.flatMap(literalOf).length === lifted.offsets.length ? lifted.key : text;
    this.#prepared.set(key, prepared);
    const [oldest] = this.#prepared.keys();
    if (this.#prepared.size > QUERIES_KEPT && oldest !== undefined) this.#prepared.delete(oldest);
    return prepared;
  }

  #run(prepared: Prepared, lifted: Lifted, options: QueryOptions): Run {
    const binds = new Map<string, BindValue>();
    for (const expression of prepared.binds) {
      if (!options.binds)
        throw new OrgError('MALFORMED_QUERY', `unexpected token: ':${expression}' (a bind needs Apex)`);
      binds.set(expression, options.binds(expression));
    }
    return {
      literals: lifted.texts,
      binds,
      now: this.#org.clock.now(),
      zone: options.timeZone ?? this.#org.organization.timeZone,
      language: options.language ?? this.#org.organization.language,
      userId: options.access === 'system' ? undefined : options.access.userId,
      hiddenUpTo: options.hiddenUpTo,
      // One row more than a batch tells whether there is a second one.
      atMost: options.batchSize === undefined ? undefined : options.batchSize + 1
    };
  }

  #planned(prepared: Prepared, text: string, lifted: Lifted, run: Run, options: QueryOptions): Planned {
    const shapes = new Map([...run.binds].map(([expression, value]) => [expression, shapeOf(value)]));
    const access = prepared.hasFields ? this.#accessFor(prepared.query.mode, options) : 'system';
    const allRows = options.allRows ?? false;
    const isIsolated = options.hiddenUpTo !== undefined;
    const key = `${allRows} ${isIsolated} ${[...shapes.values()].join(' ')}`;
    const known = prepared.plans.get(key);
    if (known && access === 'system') return known;
    const readable =
      access === 'system' ? undefined : (object: string, field: string) => access.fieldReadable(object, field);
    const adviseIndex: QueryText['adviseIndex'] = (object, fields) => advised(this.#org.store, object, fields);
    const plan = planQuery(prepared.query, {
      ...this.#queryText(text, lifted),
      shapes,
      allRows: allRows || prepared.query.allRows,
      isIsolated,
      adviseIndex,
      readable
    });
    const planned = { plan, allowed: new WeakSet<Access>() };
    // Which fields FIELDS() selects depends on the user: such a plan is not kept.
    if (access === 'system') prepared.plans.set(key, planned);
    return planned;
  }

  /** A text as it is planned when it is only checked. */
  #queryText(text: string, lifted: Lifted): QueryText {
    return {
      schema: this.#org.schema,
      text,
      literals: new Map(lifted.offsets.map((offset, index) => [offset, index])),
      shapes: undefined,
      allRows: false,
      isIsolated: false,
      adviseIndex: undefined,
      readable: undefined
    };
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
    const children = new Map<string, Map<string, ResultSet>>();
    if (raw.length > 0) {
      const ids = JSON.stringify(raw.map((row) => row[plan.reader.idColumn]));
      for (const below of plan.children) {
        const groups = new Map<string, ResultRow[]>();
        for (const row of this.#org.store.all(below.sql, [...valuesFor(below.parameters, run), ids])) {
          const above = String(row[ABOVE]);
          const rows = groups.get(above) ?? [];
          rows.push(readRow(below.reader, row, run, objectOfId));
          groups.set(above, rows);
        }
        children.set(below.name, new Map([...groups].map(([above, rows]) => [above, complete(rows)])));
      }
    } else for (const below of plan.children) children.set(below.name, new Map());
    return raw.map((row) => readRow(plan.reader, row, run, objectOfId, children));
  }
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
