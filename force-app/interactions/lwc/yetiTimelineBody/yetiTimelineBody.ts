import { LightningElement, api } from 'lwc';
import { messageOf } from 'c/yetiMessages';
import type { Body } from 'c/yetiTimelineModel';
import getBody from '@salesforce/apex/YetiTimelineController.getBody';
import labelEmpty from '@salesforce/label/c.Yeti_Body_Empty';
import labelGone from '@salesforce/label/c.Yeti_Body_Gone';
import labelLoading from '@salesforce/label/c.Yeti_Loading';
import labelTruncated from '@salesforce/label/c.Yeti_Body_Truncated';

/** The whole text of an item, loaded when this appears. HTML is cleaned by the platform's own rich-text component. */
export default class YetiTimelineBody extends LightningElement {
  @api source = '';
  @api itemId = '';

  readonly label = { loading: labelLoading, truncated: labelTruncated };
  isLoading = true;
  body: Body | undefined;
  /** What stands in the place of a text that is empty, gone or could not be loaded. */
  message: string | undefined;

  override connectedCallback(): void {
    this.load();
  }

  private async load(): Promise<void> {
    try {
      const body = await getBody({ source: this.source, itemId: this.itemId });
      if (body === null) this.message = labelGone;
      else if (body.html || body.text) this.body = body;
      else this.message = labelEmpty;
    } catch (error) {
      this.message = messageOf(error);
    } finally {
      this.isLoading = false;
    }
  }
}
