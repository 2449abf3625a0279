import type { FieldDef, ObjectDef } from '../schema/types.ts';
import { compileFormulaSql } from '../formula/index.ts';
import type { FieldTerm } from '../formula/index.ts';
import { hasTable, isFolded, localTime, quoted } from '../store/index.ts';
import { UnsupportedError } from '../errors.ts';
import type { Path } from './ast.ts';
import type { Planning } from './planning.ts';
import { noSuchColumn, noSuchRelationship } from './refusals.ts';

/** A field as it stands in a statement. */
export interface Column {
  readonly field: FieldDef;
  readonly object: ObjectDef;
  readonly sql: string;
  /** The column as comparisons and sorting see it: texts folded. */
  readonly key: string;
  /** Null for rows whose field is set too: it belongs to a parent. */
  readonly ofParent: boolean;
}

/** A table in a statement: the queried one or a parent's. */
export interface Single {
  readonly kind: 'single';
  readonly object: ObjectDef;
  readonly alias: string;
  readonly depth: number;
}

/** A parent that may be of several objects, told by the id's prefix. */
export interface Several {
  readonly kind: 'several';
  readonly targets: readonly Single[];
  readonly idSql: string;
}

export type Source = Single | Several;

/** What can be read of a parent that may be of several objects, whatever it is. */
const NAME_FIELDS: ReadonlySet<string> = new Set(
  'id,name,type,alias,email,firstname,isactive,lastname,phone,profileid,recordtypeid,title,userroleid,username'.split(
    ','
  )
);

const DEEPEST_PARENT = 5;

/** The tables of one SELECT: resolves field paths and adds the joins they need. */
export class Scope {
  readonly planning: Planning;
  readonly root: Single;
  readonly joins: string[] = [];
  /** Own fields that the query's conditions leave no null of, in lower case. */
  readonly neverNull = new Set<string>();
  readonly #alias: string | undefined;
  readonly #parents = new Map<string, Source>();
  readonly #formulas = new Map<string, string>();

  constructor(planning: Planning, object: ObjectDef, alias?: string) {
    this.planning = planning;
    this.root = { kind: 'single', object, alias: planning.alias(), depth: 0 };
    this.#alias = alias?.toLowerCase();
    if (!object.queryable || !hasTable(object))
      throw planning.refuse(0, 'INVALID_TYPE_FOR_OPERATION', `entity type ${object.name} does not support query`);
    planning.need(object, undefined, true);
  }

  /** The field that a path names. @throws OrgError if there is none */
  column(path: Path, selected: boolean): Column {
    return this.columnFrom(this.root, this.namesOf(path), path, selected);
  }

  /** The names of a path without the query's own alias or object name before them. */
  namesOf(path: Path): readonly string[] {
    const [first = '', ...rest] = path.names;
    const own = [this.#alias, this.root.object.name.toLowerCase()];
    const isOwn = own.includes(first.toLowerCase()) && !this.#referenceOf(this.root.object, first);
    return rest.length > 0 && isOwn ? rest : path.names;
  }

  columnFrom(from: Source, names: readonly string[], path: Path, selected: boolean): Column {
    const relationships = names.slice(0, -1);
    const source = relationships.reduce<Source>((each, name) => this.parent(each, name, path), from);
    return this.columnOf(source, names.at(-1) ?? '', path, selected);
  }

  columnOf(source: Source, name: string, path: Path, selected: boolean): Column {
    if (source.kind === 'several') return this.#columnOfSeveral(source, name, path, selected);
    const field = source.object.fields.get(name.toLowerCase());
    if (!field) throw this.#noColumn(name, source.object.name, path);
    return this.fieldOf(source, field, selected);
  }

  fieldOf(source: Single, field: FieldDef, selected: boolean): Column {
    this.planning.need(source.object, field.name, selected);
    if (field.type === 'address')
      throw new UnsupportedError(`the compound field ${source.object.name}.${field.name} in a query; select its parts`);
    const sql = field.formula ? this.#formula(source, field) : `${source.alias}.${quoted(field.name)}`;
    const key = isFolded(field) ? `fold(${sql})` : sql;
    return { field, object: source.object, sql, key, ofParent: source.depth > 0 };
  }

  /** A formula field as SQL. What it reads needs no right of the user's: the field itself is what the user may read or not. */
  #formula(source: Single, field: FieldDef): string {
    const known = this.#formulas.get(`${source.alias}.${field.name}`);
    if (known !== undefined) return known;
    const { planning } = this;
    const sql = planning.withoutNeeds(() =>
      compileFormulaSql(planning.schema, source.object, field, {
        field: (term) => this.#formulaField(source, field, term),
        now: () => planning.parameter((run) => Math.floor(run.now / 60_000) * 60_000),
        today: () => planning.parameter((run) => new Date(localTime(run.now, run.zone)).toISOString().slice(0, 10)),
        zone: () => planning.parameter((run) => run.zone)
      })
    );
    this.#formulas.set(`${source.alias}.${field.name}`, sql);
    return sql;
  }

