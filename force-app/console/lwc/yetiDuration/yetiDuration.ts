import { LightningElement, api } from 'lwc';
import labelUnit from '@salesforce/label/c.Yeti_Duration_Unit';

const units = [
  { value: 's', label: 's', seconds: 1 },
  { value: 'min', label: 'min', seconds: 60 },
  { value: 'h', label: 'h', seconds: 3600 }
] as const;
const MINUTES = units[1];

/** A time of waiting: a number and a unit. Fires `duration` with its seconds. */
export default class YetiDuration extends LightningElement {
  @api label = '';
  @api seconds = 0;
  @api disabled = false;
  readonly unitLabel = labelUnit;
  readonly units = units;
  /** Chosen by hand: 60 seconds stay seconds if somebody wants them so. */
  private chosen: (typeof units)[number] | undefined;

  get amount(): string {
    return String(this.seconds / this.unit.seconds);
  }

  get unitName(): string {
    return this.unit.value;
  }

  handleAmount(event: Event): void {
    event.stopPropagation();
    const amount = event.target instanceof HTMLInputElement ? event.target.valueAsNumber : Number.NaN;
    if (!Number.isNaN(amount) && amount >= 0) this.tell(Math.round(amount * this.unit.seconds));
  }

  handleUnit({ detail }: CustomEvent<string>): void {
    const unit = units.find(({ value }) => value === detail);
    if (!unit) return;
    const amount = this.seconds / this.unit.seconds;
    this.chosen = unit;
    this.tell(Math.round(amount * unit.seconds));
  }

  private get unit(): (typeof units)[number] {
    if (this.chosen && Number.isInteger(this.seconds / this.chosen.seconds)) return this.chosen;
    if (this.seconds === 0) return MINUTES;
    return units.findLast(({ seconds }) => this.seconds % seconds === 0) ?? units[0];
  }

  private tell(seconds: number): void {
    this.dispatchEvent(new CustomEvent<number>('duration', { detail: seconds }));
  }
}
