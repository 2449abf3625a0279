import type { FieldDef } from './types.ts';

const always = new Set([
  'id',
  'isdeleted',
  'createddate',
  'createdbyid',
  'lastmodifieddate',
  'lastmodifiedbyid',
  'systemmodstamp',
  'lastvieweddate',
  'lastreferenceddate',
  'ownerid',
  'recordtypeid',
  'isclosed',
  'mastername'
]);

/**
 * Whether field-level security applies to a field. Names, required fields, master-detail fields and what the platform keeps by itself
 * are readable by everybody who may read the object.
 */
export function isPermissionable(field: FieldDef): boolean {
  if (field.nameField || field.compound === 'Name' || always.has(field.name.toLowerCase())) return false;
  if (field.reference?.masterDetail) return false;
  return field.nillable || field.type === 'boolean' || field.formula !== undefined;
}
