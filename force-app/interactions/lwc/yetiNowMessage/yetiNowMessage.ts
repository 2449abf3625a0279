import { LightningElement, api } from 'lwc';
import type { Message } from 'c/yetiNowModel';
import labelMessage from '@salesforce/label/c.Yeti_Now_Message';
import labelNoMessage from '@salesforce/label/c.Yeti_Now_No_Message';
import labelTruncated from '@salesforce/label/c.Yeti_Body_Truncated';

/** What the customer last said, in full; a long text scrolls inside. */
export default class YetiNowMessage extends LightningElement {
  @api message: Message | null | undefined;

  readonly label = { message: labelMessage, noMessage: labelNoMessage, truncated: labelTruncated };

  get field(): string {
    return this.message?.field ?? '';
  }
}
