import type { FieldDef, ObjectDef } from '../../schema/types.ts';
import { ApexList, ApexMap } from './collections.ts';
import { equalValues, hashOf, hashText, type Comparing } from './equality.ts';
import { FinalException, SObjectException } from './exceptions.ts';
import { coerceToField, fieldOf } from './fields.ts';
import { textOf } from './text.ts';

/** Takes what `addError` says of a record in a trigger. */
export type ErrorSink = (message: string, field?: string) => void;

/** What a clone keeps; the names of `SObject.clone`. */
export interface CloneOptions {
  readonly preserveId: boolean;
  readonly deep: boolean;
  readonly preserveReadonlyTimestamps: boolean;
  readonly preserveAutonumber: boolean;
}

interface RecordErrorText {
  readonly message: string;
  readonly field?: string;
}

const TIMESTAMPS = ['CreatedDate', 'CreatedById', 'LastModifiedDate', 'LastModifiedById', 'SystemModstamp'];

/**
 * A record in Apex. The emitted code reads and writes it by names in the schema's spelling (`get`, `set`, `parent`, `children`),
 * dynamic Apex by names in any case (`getByName`, `putByName`).
 */
export class SObject implements Comparing {
  readonly object: ObjectDef;
  /** Values by field name in the schema's spelling; null counts as set. */
  readonly values = new Map<string, unknown>();
  /** Fields that a query selected and that have no value: they read as null, but are not populated. */
  selectedNulls: Set<string> | undefined;
  /** The record came from a query: what it did not select can't be read. */
  readonly queried: boolean;
  /** Old rows of a trigger, and new ones after the save. */
  readonly = false;
  /** Set in triggers. */
  errorSink: ErrorSink | undefined;
  /** This is a clone, and of which record. */
  cloned = false;
  cloneSource: string | null = null;
  // Most records have none of these: they are made when first needed, because records are many.
  #parents: Map<string, SObject | null> | undefined;
  #childLists: Map<string, ApexList> | undefined;
  #errors: RecordErrorText[] | undefined;

  constructor(object: ObjectDef, queried = false) {
    this.object = object;
    this.queried = queried;
  }

