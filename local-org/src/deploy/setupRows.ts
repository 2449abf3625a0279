import { createHash } from 'node:crypto';
import { idOf } from '../records/index.ts';
import type { FieldValue } from '../row.ts';
import type { ObjectDef, Schema } from '../schema/types.ts';
import { isStored, quoted, type SqlValue, type Store } from '../store/index.ts';

/** Who writes, and when: the audit fields of what a deployment writes. */
export interface Author {
  readonly userId: string;
  readonly now: number;
}

/** Above every number a record gets by counting, so that the two never meet. */
const firstOwnNumber = 2 ** 48;

/** Writes the rows through which SOQL and assignments reach deployed metadata. Below every record rule: the org made them itself. */
export class SetupRows {
  readonly #store: Store;
  readonly #schema: Schema;
  readonly #author: Author;

  constructor(store: Store, schema: Schema, author: Author) {
    this.#store = store;
    this.#schema = schema;
    this.#author = author;
  }

  /**
   * Writes one row, over the one with the same key.
   * @param key the values that name the row, e.g. `{ DeveloperName: 'Support', Type: 'Queue' }`
   * @returns its id: the same for the same key, whatever org it is deployed to
   */
  put(object: string, key: Readonly<Record<string, string>>, values: Readonly<Record<string, FieldValue>>): string {
    const definition = this.#definition(object);
    const known = this.find(object, key);
    const row = { ...unchecked(definition), ...this.#touched(), ...values, ...key };
    if (known !== undefined) {
      const columns = columnsOf(definition, row);
      const assignments = columns.map(([name]) => `${quoted(name)} = ?`).join(', ');
      this.#store.run(`UPDATE ${quoted(definition.name)} SET ${assignments} WHERE "Id" = ?`, [
        ...columns.map(([, value]) => value),
        known
      ]);
      return known;
    }
    const id = rowId(definition.name, definition.keyPrefix, key);
    const columns = columnsOf(definition, { ...this.#created(), ...row, Id: id });
    const names = columns.map(([name]) => quoted(name)).join(', ');
    this.#store.run(
      `INSERT INTO ${quoted(definition.name)} (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
      columns.map(([, value]) => value)
    );
    return id;
  }

  /** The id of the row with these values. */
  find(object: string, key: Readonly<Record<string, string>>): string | undefined {
    const entries = Object.entries(key);
    const row = this.#store.get(
      `SELECT "Id" FROM ${quoted(this.#definition(object).name)} WHERE ${entries.map(([name]) => `${quoted(name)} = ?`).join(' AND ')}`,
      entries.map(([, value]) => value)
    );
    return typeof row?.Id === 'string' ? row.Id : undefined;
  }

  /** Removes the rows with these values. */
  remove(object: string, key: Readonly<Record<string, string>>): void {
    const entries = Object.entries(key);
    this.#store.run(
      `DELETE FROM ${quoted(this.#definition(object).name)} WHERE ${entries.map(([name]) => `${quoted(name)} = ?`).join(' AND ')}`,
      entries.map(([, value]) => value)
    );
  }

  #definition(object: string): ObjectDef {
    const definition = this.#schema.object(object);
    if (!definition) throw new Error(`The schema has no object ${object}`);
    return definition;
  }

  #created(): Record<string, FieldValue> {
    const { userId, now } = this.#author;
    return { CreatedDate: now, CreatedById: userId, OwnerId: userId };
  }

  #touched(): Record<string, FieldValue> {
    const { userId, now } = this.#author;
    return { LastModifiedDate: now, LastModifiedById: userId, SystemModstamp: now };
  }
}

/** An id told by the row's name alone: the same in every org the metadata is deployed to. */
function rowId(object: string, keyPrefix: string, key: Readonly<Record<string, string>>): string {
  const name = Object.values(key).join('\n').toLowerCase();
  const digest = createHash('sha256').update(`${object}\n${name}`).digest();
  return idOf(keyPrefix, firstOwnNumber + digest.readUIntBE(0, 6));
}

/** The id of a deployed class or trigger. */
export function apexId(kind: 'class' | 'trigger', name: string): string {
  return kind === 'class' ? rowId('ApexClass', '01p', { Name: name }) : rowId('ApexTrigger', '01q', { Name: name });
}

/** An id for a component in the Metadata API's lists. */
export function componentId(type: string, fullName: string): string {
  if (type === 'ApexClass') return apexId('class', fullName);
  if (type === 'ApexTrigger') return apexId('trigger', fullName);
  return rowId(type, '00N', { fullName });
}

/** A checkbox is never empty. */
function unchecked(object: ObjectDef): Record<string, FieldValue> {
  return Object.fromEntries(
    [...object.fields.values()].filter(({ type }) => type === 'boolean').map(({ name }) => [name, false])
  );
}

/** Only what the object has a column for; an object need not have every audit field. */
function columnsOf(object: ObjectDef, row: Readonly<Record<string, FieldValue>>): [string, SqlValue][] {
  const stored = new Set([...object.fields.values()].filter(isStored).map(({ name }) => name));
  return Object.entries(row)
    .filter(([name]) => stored.has(name))
    .map(([name, value]) => [name, typeof value === 'boolean' ? Number(value) : value]);
}
