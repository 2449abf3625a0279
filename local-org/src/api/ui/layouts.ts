import { OrgError } from '../../errors.ts';
import { masterRecordTypeId, sectionLabel, type FieldDef, type LayoutDef, type ObjectDef } from '../../schema/index.ts';
import { fieldRights } from '../../schema/describe.ts';
import type { Asking } from './asking.ts';
import { shownLabel } from './labels.ts';

interface Section {
  readonly label: string;
  readonly columns: readonly (readonly string[])[];
  readonly readonly: readonly string[];
  readonly required: readonly string[];
}

/** The fields of an object's compact layout: the assigned one, else the name. */
function compactFields(object: ObjectDef): readonly string[] {
  const assigned = object.compactLayouts.find(({ fullName }) => fullName === object.compactLayoutAssignment);
  return assigned?.fields ?? object.systemCompactLayout ?? (object.nameField === undefined ? [] : [object.nameField]);
}

const unshown = new Set([
  'id',
  'isdeleted',
  'systemmodstamp',
  'lastvieweddate',
  'lastreferenceddate',
  'masterrecordid'
]);

/** The layout of an object nobody made one for: all its fields in two columns, the audit fields below. */
function plainSections(object: ObjectDef): Section[] {
  const isAudit = (field: FieldDef): boolean => /^(Created|LastModified)(Date|ById)$/.test(field.name);
  const shown = [...object.fields.values()].filter(
    (field) => !unshown.has(field.name.toLowerCase()) && field.type !== 'address' && field.compound !== 'Name'
  );
  const section = (label: string, fields: readonly FieldDef[]): Section => {
    const half = Math.ceil(fields.length / 2);
    const names = fields.map((field) => field.name);
    return { label, columns: [names.slice(0, half), names.slice(half)], readonly: [], required: [] };
  };
  return [
    section(
      'Information',
      shown.filter((field) => !isAudit(field))
    ),
    section('System Information', shown.filter(isAudit))
  ];
}

/** The page layout of an object, if one is deployed. */
export function pageLayout({ schema }: Asking, object: ObjectDef): LayoutDef | undefined {
  return [...schema.layouts.values()].find((layout) => layout.object.toLowerCase() === object.name.toLowerCase());
}

function sections(asking: Asking, object: ObjectDef, layoutType: string): readonly Section[] {
  if (layoutType === 'Compact') {
    return [{ label: '', columns: [compactFields(object)], readonly: [], required: [] }];
  }
  if (layoutType === 'Full') return pageLayout(asking, object)?.sections ?? plainSections(object);
  throw new OrgError('INVALID_PARAMETER', `layoutType must be Full or Compact, not ${layoutType}`);
}

/** The fields a layout shows, by name, whether the user may see them or not. */
export function layoutFields(asking: Asking, object: ObjectDef, layoutType: string): string[] {
  return sections(asking, object, layoutType).flatMap(({ columns }) => columns.flat());
}

function layoutItem(asking: Asking, object: ObjectDef, section: Section, name: string | undefined): object {
  const field = name === undefined ? undefined : object.fields.get(name.toLowerCase());
  if (!field || !asking.access.fieldReadable(object.name, field.name)) {
    return {
      editableForNew: false,
      editableForUpdate: false,
      label: '',
      layoutComponents: [{ apiName: null, componentType: 'EmptySpace' }],
      lookupIdApiName: null,
      required: false,
      sortable: false
    };
  }
  const label = shownLabel(asking, object, field.name);
  const rights = fieldRights(asking.access, object, field);
  const isReadOnly = section.readonly.includes(field.name);
  return {
    editableForNew: rights.create && !isReadOnly,
    editableForUpdate: rights.edit && !isReadOnly,
    label,
    layoutComponents: [{ apiName: field.name, componentType: 'Field', label }],
    lookupIdApiName: field.type === 'reference' ? field.name : null,
    required:
      section.required.includes(field.name) || (!field.nillable && !field.defaultedOnCreate && field.createable),
    sortable: field.sortable
  };
}

/** A layout as `GET layout/:object` answers. */
export function layoutJson(asking: Asking, object: ObjectDef, layoutType: string, mode: string): object {
  const layout = layoutType === 'Full' ? pageLayout(asking, object) : undefined;
  const shortName = layout?.fullName.slice(object.name.length + 1) ?? '';
  return {
    id: layout?.fullName ?? `${object.name}-${layoutType}`,
    layoutType,
    mode,
    objectApiName: object.name,
    recordTypeId: masterRecordTypeId,
    saveOptions: [],
    sections: sections(asking, object, layoutType).map((section, index) => {
      const rows = Math.max(0, ...section.columns.map((column) => column.length));
      return {
        collapsible: false,
        columns: section.columns.length,
        heading: sectionLabel(asking.schema, object.name, shortName, section.label, asking.language),
        id: `${object.name}-${layoutType}-${index}`,
        layoutRows: Array.from({ length: rows }, (_, row) => ({
          layoutItems: section.columns.map((column) => layoutItem(asking, object, section, column[row]))
        })),
        rows,
        tabOrder: 'TopToBottom',
        useHeading: section.label !== ''
      };
    })
  };
}
