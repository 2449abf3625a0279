import type { LiveOrg } from '../../org.ts';
import type { ResultRow, ResultSet } from '../../row.ts';
import type { Schema } from '../../schema/types.ts';
import { createSoql, type Soql } from '../../soql/index.ts';
import { toJson } from '../values.ts';
import { toolingSchema } from './objects.ts';

const batchSize = 2000;

/** SOQL over what the Tooling API shows. */
export class ToolingQueries {
  readonly #org: LiveOrg;
  readonly #soql: Soql;
  #of: Schema | undefined;
  #schema: Schema;

  constructor(org: LiveOrg) {
    this.#org = org;
    this.#schema = toolingSchema(org.schema);
    const schema = (): Schema => this.schema;
    this.#soql = createSoql({
      clock: org.clock,
      store: org.store,
      organization: org.organization,
      get schema() {
        return schema();
      },
      get transaction() {
        return org.transaction;
      }
    });
  }

  /** The tooling objects beside those of the schema deployed now. */
  get schema(): Schema {
    if (this.#of !== this.#org.schema) {
      this.#of = this.#org.schema;
      this.#schema = toolingSchema(this.#org.schema);
    }
    return this.#schema;
  }

  query(text: string, userId: string, base: string): unknown {
    // Who may see setup may see all of it: rights on single objects don't apply.
    return this.#org.transact(userId, () =>
      this.#toJson(this.#soql.query(text, { access: 'system', batchSize }), base)
    );
  }

  queryMore(locator: string, userId: string, base: string): unknown {
    return this.#toJson(this.#soql.queryMore(locator, userId), base);
  }

  #toJson({ totalSize, done, rows, locator }: ResultSet, base: string): unknown {
    return {
      size: rows.length,
      totalSize,
      done,
      ...(locator !== undefined && { nextRecordsUrl: `${base}/query/${locator}` }),
      records: rows.map((row) => this.#rowJson(row, base))
    };
  }

  #rowJson(row: ResultRow, base: string): Record<string, unknown> {
    const id = row.values['Id'];
    const json: Record<string, unknown> = {
      attributes: { type: row.type, ...(typeof id === 'string' && { url: `${base}/sobjects/${row.type}/${id}` }) }
    };
    for (const [name, value] of Object.entries(row.values)) {
      if (name === 'Coverage' && typeof value === 'string') json[name] = JSON.parse(value);
      else if (value === null || typeof value !== 'object')
        json[name] = toJson(this.schema.field(row.type, name), value);
      else json[name] = 'rows' in value ? this.#toJson(value, base) : this.#rowJson(value, base);
    }
    return json;
  }
}
