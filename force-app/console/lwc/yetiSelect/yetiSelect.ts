import { LightningElement, api } from 'lwc';

/** One of the choices. */
export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

/** A choice among a few, on one line with what stands around it. Fires `choose` with the value. */
export default class YetiSelect extends LightningElement {
  @api label = '';
  @api options: readonly SelectOption[] = [];
  @api value = '';
  @api disabled = false;

  get rows(): readonly (SelectOption & { readonly selected: boolean })[] {
    return this.options.map(({ value, label }) => ({ value, label, selected: value === this.value }));
  }

  handleChange(event: Event): void {
    event.stopPropagation();
    if (!(event.target instanceof HTMLSelectElement)) return;
    this.dispatchEvent(new CustomEvent<string>('choose', { detail: event.target.value }));
  }
}
