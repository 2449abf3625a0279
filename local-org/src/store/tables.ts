import type { FieldDef, FieldType, ObjectDef, Schema } from '../schema/types.ts';
import type { Store } from './types.ts';

/** Quotes a name for SQL. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Whether the object's rows rest in a table. Platform events pass by. */
export function hasTable(object: ObjectDef): boolean {
  return object.kind !== 'platformEvent';
}

/** Whether a field rests in a column of its own; formulas and compound addresses are computed when read. */
export function isStored(field: FieldDef): boolean {
  return field.formula === undefined && field.type !== 'address';
}

/** Whether texts of this field are compared with `fold`: ids and case-sensitive fields are not. */
export function isFolded(field: FieldDef): boolean {
  return columnType(field.type) === 'TEXT' && !field.caseSensitive && !UNFOLDED.has(field.type);
}

const UNFOLDED: ReadonlySet<FieldType> = new Set(['id', 'reference', 'date', 'time', 'base64']);

type ColumnType = 'TEXT' | 'INTEGER' | 'REAL';

function columnType(type: FieldType): ColumnType {
  switch (type) {
    case 'boolean':
    case 'int':
    case 'datetime':
      return 'INTEGER';
    case 'long':
    case 'double':
    case 'currency':
    case 'percent':
      return 'REAL';
    default:
      return 'TEXT';
  }
}

/**
 * Makes the tables follow the schema: creates, adds and drops tables, columns and indexes, converts columns whose type changed.
 * Runs in the caller's transaction.
 * @param before the schema deployed until now; tables of objects that are gone from `after` are dropped
 */
export function syncTables(store: Store, before: Schema | undefined, after: Schema): void {
  const actual = readColumns(store);
  for (const object of before?.objects() ?? []) {
    if (after.object(object.name) === undefined && hasTable(object))
      store.exec(`DROP TABLE IF EXISTS ${quoted(object.name)}`);
  }
  for (const object of after.objects()) {
    if (!hasTable(object) || before?.object(object.name) === object) continue;
    const columns = actual.get(object.name.toLowerCase());
    if (columns) syncColumns(store, object, columns);
    else createTable(store, object);
    syncIndexes(store, object);
  }
}

/** Column types by lower-case column name, by lower-case table name. */
function readColumns(store: Store): Map<string, Map<string, string>> {
  const tables = new Map<string, Map<string, string>>();
  const rows = store.all(
    `SELECT lower(t.name) AS tableName, lower(c.name) AS columnName, c.type AS type
     FROM sqlite_schema t JOIN pragma_table_info(t.name) c WHERE t.type = 'table'`
  );
  for (const row of rows) {
    const table = String(row['tableName']);
    const columns = tables.get(table) ?? new Map<string, string>();
    columns.set(String(row['columnName']), String(row['type']));
    tables.set(table, columns);
  }
  return tables;
}

function createTable(store: Store, object: ObjectDef): void {
  const columns = [...object.fields.values()].filter(isStored).map(columnDefinition);
  store.exec(`CREATE TABLE ${quoted(object.name)} (${columns.join(', ')})`);
}

function columnDefinition(field: FieldDef): string {
  const definition = `${quoted(field.name)} ${columnType(field.type)}`;
  if (field.type === 'id') return `${definition} PRIMARY KEY NOT NULL`;
  return field.type === 'boolean' ? `${definition} DEFAULT 0` : definition;
}

function syncColumns(store: Store, object: ObjectDef, actual: ReadonlyMap<string, string>): void {
  const table = quoted(object.name);
  for (const field of object.fields.values()) {
    if (!isStored(field)) continue;
    const type = actual.get(field.name.toLowerCase());
    if (type === undefined) store.exec(`ALTER TABLE ${table} ADD COLUMN ${columnDefinition(field)}`);
    else if (type !== columnType(field.type)) convertColumn(store, object, field, type);
  }
  for (const column of actual.keys()) {
    const field = object.fields.get(column);
    if (field && isStored(field)) continue;
    dropIndexesOf(store, object, column);
    store.exec(`ALTER TABLE ${table} DROP COLUMN ${quoted(column)}`);
  }
}

