import { LightningElement, api } from 'lwc';
import { keyLabel } from 'c/yetiFactModel';
import { messageOf } from 'c/yetiMessages';
import type { Body, Carried } from 'c/yetiTimelineModel';
import getBody from '@salesforce/apex/YetiTimelineController.getBody';
import labelCarried from '@salesforce/label/c.Yeti_Carried';
import labelEmpty from '@salesforce/label/c.Yeti_Body_Empty';
import labelGone from '@salesforce/label/c.Yeti_Body_Gone';
import labelHidden from '@salesforce/label/c.Yeti_Body_Hidden';
import labelLoading from '@salesforce/label/c.Yeti_Loading';
import labelTruncated from '@salesforce/label/c.Yeti_Body_Truncated';

/** The whole text of an item and what it handed on, loaded when this appears. Sensitive values are masked. HTML is cleaned by the platform's own rich-text component. */
export default class YetiTimelineBody extends LightningElement {
  @api source = '';
  @api itemId = '';

  readonly label = { carried: labelCarried, loading: labelLoading, truncated: labelTruncated };
  isLoading = true;
  body: Body | undefined;
  /** What stands in the place of a text that is empty, hidden, gone or could not be loaded. */
  message: string | undefined;

  get hasText(): boolean {
    return Boolean(this.body?.html) || (this.body?.parts?.length ?? 0) > 0;
  }

  get carried(): readonly (Carried & { readonly label: string })[] {
    return (this.body?.carried ?? []).map((fact) => ({ ...fact, label: keyLabel(fact.key) }));
  }

  get isCarrying(): boolean {
    return this.carried.length > 0;
  }

  override connectedCallback(): void {
    this.load();
  }

  private async load(): Promise<void> {
    try {
      const body = await getBody({ source: this.source, itemId: this.itemId });
      this.body = body ?? undefined;
      if (body === null) this.message = labelGone;
      else if (!this.hasText) this.message = body.hidden === true ? labelHidden : labelEmpty;
    } catch (error) {
      this.message = messageOf(error);
    } finally {
      this.isLoading = false;
    }
  }
}
