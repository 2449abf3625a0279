import { OrgError } from '../../errors.ts';
import { nameFields, pluralLabel, type ChildRelationship, type LayoutDef, type ObjectDef } from '../../schema/index.ts';
import { objectOfRecord, readableObject, type Asking } from './asking.ts';
import { shownLabel } from './labels.ts';
import { pageLayout } from './layouts.ts';
import { columnJson, fieldAt, page, type PageQuery } from './paging.ts';
import { readRecord } from './records.ts';

interface RelatedList {
  readonly parent: ObjectDef;
  readonly child: ObjectDef;
  readonly name: string;
  /** The lookup of the child that points here. */
  readonly lookup: string;
  readonly onLayout: LayoutDef['relatedLists'][number] | undefined;
}

function relatedListOf(asking: Asking, parent: ObjectDef, relationship: ChildRelationship): RelatedList | undefined {
  const child = asking.schema.object(relationship.childObject);
  const name = relationship.relationshipName;
  if (!child || name === undefined || !asking.access.object(child.name).read) return undefined;
  if (!asking.access.fieldReadable(child.name, relationship.field)) return undefined;
  const onLayout = pageLayout(asking, parent)?.relatedLists.find((each) => each.relationshipName === name);
  return { parent, child, name, lookup: relationship.field, onLayout };
}

function relatedList(asking: Asking, parent: ObjectDef, name: string): RelatedList {
  const relationship = parent.childRelationships.find(
    (each) => each.relationshipName?.toLowerCase() === name.toLowerCase()
  );
  const list = relationship && relatedListOf(asking, parent, relationship);
  if (list) return list;
  throw new OrgError('NOT_FOUND', `${parent.name} has no related list ${name}`);
}

/** Columns: what the layout says, else the name and a few fields that tell most. */
function columns(asking: Asking, { child, onLayout, lookup }: RelatedList): string[] {
  const visible = (path: string): boolean => {
    const field = fieldAt(asking, child, path);
    return field !== undefined && (path.includes('.') || asking.access.fieldReadable(child.name, field.name));
  };
  if (onLayout) return onLayout.fields.filter(visible);
  const telling = [
    'Subject',
    'Title',
    'Status',
    'Email',
    'Phone',
    'Priority',
    'Quantity',
    'UnitPrice',
    'MessageDate',
    'CreatedDate'
  ];
  const names = new Set([nameFields(child).at(-1) ?? 'Id', ...telling]);
  return [...names].filter((name) => name !== lookup && visible(name)).slice(0, 5);
}

/** Rows that only link records are no list of their own. */
const isLink = (child: ObjectDef): boolean => child.setup || child.name.endsWith('Relation');

/** The related lists an object's page shows: those of its layout, else all. */
export function relatedListInfos(asking: Asking, objectName: string): object {
  const parent = readableObject(asking, objectName);
  const all = parent.childRelationships.flatMap((each) => relatedListOf(asking, parent, each) ?? []);
  const layout = pageLayout(asking, parent);
  const shown = layout ? all.filter(({ onLayout }) => onLayout) : all.filter(({ child }) => !isLink(child));
  return {
    parentObjectApiName: parent.name,
    relatedLists: shown.map(({ child, name, lookup }) => ({
      entityLabel: pluralLabel(asking.schema, child, asking.language),
      fieldApiName: lookup,
      isStandard: !child.custom,
      label: pluralLabel(asking.schema, child, asking.language),
      objectApiName: child.name,
      relatedListId: name
    }))
  };
}

/** Columns and label of one related list. */
export function relatedListInfo(asking: Asking, objectName: string, name: string): object {
  const list = relatedList(asking, readableObject(asking, objectName), name);
  return {
    displayColumns: columns(asking, list).map((path) =>
      columnJson(asking, list.child, path, shownLabel(asking, list.child, path))
    ),
    fieldApiName: list.lookup,
    label: pluralLabel(asking.schema, list.child, asking.language),
    listReference: { parentObjectApiName: list.parent.name, relatedListId: list.name, type: 'relatedList' },
    objectApiNames: [list.child.name],
    orderedByInfo: []
  };
}

function listOfRecord(asking: Asking, parentId: string, name: string): { list: RelatedList; id: string } {
  const parent = objectOfRecord(asking, parentId);
  return { list: relatedList(asking, parent, name), id: readRecord(asking, parentId, {}).id };
}

/** A page of the rows below a record. */
export function relatedListRecords(asking: Asking, parentId: string, name: string, query: PageQuery): object {
  const { list, id } = listOfRecord(asking, parentId, name);
  const { child, lookup, onLayout } = list;
  const usual = onLayout?.sortField
    ? [{ path: onLayout.sortField, descending: onLayout.descending }]
    : child.fields.has('createddate')
      ? [{ path: 'CreatedDate', descending: true }]
      : [];
  const shown = query.fields ? [] : columns(asking, list);
  const rows = page(asking, child, shown, { where: `${lookup} = :parent`, binds: { parent: id } }, query, usual);
  return {
    ...rows,
    listReference: {
      inContextOfRecordId: id,
      parentObjectApiName: list.parent.name,
      relatedListId: list.name,
      type: 'relatedList'
    }
  };
}

/** How many rows are below a record. */
export function relatedListCount(asking: Asking, parentId: string, name: string): object {
  const { list, id } = listOfRecord(asking, parentId, name);
  const { totalSize } = asking.org.soql.query(`SELECT COUNT() FROM ${list.child.name} WHERE ${list.lookup} = :parent`, {
    access: asking.access,
    binds: () => id
  });
  return {
    count: totalSize,
    listReference: {
      inContextOfRecordId: id,
      parentObjectApiName: list.parent.name,
      relatedListId: list.name,
      type: 'relatedList'
    }
  };
}
