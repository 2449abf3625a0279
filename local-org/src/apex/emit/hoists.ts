import type { LibraryMember, LibraryType } from '../library/types.ts';

/** What a unit's code needs from outside, bound once at its top: operations, library members, other classes, constants. */
export class Hoists {
  readonly #names = new Map<string, string>();
  readonly #prefixes = new Map<string, number>();

  /** A function of the runtime's operations. */
  operation(name: string): string {
    return this.#bind(`$.${name}`, () => `$${name}`);
  }

  /** A library member's implementation. */
  member(type: LibraryType, member: LibraryMember): string {
    return this.#bind(`$.member(${JSON.stringify(type.name)},${JSON.stringify(member.key)})`, () => this.#fresh('m'));
  }

  /** A library property's setter. */
  setter(type: LibraryType, member: LibraryMember): string {
    return this.#bind(`$.setter(${JSON.stringify(type.name)},${JSON.stringify(member.key)})`, () => this.#fresh('w'));
  }

  /** Another top-level class, started on first use. */
  unit(name: string): string {
    return this.#bind(`$.unit(${JSON.stringify(name.toLowerCase())})`, () => `U$${name.toLowerCase()}`);
  }

  /** A value that never changes: a Decimal, an enum value, a type test. `code` is made of `$.` operations. */
  constant(code: string): string {
    return this.#bind(code, () => this.#fresh('k'));
  }

  /** The declarations, on one line. */
  toString(): string {
    const all = Array.from(this.#names, ([code, name]) => `${name}=${code}`);
    return all.length === 0 ? '' : `const ${all.join(',')};`;
  }

  #bind(code: string, name: () => string): string {
    let known = this.#names.get(code);
    if (known === undefined) {
      known = name();
      this.#names.set(code, known);
    }
    return known;
  }

  #fresh(prefix: string): string {
    const number = (this.#prefixes.get(prefix) ?? 0) + 1;
    this.#prefixes.set(prefix, number);
    return `${prefix}$${String(number)}`;
  }
}
