import type { Org } from '../org.ts';
import type { FieldValue, Row } from '../row.ts';
import type { Store } from '../store/index.ts';

/** An event that was published and not yet delivered. */
export interface Message {
  readonly id: string;
  readonly row: Row;
}

/** Platform events wait here until they are delivered, so that a killed org delivers them when it starts again. */
export const EVENT_BUS_TABLE =
  'CREATE TABLE IF NOT EXISTS event_bus (id TEXT PRIMARY KEY, object TEXT NOT NULL, content TEXT NOT NULL) WITHOUT ROWID;';

/** Keeps events with the transaction that publishes them. */
export function keepMessages(store: Store, messages: readonly Message[]): void {
  for (const { id, row } of messages) {
    store.run('INSERT INTO event_bus (id, object, content) VALUES (?, ?, ?)', [
      id,
      row.type,
      JSON.stringify(row.values)
    ]);
  }
}

/** Forgets events: delivered, or failed for good. */
export function forgetMessages(store: Store, messages: readonly Message[]): void {
  store.run('DELETE FROM event_bus WHERE id IN (SELECT value FROM json_each(?))', [
    JSON.stringify(messages.map(({ id }) => id))
  ]);
}

/** What an org that ended before it delivered left behind, by object, in the order of publishing. */
export function keptMessages({ store, schema }: Org): Map<string, Message[]> {
  const kept = new Map<string, Message[]>();
  for (const { id, object, content } of store.all('SELECT id, object, content FROM event_bus ORDER BY object, id')) {
    const definition = schema.object(String(object));
    if (!definition) continue;
    // Written by keepMessages.
    const values = JSON.parse(String(content)) as Record<string, FieldValue>;
    const messages = kept.get(definition.name) ?? [];
    kept.set(definition.name, messages);
    messages.push({ id: String(id), row: { type: definition.name, values } });
  }
  return kept;
}
