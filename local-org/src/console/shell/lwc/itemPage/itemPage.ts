import { api, LightningElement } from 'lwc';
import { parameters } from '../../platform/console/fields.ts';
import { messageOf, request } from '../../platform/console/http.ts';
import type { NavigationItem, Page, PageComponent } from '../../platform/console/protocol.ts';
import { text } from '../../platform/console/texts/shell.ts';

/** A navigation item that is a page or a component. */
export default class ItemPage extends LightningElement {
  @api item: NavigationItem = { name: '', label: '' };
  page: Page | undefined;
  problem = '';

  async connectedCallback(): Promise<void> {
    const { flexiPage, component, name } = this.item;
    if (component) return;
    if (!flexiPage) this.problem = text('unsupportedComponent', name);
    else await this.load(flexiPage);
  }

  get component(): PageComponent | undefined {
    const { component, name } = this.item;
    return component ? { identifier: name, component, properties: {} } : undefined;
  }

  private async load(flexiPage: string): Promise<void> {
    try {
      this.page = await request<Page>('GET', `/console/api/page${parameters({ flexiPage })}`);
    } catch (error) {
      this.problem = messageOf(error);
    }
  }
}
