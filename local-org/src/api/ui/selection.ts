import { OrgError } from '../../errors.ts';
import type { FieldDef, ObjectDef } from '../../schema/index.ts';
import type { Asking } from './asking.ts';

/** Which fields of a record and of its parents an answer shows. */
export interface Selection {
  readonly object: ObjectDef;
  readonly fields: Map<string, FieldDef>;
  /** By relationship name. */
  readonly parents: Map<string, { readonly lookup: FieldDef; readonly selection: Selection }>;
}

/** A selection that shows nothing yet but the record's id. */
export function selectionOf(object: ObjectDef): Selection {
  const id = object.fields.get('id');
  return { object, fields: new Map(id ? [['Id', id]] : []), parents: new Map() };
}

function readable({ access }: Asking, object: ObjectDef, field: FieldDef): boolean {
  // What stands behind a lookup to several objects has no rights of its own.
  return !object.queryable || field.type === 'id' || access.fieldReadable(object.name, field.name);
}

/** The object behind a lookup: `Name` stands for several. */
function parentObject({ schema, access }: Asking, lookup: FieldDef): ObjectDef | undefined {
  const reference = lookup.reference;
  const parent = schema.object(reference?.polymorphic ? 'Name' : (reference?.to[0] ?? ''));
  return parent && (!parent.queryable || access.object(parent.name).read) ? parent : undefined;
}

/**
 * Adds the field at the end of a path (`Subject`, `Contact.Account.Name`).
 * @returns false if there is no such field or the user may not see it
 */
export function addPath(asking: Asking, selection: Selection, path: string): boolean {
  const { object } = selection;
  const [step = '', ...rest] = path.split('.');
  if (rest.length > 0) {
    const parent = addParent(asking, selection, step);
    return parent !== undefined && addPath(asking, parent, rest.join('.'));
  }
  const field = object.fields.get(step.toLowerCase());
  if (field && field.type !== 'address' && readable(asking, object, field)) {
    selection.fields.set(field.name, field);
    return true;
  }
  // A relationship alone stands for the parent's name.
  return addParent(asking, selection, step) !== undefined;
}

/** Adds a parent with its name, by relationship name. */
export function addParent(asking: Asking, selection: Selection, relationshipName: string): Selection | undefined {
  const wanted = relationshipName.toLowerCase();
  const lookup = [...selection.object.fields.values()].find(
    ({ reference }) => reference?.relationshipName?.toLowerCase() === wanted
  );
  const relationship = lookup?.reference?.relationshipName;
  if (!lookup || relationship === undefined || !readable(asking, selection.object, lookup)) return undefined;
  const known = selection.parents.get(relationship);
  if (known) return known.selection;
  const parent = parentObject(asking, lookup);
  if (!parent) return undefined;
  const added = selectionOf(parent);
  if (parent.nameField !== undefined) addPath(asking, added, parent.nameField);
  selection.parents.set(relationship, { lookup, selection: added });
  return added;
}

/** Adds fields as clients name them, `Case.Subject`; the object in front must be the record's. @throws OrgError */
export function addFields(asking: Asking, selection: Selection, fields: readonly string[], optional: boolean): void {
  for (const name of fields) {
    const [object = '', ...path] = name.split('.');
    const own = object.toLowerCase() === selection.object.name.toLowerCase() && path.length > 0;
    if (own && addPath(asking, selection, path.join('.'))) continue;
    if (optional) continue;
    throw new OrgError(
      'INVALID_FIELD',
      own
        ? `No such column '${path.join('.')}' on entity '${selection.object.name}'.`
        : `Field ${name} is not a field of ${selection.object.name}: write ${selection.object.name}.FieldName.`,
      [name]
    );
  }
}

/** Adds a field of a layout or a column of a list; a lookup brings its parent's name along. */
export function addShown(asking: Asking, selection: Selection, path: string): void {
  const field = path.includes('.') ? undefined : selection.object.fields.get(path.toLowerCase());
  addPath(asking, selection, path);
  const relationship = field?.reference?.relationshipName;
  if (relationship !== undefined) addParent(asking, selection, relationship);
}

/** The paths a query selects. */
export function queryPaths(selection: Selection, before = ''): string[] {
  return [
    ...[...selection.fields.keys()].map((name) => before + name),
    ...[...selection.parents].flatMap(([name, parent]) => queryPaths(parent.selection, `${before}${name}.`))
  ];
}
