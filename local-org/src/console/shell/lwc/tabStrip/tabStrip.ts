import { api, LightningElement } from 'lwc';
import { workspace } from '../../platform/console/desk.ts';
import { addressOf } from '../../platform/console/pages.ts';
import { text } from '../../platform/console/texts/shell.ts';
import type { Tab } from '../../platform/console/workspace.ts';

const WITHOUT_ICON = 'standard:record';

/** A line of tabs: arrows move, Delete closes, the middle mouse button closes. */
export default class TabStrip extends LightningElement {
  @api tabs: readonly Tab[] = [];
  @api focusedId = '';
  @api label = '';

  get items() {
    const frontIndex = Math.max(
      0,
      this.tabs.findIndex(({ id }) => id === this.focusedId)
    );
    return this.tabs.map((tab, index) => {
      const title = tab.label ?? (tab.title || text('loading'));
      const selected = tab.id === this.focusedId;
      return {
        id: tab.id,
        title,
        address: addressOf(tab.page),
        icon: tab.ownIcon ?? (tab.icon || WITHOUT_ICON),
        selected: String(selected),
        tabIndex: index === frontIndex ? '0' : '-1',
        closeable: !tab.closeDisabled,
        closeLabel: text('closeTab', title),
        className: ['item', selected && 'item_front', tab.highlighted && 'item_new'].filter(Boolean).join(' ')
      };
    });
  }

  handleClick(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    workspace.focus(idOf(event));
  }

  handleMiddleClick(event: MouseEvent): void {
    if (event.button !== 1) return;
    event.preventDefault();
    workspace.close(idOf(event));
  }

  handleClose(event: MouseEvent): void {
    workspace.close(idOf(event));
  }

  handleKey(event: KeyboardEvent): void {
    const index = this.tabs.findIndex(
      ({ id }) => id === (event.target instanceof HTMLElement && event.target.dataset.id)
    );
    const tab = this.tabs[index];
    if (!tab) return;
    if (event.key === 'Delete') {
      workspace.close(tab.id);
      this.focusTab(Math.min(index, this.tabs.length - 2));
      return;
    }
    const rtl = document.documentElement.dir === 'rtl' ? -1 : 1;
    const target = { ArrowRight: index + rtl, ArrowLeft: index - rtl, Home: 0, End: this.tabs.length - 1 }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    this.focusTab((target + this.tabs.length) % this.tabs.length);
  }

  private focusTab(index: number): void {
    const tab = this.tabs[index];
    if (!tab) return;
    workspace.focus(tab.id);
    requestAnimationFrame(() => this.template?.querySelector<HTMLElement>(`a[data-id="${tab.id}"]`)?.focus());
  }
}

function idOf(event: Event): string {
  return (event.currentTarget instanceof HTMLElement && event.currentTarget.dataset.id) || '';
}
