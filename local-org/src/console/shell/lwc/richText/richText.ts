import { api, LightningElement } from 'lwc';

/** Text that an admin wrote into a page. */
export default class RichText extends LightningElement {
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;
  @api flexipageRegionWidth: string | undefined;
  @api regions: unknown;
  @api properties: Readonly<Record<string, string>> = {};
}
