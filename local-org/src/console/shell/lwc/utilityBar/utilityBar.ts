import { LightningElement } from 'lwc';
import { app } from '../../platform/console/desk.ts';
import { text } from '../../platform/console/texts/shell.ts';

/** The app's utilities at the bottom: opened once, a utility goes on working while it is minimized. */
export default class UtilityBar extends LightningElement {
  readonly labels = { bar: text('utilityBar'), minimize: text('minimize') };
  open = -1;
  mounted: readonly number[] = [];

  get items() {
    return (app?.utilityItems ?? []).map(({ component, label, icon, width = 340, height = 480, properties }, index) => {
      const expanded = index === this.open;
      return {
        index,
        label,
        icon: icon ?? 'utility:list',
        definition: { identifier: `utility-${index}`, component, properties },
        mounted: this.mounted.includes(index),
        expanded: String(expanded),
        size: `inline-size: ${width}px; block-size: ${height}px`,
        panelClass: expanded ? 'panel' : 'panel slds-hide',
        buttonClass: expanded ? 'button button_open slds-button' : 'button slds-button'
      };
    });
  }

  handleToggle(event: Event): void {
    const index = Number(event.currentTarget instanceof HTMLElement && event.currentTarget.dataset.index);
    this.open = index === this.open ? -1 : index;
    if (!this.mounted.includes(index)) this.mounted = [...this.mounted, index];
  }
}
