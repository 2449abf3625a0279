import {
  fieldLabel,
  objectLabel,
  translationKey,
  translationsFor,
  type FieldDef,
  type ObjectDef
} from '../../schema/index.ts';
import type { Asking } from './asking.ts';
import { fieldAt } from './paging.ts';

type Speaking = Pick<Asking, 'schema' | 'language'>;

/** Pages call some fields otherwise than the API does. */
const otherwise: Readonly<Record<string, string>> = {
  'Account.Phone': 'Phone',
  'Account.Type': 'Type',
  'Case.ClosedDate': 'Date/Time Closed',
  'Case.CreatedDate': 'Date/Time Opened',
  'Case.SuppliedCompany': 'Web Company',
  'Case.SuppliedEmail': 'Web Email',
  'Case.SuppliedName': 'Web Name',
  'Case.SuppliedPhone': 'Web Phone',
  'Case.Type': 'Type',
  'Contact.Name': 'Name',
  'Contact.Phone': 'Phone',
  'Task.ActivityDate': 'Due Date',
  'Task.Owner.Alias': 'Assigned Alias'
};

/** Lookups to these are labelled as the name they show: `Account Name`. */
const calledByName: ReadonlySet<string> = new Set(['Account', 'Contact']);

/** What pages and lists call a field, given by its path from an object: `Case Owner`, `Contact Name`, `Owner Alias`. */
export function shownLabel(speaking: Speaking, object: ObjectDef, path: string): string {
  const { schema, language } = speaking;
  const known =
    translationsFor(schema, language)?.get(translationKey.field(object.name, path)) ??
    otherwise[`${object.name}.${path}`];
  if (known !== undefined) return known;
  const [step = '', ...rest] = path.split('.');
  if (rest.length === 0) {
    const field = object.fields.get(step.toLowerCase());
    return field ? ownLabel(speaking, object, field) : path;
  }
  const lookup = [...object.fields.values()].find(({ reference }) => reference?.relationshipName === step);
  const end = fieldAt(speaking, object, path);
  if (!lookup || !end) return path;
  const own = ownLabel(speaking, object, lookup);
  if (end.nameField) return own;
  const parent = schema.object(lookup.reference?.to[0] ?? '');
  return `${own.replace(/ Name$/, '')} ${fieldLabel(schema, parent?.name ?? '', end, language)}`;
}

/** The API calls a standard lookup after the id that it holds: `Owner ID`. Pages show whom it leads to. */
function ownLabel({ schema, language }: Speaking, object: ObjectDef, field: FieldDef): string {
  const label = fieldLabel(schema, object.name, field, language);
  if (field.custom || !field.reference || !label.endsWith(' ID')) return label;
  const short = label.replace(/ ID$/, '');
  if (short === 'Owner' && !object.custom) return `${objectLabel(schema, object, language)} Owner`;
  return calledByName.has(short) ? `${short} Name` : short;
}
