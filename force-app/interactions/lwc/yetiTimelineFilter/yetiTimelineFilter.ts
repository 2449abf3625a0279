import { LightningElement, api } from 'lwc';
import { format } from 'c/yetiMessages';
import type { FilterChoice } from 'c/yetiTimelineModel';
import labelFilterCount from '@salesforce/label/c.Yeti_Filter_Count';
import labelFilterOn from '@salesforce/label/c.Yeti_Filter_On';

/** A menu of values to filter by, each with its count. Fires `change` with the chosen values. */
export default class YetiTimelineFilter extends LightningElement {
  @api label = '';
  @api choices: readonly FilterChoice[] = [];
  @api chosen: readonly string[] = [];

  get buttonLabel(): string {
    return this.chosen.length === 0 ? this.label : format(labelFilterOn, this.label, String(this.chosen.length));
  }

  get items(): readonly { value: string; label: string; checked: boolean }[] {
    return this.choices.map(({ value, label, count }) => ({
      value,
      label: count === undefined ? label : format(labelFilterCount, label, count),
      checked: this.chosen.includes(value)
    }));
  }

  handleSelect(event: CustomEvent<{ value: string }>): void {
    const { value } = event.detail;
    const rest = this.chosen.filter((other) => other !== value);
    const detail = rest.length === this.chosen.length ? [...rest, value] : rest;
    this.dispatchEvent(new CustomEvent<string[]>('change', { detail }));
  }
}
