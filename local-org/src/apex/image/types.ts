import type { TypeName } from '../library/types.ts';
import type { ClassRegistry } from '../runtime/classes.ts';

/**
 * The name of a method in JavaScript: `hashcode`, `compareto$object`, `execute$database.batchablecontext$list<sobject>`.
 *
 * A platform interface's method that a class implements is reachable on its instances by the interface's own key (the name and
 * parameter types as the library declares them, `compare$t$t` for a Comparator), however the class wrote the types.
 */
export function methodKey(name: string, parameterTypes: readonly TypeName[]): string {
  return [name, ...parameterTypes].join('$').toLowerCase();
}

/** Lines that ran, by unit name. */
export type CoverageNote = Map<string, Set<number>>;

/** The static variables of one transaction, by what the loader keeps them for. */
export type StaticsBag = Map<{ use(statics: object | null): void }, object>;

/** The loaded classes and triggers, as the runtime asks them. Instance methods are called on the object: `object[property](…)`. */
export interface LoadedCode extends ClassRegistry {
  /** Top-level class names as deployed. */
  names(): readonly string[];
  /** Prepares the class's statics in this transaction and calls a static method by its property name. */
  callStatic(className: string, property: string, values: readonly unknown[]): unknown;
  /** Makes other statics current, those of another transaction. @returns the ones so far, to be given back */
  swapStatics(bag: StaticsBag): StaticsBag;
  /** Forgets every static variable: the next use of a class initializes it again. */
  resetStatics(): void;
  /** From now on notes the statement lines that run; `undefined` ends it. Statics are forgotten. */
  cover(note: CoverageNote | undefined): void;
}
