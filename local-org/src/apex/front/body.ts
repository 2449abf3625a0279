import type { Hoists } from '../emit/hoists.ts';
import type { Value } from '../emit/value.ts';
import type { At, Statement } from './ast.ts';
import { Fault } from './parser.ts';
import { ancestry, type ClassSymbol, type FieldSymbol, type Visibility } from './symbols.ts';
import type { Type } from './types.ts';
import type { World } from './world.ts';

export interface Local {
  readonly name: string;
  readonly js: string;
  readonly type: Type;
  readonly final: boolean;
}

/** The code of one method, constructor, accessor or initializer while it is compiled. */
export class Body {
  readonly world: World;
  readonly hoists: Hoists;
  readonly owner: ClassSymbol;
  readonly static: boolean;
  readonly returnType: Type;
  readonly kind: 'method' | 'constructor' | 'initializer';
  /** The object of the trigger whose body it is. */
  readonly trigger: Type | undefined;
  /** The property whose accessor it is. */
  readonly accessorOf: FieldSymbol | undefined;
  readonly temporaries: string[] = [];
  /** Loops around the current statement: `break` and `continue` need one. */
  loops = 0;
  /** What must not be null for the chain of dots that is being compiled, from left to right. */
  guards: string[] = [];
  /** Functions of our own around the current statement, through which a return must pass. */
  functions = 0;
  readonly #scopes: Map<string, Local>[] = [new Map()];

  constructor(from: {
    readonly world: World;
    readonly hoists: Hoists;
    readonly owner: ClassSymbol;
    readonly static: boolean;
    readonly returnType: Type;
    readonly kind: Body['kind'];
    readonly trigger?: Type | undefined;
    readonly accessorOf?: FieldSymbol;
  }) {
    this.world = from.world;
    this.hoists = from.hoists;
    this.owner = from.owner;
    this.static = from.static;
    this.returnType = from.returnType;
    this.kind = from.kind;
    this.trigger = from.trigger;
    this.accessorOf = from.accessorOf;
  }

  operation(name: string): string {
    return this.hoists.operation(name);
  }

  /** A JavaScript variable for an intermediate value. */
  temporary(): string {
    const name = `t$${String(this.temporaries.length)}`;
    this.temporaries.push(name);
    return name;
  }

  /** Runs work with a scope of its own. */
  scoped<T>(work: () => T): T {
    this.#scopes.push(new Map());
    try {
      return work();
    } finally {
      this.#scopes.pop();
    }
  }

  /** Makes a variable known. @throws Fault if the name is taken */
  declare(name: string, type: Type, at: At, final = false): Local {
    const key = name.toLowerCase();
    if (this.local(name) !== undefined) throw new Fault(at, `Duplicate variable: ${name}`);
    const local = { name, js: `${key}_`, type, final };
    this.#scopes.at(-1)?.set(key, local);
    return local;
  }

  local(name: string): Local | undefined {
    const key = name.toLowerCase();
    for (let i = this.#scopes.length - 1; i >= 0; i--) {
      const found = this.#scopes[i]?.get(key);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** All variables in sight, for the binds of dynamic queries. */
  locals(): Local[] {
    return this.#scopes.flatMap((scope) => [...scope.values()]);
  }

  /** Whether a member may be used here. */
  sees(owner: ClassSymbol, visibility: Visibility, testVisible: boolean): boolean {
    if (visibility === 'public' || visibility === 'global' || owner.top === this.owner.top) return true;
    if (testVisible && this.owner.top.isTest) return true;
    if (visibility !== 'protected') return false;
    for (let scope: ClassSymbol | undefined = this.owner; scope !== undefined; scope = scope.outer) {
      for (const ancestor of ancestry(scope)) if (ancestor === owner) return true;
    }
    return false;
  }

  /** JavaScript of the unit's object that holds a top-level class's statics. */
  statics(symbol: ClassSymbol): string {
    const unit = this.hoists.unit(symbol.top.unitName);
    return symbol.top === this.owner.top ? `(S??${unit}.start())` : `(${unit}.$??${unit}.start())`;
  }

  /** Counts the statements of a block that is entered without a check. */
  count(node: Statement): string {
    return `${this.operation('meter')}.left-=${String(sizeOf(node))};`;
  }

  /** Counts and ends what runs too long: at the entry of methods and loop bodies. */
  check(node: Statement | undefined): string {
    const size = String(node === undefined ? 1 : sizeOf(node));
    return `if((${this.operation('meter')}.left-=${size})<0)${this.operation('cpuExceeded')}();`;
  }

  /** JavaScript that fails like a null de-reference if the value is null. */
  nonNull(value: Value): string {
    return value.nonNull === true ? value.js : `(${value.js}??${this.operation('nullPointer')}())`;
  }
}

/** Statements that run whenever the block is entered. */
function sizeOf(node: Statement): number {
  return node.kind === 'block' ? Math.max(1, node.statements.length) : 1;
}
