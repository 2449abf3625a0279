import type { Org } from '../org.ts';
import { isPermissionable } from '../schema/index.ts';
import type { ObjectDef, PermissionSetDef, Schema } from '../schema/types.ts';
import { grantsOf } from './grants.ts';
import type { Access } from './types.ts';

/** What the security room needs of its org. */
export type SecurityOrg = Pick<Org, 'store' | 'schema' | 'clock'>;

interface Known {
  readonly schema: Schema;
  readonly key: string;
  readonly access: Access;
}

/** The accesses known of an org, by user. */
const known = new WeakMap<SecurityOrg, Map<string, Known>>();

/**
 * What a user may do now. The same Access comes back as long as the schema and the user's profile and permission sets stay the same.
 */
export function accessOf(org: SecurityOrg, userId: string): Access {
  const users = known.get(org) ?? new Map<string, Known>();
  known.set(org, users);
  const { schema } = org;
  const { key, sets } = grantsOf(org, userId);
  const before = users.get(userId);
  if (before?.schema === schema && before.key === key) return before.access;
  const access = new UserAccess(userId, schema, sets());
  users.set(userId, { schema, key, access });
  return access;
}

const NOTHING = { read: false, create: false, edit: false, delete: false };
const EVERYTHING = { read: true, create: true, edit: true, delete: true };

/** The union of the user's permission sets; what they say of an object or field is looked up once. */
class UserAccess implements Access {
  readonly userId: string;
  readonly #schema: Schema;
  readonly #sets: readonly PermissionSetDef[];
  readonly #objects = new Map<string, ReturnType<Access['object']>>();
  readonly #readable: ReadonlySet<string>;
  readonly #editable: ReadonlySet<string>;
  readonly #classes: ReadonlySet<string>;
  readonly #customPermissions: ReadonlySet<string>;
  readonly #userPermissions: ReadonlySet<string>;
  readonly #tabs: ReadonlySet<string>;
  readonly #apps: ReadonlySet<string>;

  constructor(userId: string, schema: Schema, sets: readonly PermissionSetDef[]) {
    this.userId = userId;
    this.#schema = schema;
    this.#sets = sets;
    const fields = sets.flatMap((set) => set.fields);
    const place = (field: { object: string; field: string }): string => `${field.object}.${field.field}`;
    this.#readable = names(fields.filter((field) => field.readable).map(place));
    this.#editable = names(fields.filter((field) => field.editable).map(place));
    this.#classes = names(sets.flatMap((set) => set.classes));
    this.#customPermissions = names(sets.flatMap((set) => set.customPermissions));
    this.#userPermissions = names(sets.flatMap((set) => set.userPermissions));
    this.#tabs = names(
      sets.flatMap((set) =>
        set.tabs.filter((tab) => tab.visibility !== 'None' && tab.visibility !== 'Hidden').map(({ tab }) => tab)
      )
    );
    this.#apps = names(
      sets.flatMap((set) => set.applications.filter((app) => app.visible).map(({ application }) => application))
    );
  }

  object(name: string): ReturnType<Access['object']> {
    const key = name.toLowerCase();
    const before = this.#objects.get(key);
    if (before) return before;
    const object = this.#schema.object(name);
    const rights = object ? this.#rightsOn(object) : NOTHING;
    this.#objects.set(key, rights);
    return rights;
  }

  fieldReadable(object: string, field: string): boolean {
    return this.#field(object, field, this.#readable, (rights) => rights.read);
  }

  fieldEditable(object: string, field: string): boolean {
    const { createable, updateable } = this.#schema.field(object, field) ?? { createable: false, updateable: false };
    return (
      (createable || updateable) && this.#field(object, field, this.#editable, (rights) => rights.create || rights.edit)
    );
  }

  classEnabled(name: string): boolean {
    return this.userPermission('AuthorApex') || this.#classes.has(name.toLowerCase());
  }

  customPermission(name: string): boolean {
    return this.#customPermissions.has(name.toLowerCase());
  }

  userPermission(name: string): boolean {
    return this.#userPermissions.has(name.toLowerCase());
  }

  tabVisible(name: string): boolean {
    return this.#tabs.has(name.toLowerCase());
  }

  appVisible(name: string): boolean {
    return this.#apps.has(name.toLowerCase());
  }

  #rightsOn(object: ObjectDef): ReturnType<Access['object']> {
    const key = object.name.toLowerCase();
    const isNamed = (list: (set: PermissionSetDef) => readonly string[]): boolean =>
      this.userPermission('CustomizeApplication') ||
      this.#sets.some((set) => list(set).some((name) => name.toLowerCase() === key));
    // Their rows are written by a deploy, and settings by who may customize the org.
    if (object.kind === 'customMetadata') return { ...NOTHING, read: isNamed((set) => set.customMetadataTypes) };
    if (object.kind === 'customSetting') {
      const write = this.userPermission('CustomizeApplication');
      return { read: isNamed((set) => set.customSettings), create: write, edit: write, delete: write };
    }
    if (this.userPermission('ModifyAllData')) return EVERYTHING;
    const permissions = this.#sets.flatMap((set) => set.objects.filter((each) => each.object.toLowerCase() === key));
    return {
      read:
        this.userPermission('ViewAllData') || permissions.some((each) => each.read || each.viewAll || each.modifyAll),
      create: permissions.some((each) => each.create),
      edit: permissions.some((each) => each.edit || each.modifyAll),
      delete: permissions.some((each) => each.delete || each.modifyAll)
    };
  }

  #field(
    object: string,
    name: string,
    granted: ReadonlySet<string>,
    objectAllows: (rights: ReturnType<Access['object']>) => boolean
  ): boolean {
    const field = this.#schema.field(object, name);
    if (!field || !objectAllows(this.object(object))) return false;
    const kind = this.#schema.object(object)?.kind;
    const hasFieldSecurity = kind === 'standard' || kind === 'custom';
    return !hasFieldSecurity || !isPermissionable(field) || granted.has(`${object}.${name}`.toLowerCase());
  }
}

function names(list: readonly string[]): ReadonlySet<string> {
  return new Set(list.map((name) => name.toLowerCase()));
}
