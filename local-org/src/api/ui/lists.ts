import { OrgError } from '../../errors.ts';
import { objectLabel, type ListViewDef, type ObjectDef } from '../../schema/index.ts';
import { readableObject, type Asking } from './asking.ts';
import { shownLabel } from './labels.ts';
import { listCondition } from './listFilters.ts';
import { columnJson, fieldAt, page, type Order, type PageQuery } from './paging.ts';

function listView(asking: Asking, objectName: string, name: string): { object: ObjectDef; view: ListViewDef } {
  const object = readableObject(asking, objectName);
  const view = object.listViews.find(({ fullName }) => fullName.toLowerCase() === name.toLowerCase());
  if (view) return { object, view };
  throw new OrgError('NOT_FOUND', `${object.name} has no list view ${name}`);
}

function reference(object: ObjectDef, view: ListViewDef): object {
  return {
    id: null,
    listViewApiName: view.fullName,
    objectApiName: object.name,
    type: 'listView'
  };
}

/** The columns the user may see. */
function visibleColumns(asking: Asking, object: ObjectDef, view: ListViewDef): string[] {
  return view.columns.filter((path) => {
    const [step = ''] = path.split('.');
    const field = path.includes('.')
      ? [...object.fields.values()].find(({ reference }) => reference?.relationshipName === step)
      : object.fields.get(step.toLowerCase());
    return field !== undefined && asking.access.fieldReadable(object.name, field.name);
  });
}

/** A list is in the order of its first column that can be sorted by. */
function usualOrder(asking: Asking, object: ObjectDef, columns: readonly string[]): Order[] {
  const path = columns.find((column) => fieldAt(asking, object, column)?.sortable);
  return path === undefined ? [] : [{ path, descending: false }];
}

/** The list views of an object. */
export function listInfos(asking: Asking, objectName: string): object {
  const object = readableObject(asking, objectName);
  const lists = object.listViews.map((view) => ({
    apiName: view.fullName,
    id: null,
    label: view.label,
    listUiUrl: `${asking.base}/ui-api/list-ui/${object.name}/${view.fullName}`
  }));
  return {
    count: lists.length,
    currentPageToken: '0',
    lists,
    nextPageToken: null,
    objectApiName: object.name,
    pageSize: lists.length,
    previousPageToken: null
  };
}

/** Columns, filters and order of one list view. */
export function listInfo(asking: Asking, objectName: string, name: string): object {
  const { object, view } = listView(asking, objectName, name);
  const columns = visibleColumns(asking, object, view);
  return {
    cloneable: false,
    createable: false,
    deletable: false,
    displayColumns: columns.map((path) => columnJson(asking, object, path, shownLabel(asking, object, path))),
    filterLogicString: view.booleanFilter ?? null,
    filteredByInfo: view.filters.map((filter) => ({
      fieldApiName: filter.field,
      label: shownLabel(asking, object, filter.field),
      operandLabels: filter.value === undefined ? [] : [filter.value],
      operator: filter.operation
    })),
    label: view.label,
    listReference: reference(object, view),
    objectApiNames: [object.name],
    objectLabel: objectLabel(asking.schema, object, asking.language),
    orderedByInfo: usualOrder(asking, object, columns).map(({ path, descending }) => ({
      fieldApiName: path,
      isAscending: !descending,
      label: shownLabel(asking, object, path)
    })),
    updateable: false,
    userPreferences: { columnWidths: {}, columnWrap: {} },
    visibility: 'Public',
    visibilityEditable: false
  };
}

/** A page of a list view's rows. */
export function listRecords(asking: Asking, objectName: string, name: string, query: PageQuery): object {
  const { object, view } = listView(asking, objectName, name);
  const columns = visibleColumns(asking, object, view);
  const rows = page(
    asking,
    object,
    columns,
    listCondition(asking, object, view),
    query,
    usualOrder(asking, object, columns)
  );
  return { ...rows, listReference: reference(object, view) };
}
