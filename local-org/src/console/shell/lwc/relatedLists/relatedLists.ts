import { api, LightningElement, wire } from 'lwc';
import type { Provisioned } from '../../platform/console/cache.ts';
import { messageOf } from '../../platform/console/http.ts';
import { getRelatedListsInfo } from '../../platform/lightning/uiRelatedListApi.ts';

interface RelatedListsInfo {
  readonly relatedLists: readonly { readonly relatedListId: string; readonly label: string }[];
}

/** All related lists of an object. */
export default class RelatedLists extends LightningElement {
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;
  @api flexipageRegionWidth: string | undefined;
  @api regions: unknown;
  @api properties: unknown;

  @wire(getRelatedListsInfo, { parentObjectApiName: '$objectApiName' })
  info: Provisioned<RelatedListsInfo> | undefined;

  get lists() {
    return (this.info?.data?.relatedLists ?? []).map(({ relatedListId, label }) => ({
      relatedListApiName: relatedListId,
      relatedListLabel: label
    }));
  }

  get problem(): string {
    return this.info?.error === undefined ? '' : messageOf(this.info.error);
  }
}
