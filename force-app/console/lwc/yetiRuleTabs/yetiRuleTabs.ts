import { LightningElement, api } from 'lwc';

/** One of the tabs. */
export interface TabChoice {
  readonly name: string;
  readonly label: string;
}

/** Tabs on one line, for the arrow keys too. Fires `show` with the name of the one to be shown. */
export default class YetiRuleTabs extends LightningElement {
  @api label = '';
  @api tabs: readonly TabChoice[] = [];
  /** The tab in front. */
  @api front = '';

  get rows(): readonly object[] {
    return this.tabs.map(({ name, label }) => {
      const isFront = name === this.front;
      return {
        name,
        label,
        selected: isFront ? 'true' : 'false',
        tabIndex: isFront ? '0' : '-1',
        className: isFront ? 'tab front' : 'tab'
      };
    });
  }

  handleClick(event: Event): void {
    const name = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset.name : undefined;
    if (name) this.show(name);
  }

  handleKey(event: KeyboardEvent): void {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const { length } = this.tabs;
    const at = this.tabs.findIndex(({ name }) => name === this.front);
    const next = this.tabs[(at + step + length) % length];
    if (!next) return;
    this.template?.querySelector<HTMLElement>(`[data-name="${next.name}"]`)?.focus();
    this.show(next.name);
  }

  private show(name: string): void {
    this.dispatchEvent(new CustomEvent<string>('show', { detail: name }));
  }
}
