import type { Connection } from 'jsforce';

/** Rows a collection request of the platform takes. */
const batchSize = 200;

export type NewRecord = Readonly<Record<string, string | number | boolean | null>>;

export interface Ensured {
  /** The key of each record, whether it was there before or is new, and its id. */
  readonly ids: ReadonlyMap<string, string>;
  readonly created: number;
}

/** How a kind of record is recognized: its object and the field whose value is its key. */
export interface Kind {
  readonly object: string;
  readonly keyField: string;
}

/**
 * Creates the records whose key is not in the org yet and leaves the others untouched, 200 a request, each request all or nothing.
 * So a load that was cut off goes on where it stopped.
 *
 * @throws Error that names object, key and the org's reason
 */
export async function ensureRecords(
  connection: Connection,
  kind: Kind,
  records: readonly NewRecord[],
  onDone: (rows: number) => void = () => undefined
): Promise<Ensured> {
  const ids = new Map<string, string>();
  let created = 0;
  for (const batch of batches(records)) {
    const keys = batch.map((record) => String(record[kind.keyField]));
    const found = await connection.query<Record<string, string>>(
      `SELECT Id, ${kind.keyField} FROM ${kind.object} WHERE ${kind.keyField} IN (${keys.map(quoted).join(',')})`
    );
    for (const row of found.records) ids.set(String(row[kind.keyField]), String(row['Id']));
    const missing = batch.filter((record) => !ids.has(String(record[kind.keyField])));
    for (const [key, id] of await createAll(connection, kind.object, missing, (record) =>
      String(record[kind.keyField])
    ))
      ids.set(key, id);
    created += missing.length;
    onDone(batch.length);
  }
  return { ids, created };
}

/** How a kind of record without a key is recognized: of one parent, the same text is the same record. */
export interface ChildKind {
  readonly object: string;
  /** The field that names the parent. */
  readonly parent: string;
  /** The field with the text. */
  readonly text: string;
}

/**
 * Creates the records whose parent has none with their text yet.
 *
 * @param alike texts that say the same as a text, such as its translations
 * @returns how many were new
 */
export async function ensureChildren(
  connection: Connection,
  { object, parent, text }: ChildKind,
  records: readonly NewRecord[],
  alike: (text: string) => readonly string[] = (each) => [each]
): Promise<number> {
  const keyOf = (parentId: unknown, words: unknown) => `${String(parentId)} ${String(words)}`;
  let created = 0;
  for (const batch of batches(records)) {
    const parents = [...new Set(batch.map((record) => String(record[parent])))];
    const found = await connection.query<Record<string, unknown>>(
      `SELECT ${parent}, ${text} FROM ${object} WHERE ${parent} IN (${parents.map(quoted).join(',')})`,
      { autoFetch: true, maxFetch: 50_000 }
    );
    const known = new Set(found.records.map((row) => keyOf(row[parent], row[text])));
    const missing = batch.filter(
      (record) => !alike(String(record[text])).some((words) => known.has(keyOf(record[parent], words)))
    );
    await createAll(connection, object, missing, (record) => keyOf(record[parent], record[text]));
    created += missing.length;
  }
  return created;
}

/**
 * Creates up to 200 records in one request, all or nothing.
 *
 * @param keyOf names a record in the result and in an error
 */
export async function createAll(
  connection: Connection,
  object: string,
  records: readonly NewRecord[],
  keyOf: (record: NewRecord) => string
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  if (records.length === 0) return ids;
  const results = await connection.sobject(object).create(
    records.map((record) => ({ ...record })),
    { allOrNone: true }
  );
  const failures = results.flatMap((result, index) => (result.success ? [] : [{ result, record: records[index] }]));
  const cause =
    failures.find(({ result }) =>
      result.errors.some((error) => error.errorCode !== 'ALL_OR_NONE_OPERATION_ROLLED_BACK')
    ) ?? failures[0];
  if (cause?.record !== undefined && !cause.result.success) {
    const reasons = cause.result.errors.map((error) => `${error.errorCode ?? 'error'}: ${error.message}`).join('; ');
    throw new Error(`${object} ${keyOf(cause.record)} was refused: ${reasons}`);
  }
  results.forEach((result, index) => {
    const record = records[index];
    if (result.success && record !== undefined) ids.set(keyOf(record), result.id);
  });
  return ids;
}

/** Cuts a list into lists of at most 200. */
export function* batches<T>(items: readonly T[], size: number = batchSize): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

/** A text as a SOQL literal. */
export function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
