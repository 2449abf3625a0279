import type { QueryShape } from '../../soql/types.ts';
import type { FieldValue, ResultRow } from '../../row.ts';
import type { FieldType } from '../../schema/types.ts';
import { ApexDatetime } from './dates.ts';
import { ApexDecimal } from './decimal.ts';
import { SObjectException } from './exceptions.ts';
import { ApexMap } from './collections.ts';
import { equalValues, hashOf, type Comparing } from './equality.ts';
import { textOf } from './text.ts';

/** A row of an aggregate query: values by alias. */
export class AggregateResult implements Comparing {
  readonly apexType = 'AggregateResult';
  /** By alias in lower case. */
  readonly #values = new Map<string, { readonly alias: string; readonly value: unknown }>();

  constructor(values: Iterable<readonly [string, unknown]>) {
    for (const [alias, value] of values) this.#values.set(alias.toLowerCase(), { alias, value });
  }

  /** @throws SObjectException for an alias the query has not */
  get(alias: string): unknown {
    const found = this.#values.get(alias.toLowerCase());
    if (found === undefined) throw new SObjectException(`Invalid field ${alias} for AggregateResult`);
    return found.value;
  }

  getByName(alias: string): unknown {
    return this.get(alias);
  }

  populated(): ApexMap {
    const map = new ApexMap('String', 'Object');
    for (const { alias, value } of this.#values.values()) map.put(alias, value);
    return map;
  }

  equalTo(other: unknown): boolean {
    return other instanceof AggregateResult && equalValues(this.populated(), other.populated());
  }

  hash(): number {
    return hashOf(this.populated());
  }

  toString(): string {
    return `AggregateResult:{${Array.from(this.#values.values(), ({ alias, value }) => `${alias}=${textOf(value)}`).join(', ')}}`;
  }
}

/** A row of the query room as Apex reads it. */
export function aggregateOfResult(row: ResultRow, shape: QueryShape): AggregateResult {
  const types = new Map(shape.columns?.map(({ alias, type }) => [alias.toLowerCase(), type]));
  return new AggregateResult(
    Object.entries(row.values).map(([alias, value]) => {
      if (value !== null && typeof value === 'object') return [alias, null];
      return [alias, typed(types.get(alias.toLowerCase()), value)];
    })
  );
}

function typed(type: FieldType | undefined, value: FieldValue): unknown {
  if (typeof value !== 'number' || type === 'int') return value;
  if (type === 'datetime') return new ApexDatetime(value);
  if (type === 'long') return BigInt(value);
  return Number.isInteger(value) ? ApexDecimal.ofInteger(value) : ApexDecimal.ofDouble(value);
}
