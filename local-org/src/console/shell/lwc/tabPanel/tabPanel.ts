import { api, LightningElement } from 'lwc';
import { refreshTagged } from '../../platform/console/cache.ts';
import { app, REFRESH_TAB_EVENT, workspace } from '../../platform/console/desk.ts';
import { encloseTab, type Enclosure } from '../../platform/console/enclosure.ts';
import { addressOf, type PageReference } from '../../platform/console/pages.ts';
import type { NavigationItem, PageComponent } from '../../platform/console/protocol.ts';
import { text } from '../../platform/console/texts/shell.ts';
import { RefreshEvent, runRefreshHandlers } from '../../platform/lightning/refresh.ts';

/** What a tab shows: a record, a list, a page of the navigation or a component. */
export default class TabPanel extends LightningElement {
  @api tabId = '';
  title = '';
  shownPage: PageReference = { type: '', attributes: {} };
  readonly #refreshTab = (event: Event) => {
    if (event instanceof CustomEvent && event.detail.tabId === this.tabId) void this.refresh();
  };
  #update: ((enclosure: Enclosure) => void) | undefined;

  @api
  get page(): PageReference {
    return this.shownPage;
  }
  set page(page: PageReference) {
    this.shownPage = page;
    this.#update?.({ tabId: this.tabId, page });
  }

  connectedCallback(): void {
    this.#update ??= encloseTab(this, { tabId: this.tabId, page: this.page });
    this.addEventListener(RefreshEvent.type, () => void this.refresh());
    window.addEventListener(REFRESH_TAB_EVENT, this.#refreshTab);
  }

  disconnectedCallback(): void {
    window.removeEventListener(REFRESH_TAB_EVENT, this.#refreshTab);
  }

  get record(): boolean {
    return this.page.type === 'standard__recordPage' && this.page.attributes.actionName === 'view';
  }

  get list(): boolean {
    return (
      this.page.type === 'standard__objectPage' && ['list', 'home'].includes(this.page.attributes.actionName ?? '')
    );
  }

  get item(): NavigationItem | undefined {
    if (this.page.type !== 'standard__navItemPage') return undefined;
    return app?.tabs.find(({ name }) => name === this.page.attributes.apiName);
  }

  get component(): PageComponent | undefined {
    if (this.page.type !== 'standard__component') return undefined;
    const name = this.page.attributes.componentName?.replace(/^c__/, '') ?? '';
    return { identifier: name, component: name, properties: {} };
  }

  get unsupported(): string {
    const home = this.page.type === 'standard__namedPage' && !app;
    return home ? text('noApp') : text('unsupportedComponent', addressOf(this.page));
  }

  handleTitle(event: CustomEvent<{ readonly title: string; readonly icon: string }>): void {
    event.stopPropagation();
    this.title = event.detail.title;
    workspace.update(this.tabId, event.detail);
  }

  /** A component inside asked for fresh data: so does everything that shows the record. */
  private async refresh(): Promise<void> {
    const { recordId } = this.page.attributes;
    if (recordId) await refreshTagged([recordId]);
    const panel = this.hostElement;
    await runRefreshHandlers((element) => element instanceof Node && isInside(element, panel));
  }
}

function isInside(node: Node, container: Node): boolean {
  for (let at: Node | null = node; at; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
    if (at === container) return true;
  }
  return false;
}
