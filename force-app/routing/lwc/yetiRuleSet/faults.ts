import { sentence, warnings, type Code } from './texts';
import type { Catalogue, CatalogueField, Fault, Named } from './types';

/** What an org has; undefined: not to be checked. */
export interface Known {
  /** By path in lower case, as an org finds fields. */
  readonly fields?: ReadonlyMap<string, CatalogueField>;
  readonly skills?: ReadonlySet<string> | undefined;
  readonly queues?: ReadonlySet<string> | undefined;
}

/** Collects faults, and knows what the org has. */
export class Findings implements Known {
  readonly faults: Fault[] = [];
  readonly fields: Known['fields'];
  readonly skills: Known['skills'];
  readonly queues: Known['queues'];

  constructor({ fields, skills, queues }: Known) {
    this.fields = fields;
    this.skills = skills;
    this.queues = queues;
  }

  add(path: string, code: Code, ...args: readonly (string | number)[]): void {
    const texts = args.map(String);
    const severity = warnings.has(code) ? 'warning' : 'error';
    this.faults.push({ path, code, args: texts, severity, message: sentence(code, texts) });
  }

  /**
   * The value as an object whose keys are all known.
   *
   * @param required keys that must be there
   */
  object(
    value: unknown,
    path: string,
    required: readonly string[],
    optional: readonly string[] = []
  ): Readonly<Record<string, unknown>> | undefined {
    if (!isObject(value)) {
      this.add(path, 'needsObject');
      return undefined;
    }
    for (const key of Object.keys(value)) {
      if (!required.includes(key) && !optional.includes(key)) this.add(at(path, key), 'unknownKey', key);
    }
    for (const key of required) if (!Object.hasOwn(value, key)) this.add(at(path, key), 'missingKey', key);
    return value;
  }

  list(value: unknown, path: string): readonly unknown[] | undefined {
    if (Array.isArray(value)) return value;
    this.add(path, 'needsEntries');
    return undefined;
  }

  name(value: unknown, path: string, longest: number): void {
    if (typeof value !== 'string' || value.trim() === '' || value.length > longest)
      this.add(path, 'needsName', longest);
  }

  boolean(value: unknown, path: string): void {
    if (typeof value !== 'boolean') this.add(path, 'needsBoolean');
  }
}

/** The names of a catalogue, to be looked up. */
export function knownOf({ fields, skills, queues }: Catalogue): Known {
  return {
    fields: new Map(fields.map((field) => [field.path.toLowerCase(), field])),
    skills: namesOf(skills),
    queues: namesOf(queues)
  };
}

/** The path of a key. */
export function at(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** None where an org can't tell: without Omni-Channel it has no skills. */
function namesOf(entries: readonly Named[] | null | undefined): ReadonlySet<string> | undefined {
  return entries ? new Set(entries.map(({ name }) => name)) : undefined;
}