function convertColumn(store: Store, object: ObjectDef, field: FieldDef, from: string): void {
  const table = quoted(object.name);
  const column = quoted(field.name);
  const old = quoted(`${field.name} before`);
  dropIndexesOf(store, object, field.name);
  store.exec(`ALTER TABLE ${table} RENAME COLUMN ${column} TO ${old};
    ALTER TABLE ${table} ADD COLUMN ${columnDefinition(field)};
    UPDATE ${table} SET ${column} = ${conversion(old, from, columnType(field.type))};
    ALTER TABLE ${table} DROP COLUMN ${old};`);
}

/** Numbers and their texts are kept; where two types have no value in common the field starts empty. */
function conversion(column: string, from: string, to: ColumnType): string {
  if (from === 'TEXT')
    return `CASE WHEN ${column} GLOB '[-0-9]*' AND ${column} NOT GLOB '*[^-0-9.]*' THEN CAST(${column} AS ${to}) END`;
  if (to === 'TEXT')
    return `CASE WHEN ${column} = CAST(${column} AS INTEGER) THEN CAST(CAST(${column} AS INTEGER) AS TEXT) ELSE CAST(${column} AS TEXT) END`;
  return `CAST(${column} AS ${to})`;
}

/** The indexes an object starts with, by name. More may be made for the shapes of queries (see `adviseIndex`). */
function wantedIndexes(object: ObjectDef): Map<string, string> {
  const wanted = new Map<string, string>();
  const live = object.fields.has('isdeleted') ? ' WHERE "IsDeleted" = 0' : '';
  for (const field of object.fields.values()) {
    if (!isStored(field) || field.type === 'id' || field.longText) continue;
    const name = `${object.name}.${field.name}`;
    const on = `INDEX ${quoted(name)} ON ${quoted(object.name)} (${indexTerm(field)})`;
    // A deleted row's value may be used again.
    if (field.unique) wanted.set(name, `CREATE UNIQUE ${on}${live}`);
    else if (field.indexed || field.externalId || field.nameField || field.type === 'reference')
      wanted.set(name, `CREATE ${on}`);
  }
  return wanted;
}

/** A field as it stands in an index and in the comparisons that shall use it. */
export function indexTerm(field: FieldDef): string {
  return isFolded(field) ? `fold(${quoted(field.name)})` : quoted(field.name);
}

function syncIndexes(store: Store, object: ObjectDef): void {
  const wanted = wantedIndexes(object);
  const actual = new Map<string, string>();
  for (const row of store.all(
    `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = ? COLLATE NOCASE`,
    [object.name]
  ))
    actual.set(String(row['name']), String(row['sql']));
  for (const [name, sql] of actual) {
    const isAdvised = name.includes('+');
    if (!isAdvised && wanted.get(name) !== sql) store.exec(`DROP INDEX ${quoted(name)}`);
  }
  for (const [name, sql] of wanted) {
    if (actual.get(name) !== sql) store.exec(sql);
  }
}

function dropIndexesOf(store: Store, object: ObjectDef, column: string): void {
  const rows = store.all(
    `SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? COLLATE NOCASE AND instr(lower(sql), lower(?)) > 0`,
    [object.name, quoted(column)]
  );
  for (const row of rows) store.exec(`DROP INDEX ${quoted(String(row['name']))}`);
}

/** Indexes made for the shapes of queries, at most, for one object: each slows every save. */
const MOST_ADVISED = 12;

/**
 * Makes sure that there is an index over these fields in this order, the last ones for sorting.
 * The query planner asks for it when it meets a shape that would otherwise read every matching row.
 * @returns the index's name, or undefined if the object has enough of them
 */
export function adviseIndex(store: Store, object: ObjectDef, fields: readonly FieldDef[]): string | undefined {
  const name = `${object.name}.${fields.map((field) => field.name).join('+')}`;
  const advised = store.all(
    `SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? COLLATE NOCASE AND instr(name, '+') > 0`,
    [object.name]
  );
  if (advised.some((row) => row['name'] === name)) return name;
  if (advised.length >= MOST_ADVISED) return undefined;
  store.exec(`CREATE INDEX ${quoted(name)} ON ${quoted(object.name)} (${fields.map(indexTerm).join(', ')})`);
  return name;
}
