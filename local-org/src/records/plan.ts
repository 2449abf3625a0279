import type { FieldDef, ObjectDef } from '../schema/types.ts';
import type { FieldValue, Row } from '../row.ts';
import { isStored, quoted } from '../store/index.ts';
import type { SqlValue, Store } from '../store/index.ts';

/** What saving one object needs to know, worked out once per deployed definition. */
export interface ObjectPlan {
  readonly object: ObjectDef;
  /** Fields with a column. */
  readonly stored: readonly FieldDef[];
  /** Fields computed from others when they are read. */
  readonly formulas: readonly FieldDef[];
  /** Fields that must have a value when a record is saved. */
  readonly required: readonly FieldDef[];
  readonly unique: readonly FieldDef[];
  readonly references: readonly FieldDef[];
  readonly autoNumbers: readonly FieldDef[];
  /** A record with nothing in it: null everywhere, false in checkboxes. */
  readonly blank: Readonly<Record<string, FieldValue>>;
  readonly softDelete: boolean;
  readonly insertSql: string;
  has(field: string): boolean;
}

const plans = new WeakMap<ObjectDef, ObjectPlan>();

/** The plan of an object. */
export function planOf(object: ObjectDef): ObjectPlan {
  const known = plans.get(object);
  if (known) return known;
  const plan = makePlan(object);
  plans.set(object, plan);
  return plan;
}

function makePlan(object: ObjectDef): ObjectPlan {
  const fields = [...object.fields.values()];
  const stored = fields.filter(isStored);
  const columns = stored.map((field) => quoted(field.name));
  return {
    object,
    stored,
    formulas: fields.filter((field) => field.formula !== undefined),
    required: stored.filter(isRequired),
    unique: stored.filter((field) => field.unique && field.type !== 'id' && !field.autoNumber),
    references: stored.filter((field) => field.type === 'reference' && field.reference !== undefined),
    autoNumbers: stored.filter((field) => field.autoNumber !== undefined),
    blank: Object.fromEntries(stored.map((field) => [field.name, field.type === 'boolean' ? false : null])),
    softDelete: object.fields.has('isdeleted'),
    insertSql: `INSERT INTO ${quoted(object.name)} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    has: (field) => object.fields.has(field.toLowerCase())
  };
}

function isRequired(field: FieldDef): boolean {
  return !field.nillable && field.createable && field.type !== 'boolean' && !field.autoNumber;
}

/** A value as the database keeps it. */
export function toSql(value: FieldValue | undefined): SqlValue {
  if (value === undefined) return null;
  return typeof value === 'boolean' ? Number(value) : value;
}

/** The records with these ids, by id, with all stored fields; soft-deleted ones too. */
export function loadRows(store: Store, plan: ObjectPlan, ids: readonly string[]): Map<string, Row> {
  const rows = store.all(`SELECT * FROM ${quoted(plan.object.name)} WHERE "Id" IN (SELECT value FROM json_each(?))`, [
    JSON.stringify(ids)
  ]);
  return new Map(rows.map((columns) => [String(columns['Id']), toRow(plan, columns)]));
}

function toRow(plan: ObjectPlan, columns: Record<string, SqlValue>): Row {
  const values: Record<string, FieldValue> = {};
  for (const field of plan.stored) {
    const value = columns[field.name] ?? null;
    values[field.name] = field.type === 'boolean' ? value === 1 : value;
  }
  return { type: plan.object.name, values };
}

/** Writes a new record. */
export function insertRow(store: Store, plan: ObjectPlan, values: Readonly<Record<string, FieldValue>>): void {
  store.run(
    plan.insertSql,
    plan.stored.map((field) => toSql(values[field.name]))
  );
}

/** Writes the given fields of a record. */
export function updateRow(
  store: Store,
  plan: ObjectPlan,
  id: string,
  fields: readonly string[],
  values: Readonly<Record<string, FieldValue>>
): void {
  const assignments = fields.map((field) => `${quoted(field)} = ?`).join(', ');
  store.run(`UPDATE ${quoted(plan.object.name)} SET ${assignments} WHERE "Id" = ?`, [
    ...fields.map((field) => toSql(values[field])),
    id
  ]);
}
