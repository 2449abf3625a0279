import { api, LightningElement } from 'lwc';

/** A card that says what is wrong, missing or empty. */
export default class Message extends LightningElement {
  @api variant: 'error' | 'warning' | 'info' = 'info';
  @api heading = '';
  @api detail = '';

  get liveRole(): string | undefined {
    return this.variant === 'error' ? 'alert' : undefined;
  }

  get icon(): string {
    return `utility:${this.variant}`;
  }

  get iconVariant(): string {
    return this.variant === 'info' ? '' : this.variant;
  }
}