  /** Parents by relationship name, lower case. */
  get parents(): Map<string, SObject | null> {
    return (this.#parents ??= new Map());
  }

  /** Child rows by relationship name, lower case. */
  get childLists(): Map<string, ApexList> {
    return (this.#childLists ??= new Map());
  }

  /** What `addError` said. */
  get errors(): RecordErrorText[] {
    return (this.#errors ??= []);
  }

  /** A parent or child list was loaded or set. */
  get hasRelatives(): boolean {
    return this.#parents !== undefined || this.#childLists !== undefined;
  }

  get apexType(): string {
    return this.object.name;
  }

  get id(): string | null {
    const id = this.values.get('Id');
    return typeof id === 'string' ? id : null;
  }

  /** A field's value. @throws SObjectException if a query did not select it */
  get(field: string): unknown {
    const value = this.values.get(field);
    if (value !== undefined) return value;
    if (this.queried && this.selectedNulls?.has(field) !== true) throw this.#unqueried(field);
    return null;
  }

  /** Sets a field to a value of the field's own type. */
  set(field: string, value: unknown): void {
    if (this.readonly) throw new FinalException('Record is read-only');
    this.values.set(field, value);
  }

  /** The parent record, or null. @throws SObjectException if a query did not select it */
  parent(relationship: string): SObject | null {
    const parent = this.parents.get(relationship.toLowerCase());
    if (parent !== undefined) return parent;
    if (this.queried) throw this.#unqueried(relationship);
    return null;
  }

  setParent(relationship: string, parent: SObject | null): void {
    if (this.readonly) throw new FinalException('Record is read-only');
    this.parents.set(relationship.toLowerCase(), parent);
  }

  /** The child rows of a sub-query, an empty list if none were loaded. */
  children(relationship: string): ApexList {
    const key = relationship.toLowerCase();
    let list = this.childLists.get(key);
    if (list === undefined) {
      if (this.queried) throw this.#unqueried(relationship);
      const child = this.object.childRelationships.find(
        ({ relationshipName }) => relationshipName?.toLowerCase() === key
      );
      list = new ApexList(child?.childObject ?? 'SObject');
      this.childLists.set(key, list);
    }
    return list;
  }

  getByName(name: string): unknown {
    return this.get(fieldOf(this.object, name).name);
  }

  /** @returns the former value */
  putByName(name: string, value: unknown): unknown {
    const field = fieldOf(this.object, name);
    if (!isWritable(field)) throw new SObjectException(`Field ${field.name} is not editable`);
    const former = this.values.get(field.name) ?? null;
    this.set(field.name, coerceToField(field, value));
    return former;
  }

  /** The lookup field whose parents a relationship name reads. */
  relationship(name: string): FieldDef {
    const key = name.toLowerCase();
    for (const field of this.object.fields.values()) {
      if (field.reference?.relationshipName?.toLowerCase() === key || field.name.toLowerCase() === key) {
        if (field.reference !== undefined) return field;
      }
    }
    throw new SObjectException(`Invalid relationship ${name} for ${this.object.name}`);
  }

  addError(message: string, field?: string): void {
    if (this.errorSink !== undefined) this.errorSink(message, field);
    this.errors.push(field === undefined ? { message } : { message, field });
  }

  clone(options: CloneOptions): SObject {
    const copy = new SObject(this.object, this.queried);
    copy.cloned = true;
    copy.cloneSource = this.id;
    for (const [name, value] of this.values) if (this.#cloned(name, options)) copy.values.set(name, value);
    if (this.hasRelatives) this.#cloneRelatives(copy, options);
    // The cleared fields were selected: they read as null instead of failing.
    if (this.queried) {
      const cleared = Array.from(this.values.keys()).filter((name) => !copy.values.has(name));
      copy.selectedNulls = new Set([...(this.selectedNulls ?? []), ...cleared]);
    }
    return copy;
  }

  /** `Map<String, Object>` of the fields that are set or were queried, with parents and child rows. */
  populated(): ApexMap {
    const map = new ApexMap('String', 'Object');
    for (const [name, value] of this.values) map.put(name, value);
    if (!this.hasRelatives) return map;
    for (const [key, parent] of this.parents) if (parent !== null) map.put(this.#relationshipName(key), parent);
    for (const [key, list] of this.childLists) map.put(this.#childName(key), list);
    return map;
  }

  equalTo(other: unknown): boolean {
    if (!(other instanceof SObject) || other.object.name !== this.object.name) return false;
    const names = new Set([...this.values.keys(), ...other.values.keys()]);
    for (const name of names) {
      if (!equalValues(this.values.get(name) ?? null, other.values.get(name) ?? null)) return false;
    }
    return true;
  }

  hash(): number {
    let hash = hashText(this.object.name);
    for (const [name, value] of this.values) {
      if (value !== null) hash = (hash + (hashText(name) ^ hashOf(value))) | 0;
    }
    return hash;
  }

  /** `Account:{Name=Acme, Id=001…}` */
  toString(): string {
    const fields = [...this.values].map(([name, value]) => `${name}=${textOf(value)}`);
    return `${this.object.name}:{${fields.join(', ')}}`;
  }

  #cloneRelatives(copy: SObject, options: CloneOptions): void {
    for (const [name, parent] of this.parents) {
      copy.parents.set(name, options.deep && parent !== null ? parent.clone(options) : parent);
    }
    for (const [name, list] of this.childLists) copy.childLists.set(name, list);
  }

  #cloned(name: string, options: CloneOptions): boolean {
    if (name === 'Id') return options.preserveId;
    if (TIMESTAMPS.includes(name)) return options.preserveReadonlyTimestamps;
    const field = this.object.fields.get(name.toLowerCase());
    return field?.autoNumber === undefined || options.preserveAutonumber;
  }

  #relationshipName(key: string): string {
    for (const { reference } of this.object.fields.values()) {
      if (reference?.relationshipName?.toLowerCase() === key) return reference.relationshipName;
    }
    return key;
  }

  #childName(key: string): string {
    const child = this.object.childRelationships.find(
      ({ relationshipName }) => relationshipName?.toLowerCase() === key
    );
    return child?.relationshipName ?? key;
  }

  #unqueried(field: string): SObjectException {
    return new SObjectException(
      `SObject row was retrieved via SOQL without querying the requested field: ${this.object.name}.${field}`
    );
  }
}

function isWritable(field: FieldDef): boolean {
  return field.createable || field.updateable || field.name === 'Id';
}
