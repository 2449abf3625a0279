import { api, LightningElement, wire } from 'lwc';
import type { Provisioned } from '../../platform/console/cache.ts';
import { workspace } from '../../platform/console/desk.ts';
import { messageOf } from '../../platform/console/http.ts';
import { iconOf } from '../../platform/console/icons.ts';
import {
  listInfo,
  listPage,
  listsOf,
  type ListInfo,
  type ListPage,
  type ListSummary
} from '../../platform/console/lists.ts';
import { objectPage } from '../../platform/console/pages.ts';
import { tableColumns, tableRows, type Row } from '../../platform/console/rows.ts';
import { text } from '../../platform/console/texts/shell.ts';
import { getObjectInfo, type ObjectInfo } from '../../platform/lightning/uiObjectInfoApi.ts';

const PAGE_SIZE = 50;

/** The home of an object: one of its list views, with the picker for the others. */
export default class ObjectHome extends LightningElement {
  readonly labels = {
    select: text('selectListView'),
    refresh: text('refresh'),
    retry: text('retry'),
    empty: text('emptyList'),
    loading: text('loading')
  };
  lists: readonly ListSummary[] = [];
  info: ListInfo | undefined;
  pages: readonly ListPage[] = [];
  problem = '';
  sortField: string | undefined;
  sortDirection: 'asc' | 'desc' = 'asc';
  shownObject = '';
  shownFilter: string | undefined;
  #connected = false;
  #request = 0;

  @api
  get objectApiName(): string {
    return this.shownObject;
  }
  set objectApiName(object: string) {
    if (object === this.shownObject) return;
    this.shownObject = object;
    this.lists = [];
    if (this.#connected) void this.start();
  }

  @api
  get filterName(): string | undefined {
    return this.shownFilter;
  }
  set filterName(filter: string | undefined) {
    if (filter === this.shownFilter) return;
    this.shownFilter = filter;
    if (this.#connected) void this.start();
  }

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  object: Provisioned<ObjectInfo> | undefined;

  connectedCallback(): void {
    this.#connected = true;
    void this.start();
  }

  get icon(): string {
    return iconOf(this.objectApiName);
  }

  get objectLabel(): string {
    return this.object?.data?.labelPlural ?? '';
  }

  get viewLabel(): string {
    return this.lists.find(({ apiName }) => apiName === this.view)?.label ?? '';
  }

  get views() {
    return this.lists.map(({ apiName, label }) => ({ name: apiName, label, checked: apiName === this.view }));
  }

  get columns() {
    if (!this.info || !this.object?.data || this.pages.length === 0) return [];
    return tableColumns(this.info.displayColumns, this.object.data, true);
  }

  get rows(): readonly Row[] {
    const { info, object } = this;
    if (!info || !object?.data) return [];
    const records = this.pages.flatMap((page) => page.records);
    return tableRows(records, info.displayColumns, object.data);
  }

  get more(): boolean {
    return this.pages.at(-1)?.nextPageToken != null;
  }

  get empty(): boolean {
    return this.pages[0]?.records.length === 0;
  }

  get status(): string {
    if (this.pages.length === 0) return '';
    const count = this.pages.reduce((sum, page) => sum + page.records.length, 0);
    const items = text(this.more ? 'itemsMore' : 'items', count);
    const sorted = this.info?.displayColumns.find(({ fieldApiName }) => fieldApiName === this.sortField);
    return sorted ? text('itemsSorted', items, sorted.label) : items;
  }

  get sortedBy(): string | undefined {
    return this.columns.find(({ fieldName }) => fieldName.split(' ')[0] === this.sortField)?.fieldName;
  }

  handleView(event: CustomEvent<{ readonly value: string }>): void {
    workspace.navigate(objectPage(this.objectApiName, event.detail.value));
  }

  handleRefresh(): Promise<void> {
    return this.start();
  }

  async handleSort(
    event: CustomEvent<{ readonly fieldName: string; readonly sortDirection: 'asc' | 'desc' }>
  ): Promise<void> {
    this.sortField = event.detail.fieldName.split(' ')[0];
    this.sortDirection = event.detail.sortDirection;
    await this.load();
  }

  async handleMore(event: Event): Promise<void> {
    const table = event.target;
    const pageToken = this.pages.at(-1)?.nextPageToken;
    if (!pageToken || !(table instanceof HTMLElement)) return;
    Object.assign(table, { isLoading: true });
    await this.load(pageToken);
    Object.assign(table, { isLoading: false });
  }

  private get view(): string | undefined {
    return this.lists.find(({ apiName }) => apiName === this.shownFilter)?.apiName ?? this.lists[0]?.apiName;
  }

  private async start(): Promise<void> {
    this.problem = '';
    this.pages = [];
    this.info = undefined;
    this.sortField = undefined;
    const request = (this.#request += 1);
    const object = this.objectApiName;
    try {
      const lists = this.lists.length > 0 ? this.lists : await listsOf(object);
      if (request !== this.#request) return;
      this.lists = lists;
      if (!this.view) {
        this.problem = text('noListViews', this.objectLabel || object);
        return;
      }
      const info = await listInfo(object, this.view);
      if (request !== this.#request) return;
      this.info = info;
      const [order] = info.orderedByInfo ?? [];
      this.sortField = order?.fieldApiName;
      this.sortDirection = order?.isAscending === false ? 'desc' : 'asc';
      await this.load();
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  /** Loads the first page, or the one after the token; an answer to an older question is dropped. */
  private async load(pageToken?: string): Promise<void> {
    if (!this.view) return;
    const request = (this.#request += 1);
    const sortBy = this.sortField && `${this.sortDirection === 'desc' ? '-' : ''}${this.sortField}`;
    try {
      const page = await listPage(this.objectApiName, this.view, {
        pageSize: PAGE_SIZE,
        ...(pageToken && { pageToken }),
        ...(sortBy && { sortBy })
      });
      if (request === this.#request) this.pages = pageToken ? [...this.pages, page] : [page];
    } catch (error) {
      this.problem = messageOf(error);
    }
  }
}
