import { api, LightningElement } from 'lwc';
import { app } from '../../platform/console/desk.ts';
import { parameters } from '../../platform/console/fields.ts';
import { iconOf } from '../../platform/console/icons.ts';
import { messageOf, request } from '../../platform/console/http.ts';
import type { Page } from '../../platform/console/protocol.ts';
import { text } from '../../platform/console/texts/shell.ts';

interface RecordPageAnswer extends Page {
  readonly objectApiName: string;
  readonly recordName: string;
}

/** The page of a record: which page that is, the org decides by app and object. */
export default class RecordPage extends LightningElement {
  @api recordId = '';
  @api objectApiName: string | undefined;
  page: RecordPageAnswer | undefined;
  problem = '';
  readonly labels = { loading: text('loading'), retry: text('retry') };

  connectedCallback(): Promise<void> {
    return this.load();
  }

  get objectName(): string | undefined {
    return this.page?.objectApiName ?? this.objectApiName;
  }

  handleRetry(): Promise<void> {
    return this.load();
  }

  private async load(): Promise<void> {
    this.problem = '';
    const { recordId } = this;
    try {
      const page = await request<RecordPageAnswer>(
        'GET',
        `/console/api/page${parameters({ recordId, app: app?.name })}`
      );
      this.page = page;
      this.dispatchEvent(
        new CustomEvent('tabtitle', { detail: { title: page.recordName, icon: iconOf(page.objectApiName) } })
      );
    } catch (error) {
      this.problem = messageOf(error);
      this.dispatchEvent(
        new CustomEvent('tabtitle', { detail: { title: text('errorTitle'), icon: 'standard:record' } })
      );
    }
  }
}
