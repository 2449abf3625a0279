import { api, LightningElement, wire } from 'lwc';
import type { Provisioned } from '../../platform/console/cache.ts';
import { messageOf } from '../../platform/console/http.ts';
import { iconOf } from '../../platform/console/icons.ts';
import { fieldsOfItem, getLayout, itemsOf, type Layout } from '../../platform/console/layouts.ts';
import { getObjectInfo, type FieldInfo, type ObjectInfo } from '../../platform/lightning/uiObjectInfoApi.ts';
import { getRecord, type RecordRepresentation } from '../../platform/lightning/uiRecordApi.ts';

interface ShownField {
  readonly key: string;
  readonly info: FieldInfo;
  readonly label: string;
}

/** The record's name and the fields of its compact layout. */
export default class HighlightsPanel extends LightningElement {
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;
  @api flexipageRegionWidth: string | undefined;
  @api regions: unknown;
  @api properties: unknown;

  @wire(getLayout, { objectApiName: '$objectApiName', layoutType: 'Compact' })
  layout: Provisioned<Layout> | undefined;

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  object: Provisioned<ObjectInfo> | undefined;

  @wire(getRecord, { recordId: '$recordId', layoutTypes: 'Compact' })
  wiredRecord: Provisioned<RecordRepresentation> | undefined;

  get record(): RecordRepresentation | undefined {
    return this.wiredRecord?.data;
  }

  get loading(): boolean {
    return !this.record && !this.problem;
  }

  get problem(): string {
    const error = this.layout?.error ?? this.object?.error ?? this.wiredRecord?.error;
    return error === undefined ? '' : messageOf(error);
  }

  get icon(): string {
    return iconOf(this.objectApiName);
  }

  get objectLabel(): string {
    return this.object?.data?.label ?? '';
  }

  /** The first field of a compact layout is the heading. */
  get name(): string {
    const [first] = this.shown;
    const field = first && this.record?.fields[first.info.apiName];
    return field ? String(field.displayValue ?? field.value ?? '') : '';
  }

  get fields(): readonly ShownField[] {
    return this.shown.slice(1);
  }

  private get shown(): readonly ShownField[] {
    const { data: object } = this.object ?? {};
    if (!this.layout?.data || !object) return [];
    return itemsOf(this.layout.data).flatMap((item) =>
      fieldsOfItem(item).flatMap((name) => {
        const info = object.fields[name];
        return info ? [{ key: name, info, label: item.label }] : [];
      })
    );
  }
}
