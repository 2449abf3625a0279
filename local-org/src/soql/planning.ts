import type { FieldDef, ObjectDef, Schema } from '../schema/types.ts';
import type { FieldValue } from '../row.ts';
import type { SqlValue } from '../store/index.ts';
import type { BindValue, QueryOptions } from './types.ts';
import { refusal } from './refusals.ts';
import type { OrgError } from '../errors.ts';

/** What is known when a planned query runs: its literals, its binds, the time and the user's zone and language. */
export interface Run {
  /** The literals of the text as written, in order. */
  readonly literals: readonly string[];
  readonly binds: ReadonlyMap<string, BindValue>;
  readonly now: number;
  readonly zone: string;
  readonly language: string;
  readonly userId: string | undefined;
  /** See QueryOptions. */
  readonly hiddenUpTo: QueryOptions['hiddenUpTo'];
  /** Rows to read at most, whatever the query's own limit; undefined: all. */
  readonly atMost: number | undefined;
}

/** Computes one parameter of a statement when the query runs. */
export type Parameter = (run: Run) => SqlValue;

/**
 * How a bind's value shapes the SQL: null compares differently from a value, a list with null from one without.
 * Plans are kept per shape.
 */
export type BindShape = 'null' | 'one' | 'many' | 'manyWithNull';

export function shapeOf(value: BindValue): BindShape {
  if (isList(value)) return value.some(isBlank) ? 'manyWithNull' : 'many';
  return isBlank(value) ? 'null' : 'one';
}

export function isList(value: BindValue): value is readonly FieldValue[] {
  return Array.isArray(value);
}

/** SOQL knows no empty text: it is null. */
export function isBlank(value: FieldValue): boolean {
  return value === null || value === '';
}

/** An object or field that a query touches, for the access check. */
export interface Need {
  readonly object: string;
  /** Absent: the object itself. */
  readonly field: string | undefined;
  readonly selected: boolean;
}

/** The query that is being planned: what all its parts share. */
export interface QueryText {
  readonly schema: Schema;
  readonly text: string;
  /** Index of a literal by its offset in the text. */
  readonly literals: ReadonlyMap<number, number>;
  /** Undefined when a query is checked without running it. */
  readonly shapes: ReadonlyMap<string, BindShape> | undefined;
  readonly allRows: boolean;
  /** Rows that existed before an Apex test are hidden. */
  readonly isIsolated: boolean;
  /** Asks for an index over fields of an object; answers with its name. Undefined when a query is only checked. */
  readonly adviseIndex: ((object: ObjectDef, fields: readonly FieldDef[]) => string | undefined) | undefined;
  /** Whose fields FIELDS() selects; undefined: all. */
  readonly readable: ((object: string, field: string) => boolean) | undefined;
}

/** Collects the parameters and needs of one SQL statement while it is written. */
export class Planning {
  readonly query: QueryText;
  readonly parameters: Parameter[] = [];
  readonly needs: Map<string, Need>;
  semiJoins = 0;
  #aliases = 0;
  #isNoting = true;

  constructor(query: QueryText, needs: Map<string, Need> = new Map()) {
    this.query = query;
    this.needs = needs;
  }

  get schema(): Schema {
    return this.query.schema;
  }

  /** Adds a parameter. @returns how SQL names it */
  parameter(value: Parameter): string {
    this.parameters.push(value);
    return `?${this.parameters.length}`;
  }

  /**
   * A parameter for LIMIT, OFFSET or LIKE, inside an expression: SQLite would look at the bare parameter's value for its plan,
   * and so prepare the statement anew each time.
   */
  hiddenParameter(value: Parameter, kind: 'number' | 'text'): string {
    const parameter = this.parameter(value);
    return kind === 'number' ? `(${parameter} + 0)` : `(${parameter} || '')`;
  }

  alias(): string {
    return `t${this.#aliases++}`;
  }

  /** Runs `work` without noting what it reads. */
  withoutNeeds<T>(work: () => T): T {
    const before = this.#isNoting;
    this.#isNoting = false;
    try {
      return work();
    } finally {
      this.#isNoting = before;
    }
  }

  need(object: ObjectDef, field: string | undefined, selected: boolean): void {
    if (!this.#isNoting) return;
    const key = `${object.name}.${field ?? ''}.${selected}`;
    if (!this.needs.has(key)) this.needs.set(key, { object: object.name, field, selected });
  }

  refuse(at: number, code: string, message: string): OrgError {
    return refusal(this.query.text, at, code, message);
  }
}
