import { api, LightningElement, wire } from 'lwc';
import type { Provisioned } from '../../platform/console/cache.ts';
import { messageOf } from '../../platform/console/http.ts';
import { iconOf } from '../../platform/console/icons.ts';
import type { ListColumn } from '../../platform/console/lists.ts';
import { tableColumns, tableRows, type Row } from '../../platform/console/rows.ts';
import { text } from '../../platform/console/texts/shell.ts';
import { getObjectInfo, type ObjectInfo } from '../../platform/lightning/uiObjectInfoApi.ts';
import {
  getRelatedListInfo,
  getRelatedListRecords,
  type RelatedListRecords
} from '../../platform/lightning/uiRelatedListApi.ts';

interface RelatedListInfo {
  readonly label: string;
  readonly objectApiNames: readonly string[];
  readonly displayColumns: readonly ListColumn[];
}

const FIRST_ROWS = 6;
const MORE_ROWS = 50;
const NARROW_COLUMNS = 3;

/** The rows below a record in one relationship. */
export default class RelatedList extends LightningElement {
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;
  @api flexipageRegionWidth: string | undefined;
  @api regions: unknown;
  @api properties: Readonly<Record<string, string>> = {};
  readonly moreLabel = text('showMore');
  pageSize = FIRST_ROWS;

  @wire(getRelatedListInfo, { parentObjectApiName: '$objectApiName', relatedListId: '$relatedListId' })
  info: Provisioned<RelatedListInfo> | undefined;

  @wire(getObjectInfo, { objectApiName: '$childObject' })
  object: Provisioned<ObjectInfo> | undefined;

  @wire(getRelatedListRecords, {
    parentRecordId: '$recordId',
    relatedListId: '$relatedListId',
    fields: '$fields',
    pageSize: '$pageSize'
  })
  page: Provisioned<RelatedListRecords> | undefined;

  get relatedListId(): string | undefined {
    return this.properties.relatedListApiName;
  }

  get childObject(): string | undefined {
    return this.info?.data?.objectApiNames[0];
  }

  get fields(): readonly string[] | undefined {
    const object = this.childObject;
    return object === undefined
      ? undefined
      : this.info?.data?.displayColumns.map(({ fieldApiName }) => `${object}.${fieldApiName}`);
  }

  get icon(): string {
    return iconOf(this.childObject);
  }

  get heading(): string {
    const label = this.properties.relatedListLabel ?? this.info?.data?.label ?? '';
    const count = this.page?.data?.count;
    return count === undefined ? label : `${label} (${count}${this.more ? '+' : ''})`;
  }

  get more(): boolean {
    return this.page?.data?.nextPageToken != null;
  }

  get columns() {
    if (!this.info?.data || !this.object?.data) return [];
    const shown = this.flexipageRegionWidth === 'SMALL' ? NARROW_COLUMNS : this.info.data.displayColumns.length;
    return tableColumns(this.info.data.displayColumns.slice(0, shown), this.object.data, false);
  }

  get rows(): readonly Row[] {
    if (!this.info?.data || !this.object?.data || !this.page?.data) return [];
    return tableRows(this.page.data.records, this.info.data.displayColumns, this.object.data);
  }

  get problem(): string {
    const error = this.info?.error ?? this.object?.error ?? this.page?.error;
    return error === undefined ? '' : messageOf(error);
  }

  handleMore(): void {
    this.pageSize += MORE_ROWS;
  }
}
