import { createHash } from 'node:crypto';
import type { Row } from '../../row.ts';
import type { FieldDef, ObjectDef } from '../../schema/types.ts';

/** Every event says these of itself beside its own fields. */
const stamps: ReadonlySet<string> = new Set(['CreatedDate', 'CreatedById']);

/** A platform event as a streaming client receives it. */
export function eventJson(object: ObjectDef, { values }: Row): object {
  const shown = [...object.fields.values()].filter(({ name, custom }) => custom || stamps.has(name));
  return {
    schema: schemaId(object),
    payload: Object.fromEntries(shown.map((field) => [field.name, valueOf(field, values[field.name] ?? null)])),
    event: { replayId: Number(values['ReplayId']), EventUuid: values['EventUuid'] ?? null }
  };
}

/** Names the fields an event has: another one once they change. */
function schemaId(object: ObjectDef): string {
  const fields = [...object.fields.values()].map(({ name, type }) => `${name} ${type}`);
  return createHash('sha256')
    .update([object.name, ...fields].join('\n'))
    .digest('base64url')
    .slice(0, 22);
}

function valueOf({ type }: FieldDef, value: unknown): unknown {
  return type === 'datetime' && typeof value === 'number' ? new Date(value).toISOString() : value;
}
