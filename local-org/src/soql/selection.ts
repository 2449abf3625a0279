import type { Call, Path, SelectItem, TypeOf } from './ast.ts';
import type { ParentReader, RowReader, ValueReader } from './reader.ts';
import { readerFor } from './reader.ts';
import type { Column, Scope, Several, Single, Source } from './scope.ts';
import { formatted } from './formatting.ts';
import { labelOf } from './labels.ts';

/** The columns of a SELECT of records, and how to read them. */
export class Selection {
  readonly #scope: Scope;
  readonly #columns = new Map<string, string>();
  readonly #root: Node;

  constructor(scope: Scope) {
    this.#scope = scope;
    this.#root = new Node(this, scope.root);
  }

  /** The columns as SQL, named as the readers expect. */
  get columns(): string[] {
    return [...this.#columns].map(([sql, name]) => `${sql} AS ${name}`);
  }

  get reader(): RowReader {
    return this.#root;
  }

  /** The name under which a column's value comes back. */
  nameOf(sql: string): string {
    const name = this.#columns.get(sql) ?? `c${this.#columns.size}`;
    this.#columns.set(sql, name);
    return name;
  }

  add(item: SelectItem): void {
    if (item.kind === 'typeof') this.#addTypeOf(item);
    else if (item.kind === 'fields') this.#addFields(item);
    else if (item.kind === 'operand') {
      if (item.operand.kind === 'call') this.#addCall(item.operand, item.alias);
      else if (item.alias !== undefined)
        throw this.#scope.planning.refuse(
          item.operand.at,
          'MALFORMED_QUERY',
          `only aggregate expressions can have an alias: '${item.alias}'`
        );
      else this.#addPath(item.operand);
    }
  }

  #addPath(path: Path): void {
    const names = this.#scope.namesOf(path);
    const [node, source] = this.#nodeFor(names, path);
    node.addColumn(this.#scope.columnOf(source, names.at(-1) ?? '', path, true), path);
  }

  #nodeFor(names: readonly string[], path: Path): [Node, Source] {
    let node = this.#root;
    let source: Source = this.#scope.root;
    for (const name of names.slice(0, -1)) {
      const above: Source = source;
      source = this.#scope.parent(above, name, path);
      node = node.parent(this.#spelling(above, name, path), source);
    }
    return [node, source];
  }

