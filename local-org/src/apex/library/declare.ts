import { platformEnum } from '../runtime/objects.ts';
import type { LibraryMember, LibraryType, Parameter, TypeName } from './types.ts';

/** What stands behind a signature: a method's or constructor's code, or a property's reader (and writer). */
export type Implementation =
  | ((...values: never[]) => unknown)
  | { readonly get: (...values: never[]) => unknown; readonly set: (...values: never[]) => void };

/** Signatures as the platform's reference writes them, each with its implementation beside it. */
export type Members = Readonly<Record<string, Implementation>>;

interface Declaration {
  readonly name: TypeName;
  readonly make: () => LibraryType;
}

export type { Declaration };

/**
 * A class of the platform: `apexClass('Map<K, V> implements Iterable<K>', { 'V get(K key)': (self: ApexMap, key) => … })`.
 * A signature without a result type whose name is the class's is a constructor; one without parentheses is a property.
 * The code takes the receiver first unless static; a constructor of a class with type parameters takes the type's full name first.
 */
export function apexClass(head: string, members: Members = {}): Declaration {
  return declare(head, 'class', members);
}

/** An interface: its methods are called on what implements it, by `name$type$type`. */
export function apexInterface(head: string, signatures: readonly string[] = []): Declaration {
  const members = signatures.map((signature): [string, Implementation] => [signature, dispatch(signature)]);
  return declare(head, 'interface', Object.fromEntries(members));
}

/** An enum with its values in order. */
export function apexEnum(name: TypeName, values: readonly string[]): Declaration {
  platformEnum(name, values);
  return declare(name, 'enum', {}, values);
}

/** An exception class: `apexException('DmlException extends Exception', { … })`. */
export function apexException(head: string, members: Members = {}): Declaration {
  return declare(head, 'exception', members);
}

function declare(
  head: string,
  kind: LibraryType['kind'],
  members: Members,
  values: readonly string[] = []
): Declaration {
  const [, type = '', superclass, interfaces = ''] =
    /^(.+?)(?:\s+extends\s+(.+?))?(?:\s+implements\s+(.+))?$/.exec(head.trim()) ?? [];
  const name = type.replace(/<.*$/s, '').trim();
  const parameters = /<(.*)>/s.exec(type)?.[1];
  const make = (): LibraryType => ({
    name,
    kind,
    typeParameters: parameters === undefined ? [] : splitTop(parameters),
    ...(superclass === undefined ? {} : { superclass: compact(superclass) }),
    interfaces: interfaces === '' ? [] : splitTop(interfaces).map(compact),
    members: Object.entries(members).map(([signature, code]) => parseMember(name, signature, code)),
    values
  });
  return { name, make };
}

function parseMember(owner: TypeName, signature: string, code: Implementation): LibraryMember {
  const isStatic = /^static\s/.test(signature);
  const text = signature.replace(/^static\s+/, '').trim();
  const open = text.indexOf('(');
  const declared = open < 0 ? text : text.slice(0, open);
  const space = declared.lastIndexOf(' ');
  const name = declared.slice(space + 1);
  const simpleOwner = owner.slice(owner.lastIndexOf('.') + 1);
  const constructor = open >= 0 && space < 0;
  if (constructor && name !== simpleOwner) throw new Error(`Bad signature in ${owner}: ${signature}`);
  const parameters = open < 0 ? [] : splitTop(text.slice(open + 1, text.lastIndexOf(')'))).map(parseParameter);
  return {
    kind: constructor ? 'constructor' : open < 0 ? 'property' : 'method',
    name,
    static: isStatic,
    type: constructor ? owner : compact(declared.slice(0, space)),
    parameters,
    key: keyOf(constructor ? 'new' : name, open < 0 ? undefined : parameters),
    ...(typeof code === 'function' ? { call: code } : { call: code.get, set: code.set })
  };
}

function keyOf(name: string, parameters: readonly Parameter[] | undefined): string {
  const types = parameters?.map(({ type }) => type).join(',');
  return (types === undefined ? name : `${name}(${types})`).toLowerCase();
}

function parseParameter(text: string): Parameter {
  const space = text.lastIndexOf(' ');
  return { type: compact(text.slice(0, space)), name: text.slice(space + 1) };
}

/** Splits at commas that stand in no angle brackets. */
function splitTop(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const letter of text) {
    if (letter === '<') depth += 1;
    else if (letter === '>') depth -= 1;
    if (letter === ',' && depth === 0) {
      parts.push(part.trim());
      part = '';
    } else part += letter;
  }
  if (part.trim() !== '') parts.push(part.trim());
  return parts;
}

function compact(type: string): TypeName {
  return type.replace(/\s+/g, '');
}

/** Calls an interface's method on the receiver, by the name the emitted code gives it. */
function dispatch(signature: string): (...values: never[]) => unknown {
  const open = signature.indexOf('(');
  const declared = signature.slice(0, open);
  const types = splitTop(signature.slice(open + 1, signature.lastIndexOf(')'))).map(
    (text) => parseParameter(text).type
  );
  const property = [declared.slice(declared.lastIndexOf(' ') + 1), ...types].join('$').toLowerCase();
  return (self: Record<string, (...values: unknown[]) => unknown>, ...values: unknown[]) => self[property]?.(...values);
}
