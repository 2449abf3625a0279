import { api, LightningElement } from 'lwc';
import { text } from '../../platform/console/texts/shell.ts';
import type { Tab } from '../../platform/console/workspace.ts';

/** The line below the workspace tabs: the tab's own record and what was opened from it. */
export default class SubtabBar extends LightningElement {
  @api tabs: readonly Tab[] = [];
  @api focusedId = '';

  get label(): string {
    return text('subtabs', this.tabs[0]?.title ?? '');
  }
}
