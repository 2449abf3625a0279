import { LightningElement, api } from 'lwc';
import { format } from 'c/yetiMessages';
import { isFiltered, type Chosen, type FilterChoice, type Scope } from 'c/yetiTimelineModel';
import locale from '@salesforce/i18n/locale';
import labelClear from '@salesforce/label/c.Yeti_Clear_Filters';
import labelFilter from '@salesforce/label/c.Yeti_Filter';
import labelFilterOn from '@salesforce/label/c.Yeti_Filter_On';
import labelRefresh from '@salesforce/label/c.Yeti_Refresh';
import labelScope from '@salesforce/label/c.Yeti_Scope';
import labelScopeCase from '@salesforce/label/c.Yeti_Scope_Case';
import labelScopeCustomer from '@salesforce/label/c.Yeti_Scope_Customer';
import labelSearch from '@salesforce/label/c.Yeti_Search';
import labelTimeline from '@salesforce/label/c.Yeti_Timeline';

/** After the last key so long, words are looked for. */
const TYPING = 400;
const numbers = new Intl.NumberFormat(locale);

/** Heading, scope, search, filters and refresh of a timeline. Fires `scope`, `choose`, `clear`, `refresh`. */
export default class YetiTimelineHeader extends LightningElement {
  /** The scope that is shown; undefined where there is nothing to choose. */
  @api scope: Scope | undefined;
  @api chosen!: Chosen;
  @api channelChoices: readonly FilterChoice[] = [];
  @api directionChoices: readonly FilterChoice[] = [];
  @api statusChoices: readonly FilterChoice[] = [];
  @api contactChoices: readonly FilterChoice[] = [];
  @api busy = false;

  readonly label = {
    clear: labelClear,
    refresh: labelRefresh,
    scope: labelScope,
    search: labelSearch,
    timeline: labelTimeline
  };
  readonly scopes: readonly { label: string; value: Scope }[] = [
    { label: labelScopeCase, value: 'case' },
    { label: labelScopeCustomer, value: 'customer' }
  ];
  showsFilters = false;

  private typing: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    clearTimeout(this.typing);
  }

  get isFiltered(): boolean {
    return isFiltered(this.chosen);
  }

  /** Says how many filters are on, also while they are out of sight. */
  get filterLabel(): string {
    const { channels, directions, statuses, contactId, dateFrom, dateTo } = this.chosen;
    const on =
      channels.length + directions.length + statuses.length + [contactId, dateFrom, dateTo].filter(Boolean).length;
    return on === 0 ? labelFilter : format(labelFilterOn, labelFilter, numbers.format(on));
  }

  get filterVariant(): string {
    return this.isFiltered ? 'brand-outline' : 'neutral';
  }

  get expanded(): string {
    return String(this.showsFilters);
  }

  /** Puts the focus on refresh, which is always there. */
  @api focus(): void {
    this.template?.querySelector<HTMLElement>('[data-refresh]')?.focus();
  }

  handleScope(event: CustomEvent<{ value: Scope }>): void {
    this.dispatchEvent(new CustomEvent<Scope>('scope', { detail: event.detail.value }));
  }

  handleQuery(event: CustomEvent<{ value: string }>): void {
    const query = event.detail.value.trim();
    clearTimeout(this.typing);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- waits for the end of typing; each key clears it
    this.typing = setTimeout(() => this.search(query), TYPING);
  }

  handleSearchKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.currentTarget instanceof HTMLElement)) return;
    clearTimeout(this.typing);
    this.search(String(Reflect.get(event.currentTarget, 'value') ?? '').trim());
  }

  handleFilters(): void {
    this.showsFilters = !this.showsFilters;
  }

  handleChoose(event: CustomEvent<Partial<Chosen>>): void {
    this.dispatchEvent(new CustomEvent<Partial<Chosen>>('choose', { detail: event.detail }));
  }

  handleClear(): void {
    clearTimeout(this.typing);
    this.dispatchEvent(new CustomEvent('clear'));
  }

  handleRefresh(): void {
    this.dispatchEvent(new CustomEvent('refresh'));
  }

  private search(query: string): void {
    if (query === this.chosen.query) return;
    this.dispatchEvent(new CustomEvent<Partial<Chosen>>('choose', { detail: { query } }));
  }
}
