import { api, LightningElement } from 'lwc';
import { resolveText } from '../../platform/console/components.ts';
import type { PageRegion } from '../../platform/console/protocol.ts';
import { text } from '../../platform/console/texts/shell.ts';

const TITLES: Readonly<Record<string, string>> = {
  'Standard.Tab.activity': text('relatedActivity'),
  'Standard.Tab.collaborate': text('relatedFeed'),
  'Standard.Tab.detail': text('details'),
  'Standard.Tab.relatedLists': text('related')
};

/** Tabs on a page: the facet named by `tabs` lists them, each names the facet of its body. */
export default class PageTabset extends LightningElement {
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;
  @api flexipageRegionWidth: string | undefined;
  @api regions: readonly PageRegion[] = [];
  @api properties: Readonly<Record<string, string>> = {};

  get tabs() {
    const facet = this.regions.find(({ name }) => name === this.properties.tabs);
    return (facet?.components ?? []).map(({ identifier, properties: { title = '', body = '', active } }) => ({
      identifier,
      body,
      active: active === 'true',
      title: TITLES[title] ?? resolveText(title)
    }));
  }

  get activeTab(): string | undefined {
    return (this.tabs.find(({ active }) => active) ?? this.tabs[0])?.identifier;
  }
}
