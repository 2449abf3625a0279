import { api, LightningElement, wire } from 'lwc';
import type { Provisioned } from '../../platform/console/cache.ts';
import { messageOf } from '../../platform/console/http.ts';
import { fieldsOfItem, getLayout, type Layout, type LayoutItem } from '../../platform/console/layouts.ts';
import { text } from '../../platform/console/texts/shell.ts';
import { getObjectInfo, type FieldInfo, type ObjectInfo } from '../../platform/lightning/uiObjectInfoApi.ts';
import { getRecord, type RecordRepresentation } from '../../platform/lightning/uiRecordApi.ts';

/** All fields of the record's page layout. */
export default class DetailPanel extends LightningElement {
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;
  @api flexipageRegionWidth: string | undefined;
  @api regions: unknown;
  @api properties: unknown;
  readonly loadingText = text('loading');

  @wire(getLayout, { objectApiName: '$objectApiName', layoutType: 'Full' })
  layout: Provisioned<Layout> | undefined;

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  object: Provisioned<ObjectInfo> | undefined;

  @wire(getRecord, { recordId: '$recordId', layoutTypes: 'Full' })
  wiredRecord: Provisioned<RecordRepresentation> | undefined;

  get record(): RecordRepresentation | undefined {
    return this.wiredRecord?.data;
  }

  get problem(): string {
    const error = this.layout?.error ?? this.object?.error ?? this.wiredRecord?.error;
    return error === undefined ? '' : messageOf(error);
  }

  get sections() {
    const { data: object } = this.object ?? {};
    if (!this.layout?.data || !object || !this.record) return undefined;
    return this.layout.data.sections.map(({ heading, useHeading, columns, layoutRows }, index) => ({
      key: `${index}`,
      heading: useHeading ? heading : '',
      className: columns > 1 && this.flexipageRegionWidth !== 'SMALL' ? 'fields fields_two' : 'fields',
      items: layoutRows.flatMap(({ layoutItems }, row) =>
        layoutItems.map((item, column) => ({ key: `${row}-${column}`, ...shownItem(item, object) }))
      )
    }));
  }
}

/** Fields the user can't see are missing from the object's info: their place stays empty. */
function shownItem(item: LayoutItem, object: ObjectInfo): { label: string; infos: readonly FieldInfo[] } {
  const infos = fieldsOfItem(item).flatMap((name) => object.fields[name] ?? []);
  const [first] = infos;
  return { label: first ? item.label : '', infos };
}
