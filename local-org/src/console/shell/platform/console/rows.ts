import { me } from './context.ts';
import type { ListColumn } from './lists.ts';
import { formatValue } from './values.ts';
import type { FieldInfo, ObjectInfo } from '../lightning/uiObjectInfoApi.ts';
import { getFieldDisplayValue, getFieldValue, type RecordRepresentation } from '../lightning/uiRecordApi.ts';

/** A row of a table: text for each column, and the address of each column that is a link. */
export type Row = Readonly<Record<string, unknown>> & { readonly id: string };

/** The columns of a base datatable for a list's columns; the record's name leads to the record. */
export function tableColumns(columns: readonly ListColumn[], object: ObjectInfo, canSort: boolean) {
  return columns.map(({ fieldApiName, label, sortable }) => {
    const info = object.fields[fieldApiName];
    const link = isLink(fieldApiName, info, object);
    return {
      label,
      hideDefaultActions: true,
      sortable: canSort && (sortable ?? info?.sortable ?? false),
      ...(link
        ? {
            type: 'url',
            fieldName: `${fieldApiName} link`,
            typeAttributes: { label: { fieldName: fieldApiName }, target: '_self' }
          }
        : { type: info?.dataType === 'Boolean' ? 'boolean' : 'text', fieldName: fieldApiName })
    };
  });
}

/** The rows of a table for records. */
export function tableRows(
  records: readonly RecordRepresentation[],
  columns: readonly ListColumn[],
  object: ObjectInfo
): Row[] {
  return records.map((record) => {
    const row: Record<string, unknown> = {};
    for (const { fieldApiName } of columns) {
      const info = object.fields[fieldApiName];
      const isFlag = info?.dataType === 'Boolean';
      const shown = isFlag
        ? getFieldValue(record, `${record.apiName}.${fieldApiName}`)
        : shownValue(record, fieldApiName, info);
      row[fieldApiName] = shown;
      if (shown && isLink(fieldApiName, info, object))
        row[`${fieldApiName} link`] = addressOfLink(record, fieldApiName, info);
    }
    return { ...row, id: record.id };
  });
}

function isLink(field: string, info: FieldInfo | undefined, object: ObjectInfo): boolean {
  return info?.dataType === 'Reference' || object.nameFields.includes(field) || /(^|\.)Name$/.test(field);
}

function shownValue(record: RecordRepresentation, field: string, info: FieldInfo | undefined): string {
  const path = `${record.apiName}.${field}`;
  const parent = info?.relationshipName
    ? getFieldDisplayValue(record, `${record.apiName}.${info.relationshipName}`)
    : undefined;
  return (
    parent ??
    getFieldDisplayValue(record, path) ??
    formatValue(getFieldValue(record, path), info?.dataType ?? 'String', me.user)
  );
}

function addressOfLink(record: RecordRepresentation, field: string, info: FieldInfo | undefined): string | undefined {
  if (info?.dataType === 'Reference')
    return `/lightning/r/${String(getFieldValue(record, `${record.apiName}.${field}`))}/view`;
  const [relationship] = field.split('.');
  const parent: unknown = field.includes('.') ? getFieldValue(record, `${record.apiName}.${relationship}`) : record;
  if (typeof parent !== 'object' || parent === null || !('id' in parent)) return undefined;
  return `/lightning/r/${String(parent.id)}/view`;
}
