import { api, LightningElement } from 'lwc';
import { durationText } from '../../platform/console/durations.ts';
import { fieldsOf, type OmniState, type Work } from '../../platform/console/omni.ts';
import { text } from '../../platform/console/texts/omni.ts';

/** From here on a countdown is urgent. */
const URGENT_MS = 10_000;

/** Work that asks to be accepted. */
export default class OmniRequest extends LightningElement {
  @api work!: Work;
  @api reasons: OmniState['declineReasons'] = [];
  /** What the org's clock says, in milliseconds. */
  @api now = 0;
  readonly labels = { accept: text('accept'), decline: text('decline'), reason: text('declineReason') };

  /** Puts the keyboard on Accept. */
  @api focus(): void {
    this.template?.querySelector<HTMLElement>('[data-name="accept"]')?.focus();
  }

  get icon(): string {
    return this.work.icon ?? 'standard:work_queue';
  }

  get acceptLabel(): string {
    return text('acceptItem', this.work.name);
  }

  get declineLabel(): string {
    return text('declineItem', this.work.name);
  }

  get fields() {
    return fieldsOf(this.work);
  }

  get waiting(): string {
    return text('waiting', durationText(this.now - Date.parse(this.work.requestedAt)));
  }

  get countdown(): { readonly text: string; readonly className: string; readonly style: string } | undefined {
    const { pushTimeoutAt, assignedAt } = this.work;
    if (pushTimeoutAt === null) return undefined;
    const end = Date.parse(pushTimeoutAt);
    const left = Math.max(0, end - this.now);
    const share = Math.min(1, left / Math.max(1, end - Date.parse(assignedAt)));
    return {
      text: left === 0 ? text('acceptWithinNoTime') : text('acceptWithin', durationText(left + 999)),
      className: left <= URGENT_MS ? 'countdown countdown_urgent' : 'countdown',
      style: `inline-size: ${Math.round(share * 100)}%`
    };
  }

  get hasReasons(): boolean {
    return this.reasons.length > 0;
  }

  handleAccept(): void {
    this.dispatchEvent(new CustomEvent('accept', { detail: this.work }));
  }

  handleDecline(): void {
    this.dispatchEvent(new CustomEvent('decline', { detail: { work: this.work } }));
  }

  handleReason({ detail }: CustomEvent<{ readonly value: string }>): void {
    this.dispatchEvent(new CustomEvent('decline', { detail: { work: this.work, reason: detail.value } }));
  }
}
