import type { Schema } from '../../schema/types.ts';
import type { Library, LibraryType } from '../library/types.ts';
import type { Soql } from '../../soql/types.ts';
import type { TypeRef } from './ast.ts';
import { Fault } from './parser.ts';
import { ancestry, type ClassSymbol } from './symbols.ts';
import { VOID, type Type } from './types.ts';

const PRIMITIVES = [
  'Integer',
  'Long',
  'Double',
  'Decimal',
  'String',
  'Id',
  'Boolean',
  'Date',
  'Datetime',
  'Time',
  'Blob'
];
const PRIMITIVE_NAMES = new Map(PRIMITIVES.map((name) => [name.toLowerCase(), name]));
/** SObject types that stand in no schema: their rows come from queries alone. */
const ROW_TYPES = new Map([
  ['sobject', 'SObject'],
  ['aggregateresult', 'AggregateResult']
]);

/** Namespaces of the platform: a type in one of them that the library has not is none of the source's faults. */
const NAMESPACES = new Set(
  'approval auth cache canvas connectapi database dataweave dom eventbus flow invocable messaging metadata process quickaction reports schema search system wave'.split(
    ' '
  )
);

/** All types a compilation knows: the sources' classes, the library, the schema's objects. */
export class World {
  readonly schema: Schema;
  readonly library: Library;
  readonly checkQuery: Soql['check'];
  /** Top-level classes by lower-case name. */
  readonly classes = new Map<string, ClassSymbol>();
  /** Finds a class that is not among them yet. */
  missingClass: (key: string) => ClassSymbol | undefined = () => undefined;
  readonly #types = new Map<string, Type>();

  constructor(schema: Schema, library: Library, checkQuery: Soql['check']) {
    this.schema = schema;
    this.library = library;
    this.checkQuery = checkQuery;
  }

  get object(): Type {
    return this.#intern({ kind: 'any', name: 'Object', args: [], ...this.#libraryOf('Object') });
  }

  primitive(name: string): Type {
    return this.#intern({ kind: 'primitive', name, args: [], ...this.#libraryOf(name) });
  }

  list(of: Type): Type {
    return this.generic('List', [of]);
  }

  /** A query's rows as a list that also converts to one row. */
  queryRows(of: Type): Type {
    return this.#intern({ ...this.list(of), query: true }, `query ${of.name}`);
  }

  /** A platform class, with arguments where it takes some. */
  generic(name: string, args: readonly Type[]): Type {
    const library = this.library.find(name);
    if (library === undefined) throw new Error(`The library has no ${name}`);
    return this.#libraryType(library, args);
  }

  /** An object of the schema by API name. */
  sobject(name: string): Type | undefined {
    const general = ROW_TYPES.get(name.toLowerCase());
    if (general !== undefined) {
      const library = general === 'SObject' ? undefined : this.library.find(general);
      if (library !== undefined) return this.#libraryType(library, []);
      return this.#intern({ kind: 'sobject', name: general, args: [], ...this.#libraryOf('SObject') });
    }
    const object = this.schema.object(name);
    if (object === undefined) return undefined;
    return this.#intern({ kind: 'sobject', name: object.name, args: [], object, ...this.#libraryOf('SObject') });
  }

  get generalSObject(): Type {
    return this.#intern({ kind: 'sobject', name: 'SObject', args: [], ...this.#libraryOf('SObject') });
  }

  /** What a lookup to several objects reads: the platform's Name. */
  get polymorphic(): Type {
    return this.#intern({ kind: 'sobject', name: 'Name', args: [], ...this.#libraryOf('SObject') });
  }

  /** The type a library signature names; `T`, `K`, `V` stand for what `variables` says. */
  named(name: string, variables: ReadonlyMap<string, Type> = NO_VARIABLES): Type {
    const text = name.trim();
    const variable = variables.get(text);
    if (variable !== undefined) return variable;
    const open = text.indexOf('<');
    if (open < 0) {
      if (text.endsWith('[]')) return this.list(this.named(text.slice(0, -2), variables));
      return this.byName(text) ?? this.object;
    }
    const args = splitArguments(text.slice(open + 1, text.lastIndexOf('>'))).map((arg) => this.named(arg, variables));
    return this.generic(text.slice(0, open), args);
  }

