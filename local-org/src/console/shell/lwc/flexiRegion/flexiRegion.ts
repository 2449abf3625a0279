import { api, LightningElement } from 'lwc';
import type { PageComponent, PageRegion } from '../../platform/console/protocol.ts';

/** The components of one region or facet of a page, below each other. */
export default class FlexiRegion extends LightningElement {
  @api name = '';
  @api regions: readonly PageRegion[] = [];
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;
  @api width: string | undefined;

  get items(): readonly PageComponent[] {
    return this.regions.find(({ name }) => name === this.name)?.components ?? [];
  }
}
