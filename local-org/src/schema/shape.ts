import type { Place, XmlElement } from './xml.ts';

/**
 * Declarative reading of metadata XML: a shape says which elements a type knows and how each is read.
 * Whatever a shape does not name is refused, with its place.
 */

/** A value that could not be read; why was reported. */
export const invalid = Symbol('invalid');
export type Invalid = typeof invalid;

/** Collects what is wrong in one file. */
export interface Reporter {
  report(place: Place, message: string): void;
}

export type Reader<T> = (element: XmlElement, reporter: Reporter) => T | Invalid;

/** A text with its place, for names that are checked once everything is read. */
export interface Mark extends Place {
  readonly text: string;
}

/** How often an element may stand and what becomes of it. */
export interface Slot<T> {
  /** How one such element is read; absent where its content does not matter. */
  readonly reader?: Reader<unknown>;
  readonly read: (name: string, elements: readonly XmlElement[], owner: XmlElement, reporter: Reporter) => T | Invalid;
}

type Slots = Readonly<Record<string, Slot<unknown>>>;
type ValueOf<S> = S extends Slot<infer T> ? T : never;
/** What a shape of these slots reads, and where it stood. */
export type RecordOf<S extends Slots> = { readonly [K in keyof S]: ValueOf<S[K]> } & Place;
/** The type a reader yields. */
export type Read<R> = R extends Reader<infer T> ? T : never;

function refuse(place: Place, message: string, reporter: Reporter): Invalid {
  reporter.report(place, message);
  return invalid;
}

function leaf<T>(read: (text: string, element: XmlElement, reporter: Reporter) => T | Invalid): Reader<T> {
  return (element, reporter) => {
    const child = element.children[0];
    if (child) return refuse(child, `Element ${child.name} is not allowed in ${element.name}`, reporter);
    return read(element.text.trim(), element, reporter);
  };
}

/** Any text, as it stands. */
export const text: Reader<string> = (element, reporter) => {
  const child = element.children[0];
  if (child) return refuse(child, `Element ${child.name} is not allowed in ${element.name}`, reporter);
  return element.text;
};

/** A name or other word that must not be blank, with its place. */
export const mark: Reader<Mark> = leaf((value, element, reporter) =>
  value === ''
    ? refuse(element, `${element.name} must not be empty`, reporter)
    : { text: value, line: element.line, column: element.column }
);

/** A text that must not be blank. */
export const word: Reader<string> = leaf((value, element, reporter) =>
  value === '' ? refuse(element, `${element.name} must not be empty`, reporter) : value
);

/** `true` or `false`. */
export const flag: Reader<boolean> = leaf((value, element, reporter) =>
  value === 'true' || value === 'false'
    ? value === 'true'
    : refuse(element, `${element.name} must be true or false, not "${value}"`, reporter)
);

/** A whole number within bounds. */
export function whole(minimum: number, maximum: number): Reader<number> {
  return leaf((value, element, reporter) => {
    const number = Number(value);
    if (/^-?\d+$/.test(value) && number >= minimum && number <= maximum) return number;
    return refuse(
      element,
      `${element.name} must be a whole number from ${minimum} to ${maximum}, not "${value}"`,
      reporter
    );
  });
}

/** One of the given words. */
export function oneOf<const V extends readonly string[]>(...values: V): Reader<V[number]> {
  return leaf((value, element, reporter) => {
    const known = values.find((candidate) => candidate === value);
    return known ?? refuse(element, `${element.name} must be one of ${values.join(', ')}, not "${value}"`, reporter);
  });
}

/** A text that must look like the pattern. */
export function matching(pattern: RegExp, description: string): Reader<string> {
  return leaf((value, element, reporter) =>
    pattern.test(value) ? value : refuse(element, `${element.name} must be ${description}, not "${value}"`, reporter)
  );
}

/** Takes the element as it is. */
export const element: Reader<XmlElement> = (given) => given;

function single<T>(
  reader: Reader<T>,
  name: string,
  elements: readonly XmlElement[],
  reporter: Reporter
): T | Invalid | undefined {
  const [first, second] = elements;
  if (second) return refuse(second, `Element ${name} stands twice`, reporter);
  return first && reader(first, reporter);
}

/** Must stand once. */
export function required<T>(reader: Reader<T>): Slot<T> {
  return {
    reader,
    read(name, elements, owner, reporter) {
      const value = single(reader, name, elements, reporter);
      return elements.length === 0 || value === undefined
        ? refuse(owner, `Required element ${name} is missing in ${owner.name}`, reporter)
        : value;
    }
  };
}

/** May stand once. */
export function optional<T>(reader: Reader<T>): Slot<T | undefined> {
  return { reader, read: (name, elements, _owner, reporter) => single(reader, name, elements, reporter) };
}

/** May stand once; `fallback` is the platform's own default. */
export function withDefault<T>(reader: Reader<T>, fallback: T): Slot<T> {
  return { reader, read: (name, elements, _owner, reporter) => single(reader, name, elements, reporter) ?? fallback };
}

/** May stand any number of times. */
export function many<T>(reader: Reader<T>): Slot<readonly T[]> {
  return {
    reader,
    read(_name, elements, _owner, reporter) {
      const values: T[] = [];
      let complete = true;
      for (const each of elements) {
        const value = reader(each, reporter);
        if (value === invalid) complete = false;
        else values.push(value);
      }
      return complete ? values : invalid;
    }
  };
}

/** Known to the platform and without meaning in the local org. */
export const ignored: Slot<undefined> = { read: () => undefined };

/** Known to the platform; the local org does not do it and says so. */
export const unsupported: Slot<undefined> = {
  read(name, elements, owner, reporter) {
    const [first] = elements;
    return first && refuse(first, `The local org does not support ${name} in ${owner.name}`, reporter);
  }
};

/** The reader of an element with children, and what it knows of them. */
export type Shape<S extends Slots> = Reader<RecordOf<S>> & { readonly slots: S };

/** An element with these children, and no others. */
export function record<S extends Slots>(slots: S): Shape<S> {
  const read: Reader<RecordOf<S>> = (owner, reporter) => {
    let complete = true;
    const groups = new Map<string, XmlElement[]>();
    for (const child of owner.children) {
      if (!Object.hasOwn(slots, child.name)) {
        reporter.report(child, `Unknown element ${child.name} in ${owner.name}`);
        complete = false;
      }
      const group = groups.get(child.name);
      if (group) group.push(child);
      else groups.set(child.name, [child]);
    }
    if (owner.text.trim() !== '') {
      reporter.report(owner, `Text is not allowed in ${owner.name}`);
      complete = false;
    }
    const values: Record<string, unknown> = { line: owner.line, column: owner.column };
    for (const [name, slot] of Object.entries(slots)) {
      const value = slot.read(name, groups.get(name) ?? [], owner, reporter);
      if (value === invalid) complete = false;
      else values[name] = value;
    }
    // Each slot was read into the key of its own name: exactly what RecordOf says.
    return complete ? (values as RecordOf<S>) : invalid;
  };
  return Object.assign(read, { slots });
}