  /** A type by its full name without arguments: primitive, class, platform class, object. */
  byName(name: string): Type | undefined {
    const plain = name.toLowerCase().replace(/^system\./, '');
    if (plain === 'void') return VOID;
    if (plain === 'object') return this.object;
    const primitive = PRIMITIVE_NAMES.get(plain);
    if (primitive !== undefined) return this.primitive(primitive);
    const [first = '', second] = name.split('.');
    const outer = this.#topClass(first.toLowerCase());
    const declared = second === undefined ? outer : outer?.inner.get(second.toLowerCase());
    if (declared !== undefined) return declared.type;
    if (ROW_TYPES.has(plain)) return this.sobject(plain);
    const library = this.library.find(name) ?? this.library.find(`Schema.${name}`);
    if (library !== undefined)
      return this.#libraryType(
        library,
        library.typeParameters.map(() => this.object)
      );
    return this.sobject(name.replace(/^schema\./i, ''));
  }

  /** The type a source names, seen from a class. @throws Fault */
  resolve(ref: TypeRef, from: ClassSymbol | undefined): Type {
    const found = this.tryResolve(ref, from);
    if (found !== undefined) return found;
    const name = ref.names.map((part) => part.name).join('.');
    const known = ref.names.length > 1 && NAMESPACES.has(ref.names[0]?.name.toLowerCase() ?? '');
    throw new Fault(ref, known ? `The local org does not support ${name}` : `Invalid type: ${name}`);
  }

  tryResolve(ref: TypeRef, from: ClassSymbol | undefined): Type | undefined {
    let type = this.#resolveNames(ref, from);
    for (let i = 0; type !== undefined && i < ref.dimensions; i++) type = this.list(type);
    return type;
  }

  #resolveNames(ref: TypeRef, from: ClassSymbol | undefined): Type | undefined {
    const names = ref.names.map((part) => part.name);
    const args = ref.names.flatMap((part) => part.args).map((arg) => this.resolve(arg, from));
    if (args.length > 0) {
      const library = this.library.find(names.join('.'));
      if (library?.typeParameters.length !== args.length) return undefined;
      return this.#libraryType(library, args);
    }
    const near = from === undefined ? undefined : this.nearClass(names[0] ?? '', from);
    if (near !== undefined) {
      if (names.length === 1) return near.type;
      const inner = names.length === 2 ? near.inner.get(names[1]?.toLowerCase() ?? '') : undefined;
      if (inner !== undefined) return inner.type;
    }
    return this.byName(names.join('.'));
  }

  /** A class seen by its simple name: inner ones of the class, its ancestors and its outer class first. */
  nearClass(name: string, from: ClassSymbol): ClassSymbol | undefined {
    const key = name.toLowerCase();
    for (let scope: ClassSymbol | undefined = from; scope !== undefined; scope = scope.outer) {
      for (const one of ancestry(scope)) {
        const inner = one.inner.get(key);
        if (inner !== undefined) return inner;
      }
      if (scope.simpleName.toLowerCase() === key) return scope;
    }
    return this.#topClass(key);
  }

  #topClass(key: string): ClassSymbol | undefined {
    return this.classes.get(key) ?? this.missingClass(key);
  }

  #libraryType(library: LibraryType, args: readonly Type[]): Type {
    const name = args.length === 0 ? library.name : `${library.name}<${args.map((arg) => arg.name).join(',')}>`;
    return this.#intern({ kind: 'library', name, args, library });
  }

  #libraryOf(name: string): { library?: LibraryType } {
    const library = this.library.find(name);
    return library === undefined ? {} : { library };
  }

  #intern(type: Type, key = `${type.kind} ${type.name}`): Type {
    const known = this.#types.get(key);
    if (known !== undefined) return known;
    this.#types.set(key, type);
    return type;
  }
}

const NO_VARIABLES: ReadonlyMap<string, Type> = new Map();

/** `String,List<Map<Id,X>>` → its top-level parts. */
function splitArguments(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const letter = text[i];
    if (letter === '<') depth += 1;
    else if (letter === '>') depth -= 1;
    else if (letter === ',' && depth === 0) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

/** The arguments of a platform type by the names its signature uses. */
export function variablesOf(type: Type): ReadonlyMap<string, Type> {
  const names = type.library?.typeParameters ?? [];
  if (names.length === 0) return NO_VARIABLES;
  return new Map(names.flatMap((name, i) => (type.args[i] === undefined ? [] : [[name, type.args[i]] as const])));
}
