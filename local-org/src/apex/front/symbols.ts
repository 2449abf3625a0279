import type {
  Accessor,
  ConstructorDecl,
  FieldDecl,
  MethodDecl,
  Modifiers,
  Parameter,
  PropertyDecl,
  TypeDecl
} from './ast.ts';
import { annotated } from './readModifiers.ts';
import type { Type } from './types.ts';

export type Visibility = 'private' | 'protected' | 'public' | 'global';

export interface FieldSymbol {
  readonly name: string;
  /** Its property on the JavaScript object; never the name of a method there. */
  readonly property: string;
  readonly owner: ClassSymbol;
  readonly type: Type;
  readonly static: boolean;
  readonly final: boolean;
  readonly visibility: Visibility;
  readonly writeVisibility: Visibility;
  readonly modifiers: Modifiers;
  readonly decl: FieldDecl | PropertyDecl;
  /** Properties: absent where the accessor is missing. */
  readonly getter: Accessor | undefined;
  readonly setter: Accessor | undefined;
}

export interface ParameterSymbol {
  readonly name: string;
  readonly type: Type;
  readonly decl: Parameter;
}

export interface MethodSymbol {
  readonly name: string;
  /** `name$type$type`: its property on the JavaScript object. */
  readonly key: string;
  /** The emitted function: `Outer$Inner$$name$$3`. */
  readonly functionName: string;
  readonly owner: ClassSymbol;
  readonly type: Type;
  readonly parameters: readonly ParameterSymbol[];
  readonly static: boolean;
  readonly abstract: boolean;
  readonly visibility: Visibility;
  readonly modifiers: Modifiers;
  readonly decl: MethodDecl | ConstructorDecl;
}

/** A class, interface or enum of a source; ancestors and members are filled in once all classes are known. */
export class ClassSymbol {
  /** `Outer` or `Outer.Inner`. */
  readonly name: string;
  readonly decl: TypeDecl;
  readonly outer: ClassSymbol | undefined;
  /** Of the unit it stands in. */
  readonly unitName: string;
  readonly type: Type;
  superclass: Type | undefined;
  interfaces: readonly Type[] = [];
  readonly inner = new Map<string, ClassSymbol>();
  readonly fields = new Map<string, FieldSymbol>();
  readonly methods = new Map<string, MethodSymbol[]>();
  readonly constructors: MethodSymbol[] = [];

  constructor(decl: TypeDecl, unitName: string, outer?: ClassSymbol) {
    this.name = outer === undefined ? decl.name : `${outer.name}.${decl.name}`;
    this.decl = decl;
    this.unitName = unitName;
    this.outer = outer;
    this.type = { kind: 'class', name: this.name, args: [], declared: this };
  }

  get simpleName(): string {
    return this.decl.name;
  }

  get kind(): TypeDecl['kind'] {
    return this.decl.kind;
  }

  /** The file's class. */
  get top(): ClassSymbol {
    return this.outer?.top ?? this;
  }

  get isTest(): boolean {
    return annotated(this.decl.modifiers, 'istest') || this.outer?.isTest === true;
  }

  get abstract(): boolean {
    return this.decl.modifiers.words.has('abstract');
  }
}

/** The class itself and its ancestors among the sources, nearest first. */
export function* ancestry(symbol: ClassSymbol): Generator<ClassSymbol> {
  const seen = new Set<ClassSymbol>();
  let current: ClassSymbol | undefined = symbol;
  while (current !== undefined && !seen.has(current)) {
    seen.add(current);
    yield current;
    current = current.superclass?.declared;
  }
}

/** A field or property of the class or an ancestor. */
export function findField(symbol: ClassSymbol, name: string): FieldSymbol | undefined {
  for (const one of ancestry(symbol)) {
    const field = one.fields.get(name.toLowerCase());
    if (field !== undefined) return field;
  }
  return undefined;
}

/** Methods of that name: own, inherited ones that are not overridden, and those of interfaces an abstract class or interface has. */
export function findMethods(symbol: ClassSymbol, name: string): MethodSymbol[] {
  const found = new Map<string, MethodSymbol>();
  const visit = (one: ClassSymbol): void => {
    for (const method of one.methods.get(name.toLowerCase()) ?? [])
      if (!found.has(method.key)) found.set(method.key, method);
    if (one.superclass?.declared !== undefined) visit(one.superclass.declared);
    for (const contract of one.interfaces) if (contract.declared !== undefined) visit(contract.declared);
  };
  visit(symbol);
  return [...found.values()];
}
