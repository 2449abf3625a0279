import { newJobId } from '../../deploy/index.ts';
import type { LiveOrg } from '../../org.ts';
import { quoted, type SqlValue } from '../../store/index.ts';
import { keyPrefixOf, type ToolingObject } from './objects.ts';

type Values = Readonly<Record<string, SqlValue>>;

/** Adds a row to one of the Tooling API's own objects. @returns its id */
export function addRow(org: LiveOrg, object: ToolingObject, values: Values): string {
  const id = newJobId(keyPrefixOf(object), org.clock.now());
  const row = { Id: id, ...values };
  const columns = Object.keys(row).map(quoted).join(', ');
  org.store.run(
    `INSERT INTO ${quoted(object)} (${columns}) VALUES (${Object.keys(row)
      .map(() => '?')
      .join(', ')})`,
    Object.values(row)
  );
  return id;
}

/** Changes a row. */
export function changeRow(org: LiveOrg, object: ToolingObject, id: string, values: Values): void {
  const assignments = Object.keys(values).map((name) => `${quoted(name)} = ?`);
  org.store.run(`UPDATE ${quoted(object)} SET ${assignments.join(', ')} WHERE "Id" = ?`, [
    ...Object.values(values),
    id
  ]);
}

/** Removes the rows whose field has this value; without a field all of them. */
export function removeRows(org: LiveOrg, object: ToolingObject, field?: string, value: SqlValue = null): void {
  if (field === undefined) org.store.run(`DELETE FROM ${quoted(object)}`);
  else org.store.run(`DELETE FROM ${quoted(object)} WHERE ${quoted(field)} = ?`, [value]);
}
