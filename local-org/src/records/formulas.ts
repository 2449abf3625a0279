import { UnsupportedError } from '../errors.ts';
import { evaluateFormula } from '../formula/index.ts';
import type { RunContext } from '../formula/index.ts';
import type { Org } from '../org.ts';
import type { FieldValue, Row } from '../row.ts';
import type { FieldDef, ObjectDef } from '../schema/types.ts';
import { isStored } from '../store/index.ts';
import { loadRows, planOf } from './plan.ts';

/** Evaluates formulas over records on their way into the database; parents are read once. */
export class FormulaReader {
  readonly #org: Org;
  readonly #parents = new Map<string, Row | undefined>();

  constructor(org: Org) {
    this.#org = org;
  }

  /** Parents are read anew: triggers may have changed them. */
  forgetParents(): void {
    this.#parents.clear();
  }

  /** A default's value: it knows no record. */
  defaultValue(object: ObjectDef, text: string): FieldValue {
    const blank: Row = { type: object.name, values: {} };
    return evaluateFormula(text, this.#org.schema, object, 'default', this.#context(object, blank, undefined));
  }

  /** Whether a validation rule's condition holds, so that the record is refused. */
  holds(object: ObjectDef, text: string, row: Row, old: Row | undefined): boolean {
    return evaluateFormula(text, this.#org.schema, object, 'validation', this.#context(object, row, old)) === true;
  }

  /** A field's value, computed if it is a formula. */
  fieldValue(object: ObjectDef, field: FieldDef, row: Row): FieldValue {
    if (isStored(field)) return row.values[field.name] ?? null;
    if (!field.formula) return null;
    return evaluateFormula(
      field.formula.text,
      this.#org.schema,
      object,
      'field',
      this.#context(object, row, undefined)
    );
  }

  #context(object: ObjectDef, row: Row, old: Row | undefined): RunContext {
    const { clock, transaction } = this.#org;
    return {
      field: (names) => this.#read(object, row, names),
      prior: (names) => this.#read(object, old ?? row, names),
      isNew: old === undefined,
      now: clock.now(),
      zone: transaction.timeZone
    };
  }

  #read(object: ObjectDef, row: Row, names: readonly string[]): FieldValue {
    const [first = '', ...rest] = names;
    if (first.startsWith('$')) return this.#readGlobal(first.toLowerCase(), rest);
    if (rest.length === 0) {
      const field = object.fields.get(first.toLowerCase());
      return field ? this.fieldValue(object, field, row) : null;
    }
    const reference = [...object.fields.values()].find(
      (field) => field.reference?.relationshipName?.toLowerCase() === first.toLowerCase()
    );
    const parentId = reference && row.values[reference.name];
    return typeof parentId === 'string' ? this.#readParent(parentId, rest) : null;
  }

  #readParent(id: string, names: readonly string[]): FieldValue {
    const object = this.#org.schema.objectOfId(id);
    const row = object && this.#parent(object, id);
    return object && row ? this.#read(object, row, names) : null;
  }

  #parent(object: ObjectDef, id: string): Row | undefined {
    if (!this.#parents.has(id)) this.#parents.set(id, loadRows(this.#org.store, planOf(object), [id]).get(id));
    return this.#parents.get(id);
  }

  #readGlobal(name: string, names: readonly string[]): FieldValue {
    const { schema, transaction, organization } = this.#org;
    const [first = ''] = names;
    switch (name) {
      case '$user':
        return this.#readParent(transaction.userId, names);
      case '$profile':
        return this.#readParent(transaction.userId, ['Profile', ...names]);
      case '$organization':
        return this.#readParent(organization.id, names);
      case '$permission':
        return transaction.access().customPermission(first);
      case '$label': {
        const label = schema.labels.get(first.toLowerCase());
        return (
          schema.translations.get(transaction.language)?.get(`label:${first.toLowerCase()}`) ?? label?.value ?? null
        );
      }
      default:
        throw new UnsupportedError(`${name} in formulas`);
    }
  }
}