  #spelling(source: Source, relationship: string, path: Path): string {
    if (source.kind === 'several') return relationship;
    return this.#scope.lookup(source, relationship, path).reference?.relationshipName ?? relationship;
  }

  #addCall(call: Call, alias: string | undefined): void {
    const { planning } = this.#scope;
    if (call.name !== 'TOLABEL' && call.name !== 'FORMAT')
      throw planning.refuse(call.at, 'MALFORMED_QUERY', `${call.name}() needs GROUP BY`);
    const inner = call.argument?.kind === 'call' ? call.argument : undefined;
    const path = inner ? inner.argument : call.argument;
    if (path?.kind !== 'path' || (inner && inner.name !== 'TOLABEL'))
      throw planning.refuse(call.at, 'MALFORMED_QUERY', `${call.name.toLowerCase()}() takes a field`);
    const names = this.#scope.namesOf(path);
    const [node, source] = this.#nodeFor(names, path);
    const column = this.#scope.columnOf(source, names.at(-1) ?? '', path, true);
    const { field, object } = column;
    const isLabel = call.name === 'TOLABEL' || inner !== undefined;
    const read: ValueReader['read'] = isLabel
      ? (value, run) =>
          typeof value === 'string' ? labelOf(planning.schema, object, field, run.language, value) : null
      : (value, run) => formatted(value, field, run);
    (alias === undefined ? node : this.#root).addValue(alias ?? field.name, column, path, read);
  }

  #addFields(item: SelectItem & { readonly kind: 'fields' }): void {
    const { planning, root } = this.#scope;
    for (const field of root.object.fields.values()) {
      if (item.which === 'CUSTOM' ? !field.custom : item.which === 'STANDARD' && field.custom) continue;
      if (field.type === 'address' || planning.query.readable?.(root.object.name, field.name) === false) continue;
      const path: Path = { kind: 'path', names: [field.name], at: item.at };
      this.#root.addColumn(this.#scope.fieldOf(root, field, true), path);
    }
  }

  #addTypeOf(item: TypeOf): void {
    const { planning } = this.#scope;
    const names = [...this.#scope.namesOf(item.path), ''];
    const [above, aboveSource] = this.#nodeFor(names.slice(0, -1), item.path);
    const relationship = names.at(-2) ?? '';
    const source = this.#scope.parent(aboveSource, relationship, item.path);
    if (source.kind !== 'several')
      throw planning.refuse(
        item.path.at,
        'MALFORMED_QUERY',
        `TYPEOF needs a relationship to several objects, and ${relationship} has one`
      );
    const variants = new Map<string, Node>();
    for (const branch of item.branches) {
      const name = branch.object.names.join('.').toLowerCase();
      const target = source.targets.find((each) => each.object.name.toLowerCase() === name);
      if (!target)
        throw planning.refuse(
          branch.object.at,
          'INVALID_FIELD',
          `${relationship} can't be a ${branch.object.names.join('.')}`
        );
      variants.set(target.object.keyPrefix, this.#variant(target, branch.fields));
    }
    const otherwise = this.#variant(source, item.otherwise);
    above.addVariants(
      this.#spelling(aboveSource, relationship, item.path),
      source,
      (id) => variants.get(id.slice(0, 3)) ?? otherwise
    );
  }

  #variant(source: Source, fields: readonly Path[]): Node {
    const node = new Node(this, source);
    for (const path of fields) {
      let place = node;
      let at = source;
      for (const name of path.names.slice(0, -1)) {
        const above: Source = at;
        at = this.#scope.parent(above, name, path);
        place = place.parent(this.#spelling(above, name, path), at);
      }
      place.addColumn(this.#scope.columnOf(at, path.names.at(-1) ?? '', path, true), path);
    }
    return node;
  }

  /** @throws OrgError for a field that is selected twice */
  duplicate(path: Path, name: string): never {
    throw this.#scope.planning.refuse(path.at, 'INVALID_FIELD', `duplicate field selected: ${name}`);
  }
}

/** A record in the tree of selected records: the queried one, its parents, theirs. */
class Node implements RowReader {
  readonly object: string | undefined;
  readonly idColumn: string;
  readonly values: ValueReader[] = [];
  readonly #selection: Selection;
  readonly #parents = new Map<string, ParentReader & { readonly node: Node | undefined }>();
  readonly #names = new Set<string>();

  constructor(selection: Selection, source: Source) {
    this.#selection = selection;
    this.object = source.kind === 'single' ? source.object.name : undefined;
    this.idColumn = selection.nameOf(idOf(source));
  }

  get parents(): readonly ParentReader[] {
    return [...this.#parents.values()];
  }

  addColumn(column: Column, path: Path): void {
    this.addValue(column.field.name, column, path, readerFor(column.field.type));
  }

  addValue(name: string, column: Column, path: Path, read: ValueReader['read']): void {
    if (this.#names.has(name.toLowerCase())) this.#selection.duplicate(path, name);
    this.#names.add(name.toLowerCase());
    this.values.push({ name, column: this.#selection.nameOf(column.sql), read });
  }

  parent(name: string, source: Source): Node {
    const known = this.#parents.get(name)?.node;
    if (known) return known;
    const node = new Node(this.#selection, source);
    this.#parents.set(name, { name, idColumn: node.idColumn, readerOf: () => node, node });
    return node;
  }

  addVariants(name: string, source: Several, readerOf: (id: string) => RowReader): void {
    this.#parents.set(name, { name, idColumn: this.#selection.nameOf(idOf(source)), readerOf, node: undefined });
  }
}

/** The id of a record of a source; null if there is none, also where its lookup points nowhere. */
function idOf(source: Source): string {
  const ofSingle = (single: Single): string => `${single.alias}."Id"`;
  if (source.kind === 'single') return ofSingle(source);
  const [first, ...more] = source.targets;
  if (!first) return 'NULL';
  return more.length === 0 ? ofSingle(first) : `coalesce(${source.targets.map(ofSingle).join(', ')})`;
}