  #formulaField(source: Single, field: FieldDef, term: FieldTerm): string {
    if (term.isGlobal) return this.#globalField(term);
    const path: Path = { kind: 'path', names: term.names, at: 0 };
    const { sql, field: read } = this.columnFrom({ ...source, depth: 0 }, term.names, path, false);
    const isNumber = ['int', 'long', 'double', 'currency', 'percent'].includes(read.type);
    return isNumber && field.formula?.blankAsZero ? `ifnull(${sql}, 0)` : sql;
  }

  #globalField({ names }: FieldTerm): string {
    const [first = '', name = ''] = names;
    const { planning } = this;
    const user = (): string => planning.parameter((run) => run.userId ?? null);
    switch (first.toLowerCase()) {
      case '$user':
        return `(SELECT u.${quoted(name)} FROM "User" u WHERE u."Id" = ${user()})`;
      case '$profile':
        return `(SELECT p.${quoted(name)} FROM "User" u JOIN "Profile" p ON p."Id" = u."ProfileId" WHERE u."Id" = ${user()})`;
      case '$organization':
        return `(SELECT ${quoted(name)} FROM "Organization")`;
      default:
        return planning.parameter(() => planning.schema.labels.get(name.toLowerCase())?.value ?? null);
    }
  }

  /** The table or tables of a parent, joined when first asked for. */
  parent(source: Source, relationship: string, path: Path): Source {
    if (source.kind === 'several') throw this.#noRelationship(relationship, path);
    const name = `${source.alias}.${relationship.toLowerCase()}`;
    const known = this.#parents.get(name);
    if (known) return known;
    const parent = this.#join(source, relationship, path);
    this.#parents.set(name, parent);
    return parent;
  }

  /** The lookup behind a relationship name. */
  lookup(source: Single, relationship: string, path: Path): FieldDef {
    const field = this.#referenceOf(source.object, relationship);
    if (!field) throw this.#noRelationship(relationship, path);
    return field;
  }

  #join(source: Single, relationship: string, path: Path): Source {
    const field = this.lookup(source, relationship, path);
    const depth = source.depth + 1;
    if (depth > DEEPEST_PARENT)
      throw this.planning.refuse(
        path.at,
        'INVALID_FIELD',
        `the path '${path.names.join('.')}' goes up more than ${DEEPEST_PARENT} levels of parents`
      );
    const id = this.fieldOf(source, field, false).sql;
    const targets = (field.reference?.to ?? []).flatMap((name) => {
      const object = this.planning.schema.object(name);
      return object && hasTable(object) ? [object] : [];
    });
    const [only] = targets;
    if (!only) throw this.#noRelationship(relationship, path);
    if (!field.reference?.polymorphic) return this.#joinTable(only, id, depth);
    // Which of them stands in a row is not known: a user reads the name of any of them.
    return this.planning.withoutNeeds(() => ({
      kind: 'several',
      idSql: id,
      targets: targets.map((object) => this.#joinTable(object, id, depth))
    }));
  }

  #joinTable(object: ObjectDef, id: string, depth: number): Single {
    const alias = this.planning.alias();
    this.planning.need(object, undefined, false);
    this.joins.push(`LEFT JOIN ${quoted(object.name)} ${alias} ON ${alias}."Id" = ${id}`);
    return { kind: 'single', object, alias, depth };
  }

  #columnOfSeveral(source: Several, name: string, path: Path, selected: boolean): Column {
    const wanted = name.toLowerCase();
    if (!NAME_FIELDS.has(wanted)) throw this.#noColumn(name, 'Name', path);
    const columns = source.targets.flatMap((target) => {
      const field = wanted === 'type' ? target.object.fields.get('id') : this.#nameField(target.object, wanted);
      if (!field) return [];
      return [{ target, column: this.planning.withoutNeeds(() => this.fieldOf(target, field, selected)) }];
    });
    const [first] = columns;
    if (!first) throw this.#noColumn(name, 'Name', path);
    const field: FieldDef =
      wanted === 'type' ? { ...first.column.field, name: 'Type', type: 'string' } : first.column.field;
    const whens = columns.map(({ target, column }) => {
      const value = wanted === 'type' ? `'${target.object.name}'` : column.sql;
      return `WHEN '${target.object.keyPrefix}' THEN ${value}`;
    });
    const sql = `CASE substr(${source.idSql}, 1, 3) ${whens.join(' ')} END`;
    return {
      field: { ...field, name: wanted === 'name' ? 'Name' : field.name },
      object: first.target.object,
      sql,
      key: isFolded(field) ? `fold(${sql})` : sql,
      ofParent: true
    };
  }

  #nameField(object: ObjectDef, name: string): FieldDef | undefined {
    return object.fields.get(name === 'name' ? (object.nameField ?? 'name').toLowerCase() : name);
  }

  #referenceOf(object: ObjectDef, relationship: string): FieldDef | undefined {
    const wanted = relationship.toLowerCase();
    for (const field of object.fields.values())
      if (field.reference?.relationshipName?.toLowerCase() === wanted) return field;
    return undefined;
  }

  #noColumn(name: string, object: string, path: Path): Error {
    return this.planning.refuse(path.at, 'INVALID_FIELD', noSuchColumn(name, object));
  }

  #noRelationship(relationship: string, path: Path): Error {
    return this.planning.refuse(path.at, 'INVALID_FIELD', noSuchRelationship(relationship, path.names.join('.')));
  }
}
