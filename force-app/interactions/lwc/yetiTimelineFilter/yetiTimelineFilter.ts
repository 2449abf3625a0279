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

  /** What was there to choose from when the menu was opened. */
  private opened: readonly FilterChoice[] | undefined;

  get buttonLabel(): string {
    return this.chosen.length === 0 ? this.label : format(labelFilterOn, this.label, String(this.chosen.length));
  }

  /** An open menu keeps its values, so that the one with the keyboard does not go; only counts come in. */
  get items(): readonly { value: string; label: string; checked: boolean }[] {
    const counted = new Map(this.choices.map((choice) => [choice.value, choice]));
    const shown = this.opened?.map((choice) => counted.get(choice.value) ?? choice) ?? this.choices;
    return shown.map(({ value, label, count }) => ({
      value,
      label: count === undefined ? label : format(labelFilterCount, label, count),
      checked: this.chosen.includes(value)
    }));
  }

  handleOpen(): void {
    this.opened = this.choices;
  }

  handleClose(): void {
    this.opened = undefined;
  }

  handleSelect(event: CustomEvent<{ value: string }>): void {
    const { value } = event.detail;
    const rest = this.chosen.filter((other) => other !== value);
    const detail = rest.length === this.chosen.length ? [...rest, value] : rest;
    this.dispatchEvent(new CustomEvent<string[]>('change', { detail }));
  }
}
