import { LightningElement, api } from 'lwc';
import type { FilterChoice, Scope } from 'c/yetiTimelineModel';
import labelChannel from '@salesforce/label/c.Yeti_Channel';
import labelClear from '@salesforce/label/c.Yeti_Clear_Filters';
import labelDirection from '@salesforce/label/c.Yeti_Direction';
import labelRefresh from '@salesforce/label/c.Yeti_Refresh';
import labelScope from '@salesforce/label/c.Yeti_Scope';
import labelScopeCase from '@salesforce/label/c.Yeti_Scope_Case';
import labelScopeCustomer from '@salesforce/label/c.Yeti_Scope_Customer';
import labelTimeline from '@salesforce/label/c.Yeti_Timeline';

/** Heading, scope, filters and refresh of a timeline. Fires `scope`, `channels`, `directions`, `clear`, `refresh`. */
export default class YetiTimelineHeader extends LightningElement {
  /** The chosen scope; undefined where there is nothing to choose. */
  @api scope: Scope | undefined;
  @api channelChoices: readonly FilterChoice[] = [];
  @api directionChoices: readonly FilterChoice[] = [];
  @api channels: readonly string[] = [];
  @api directions: readonly string[] = [];
  @api busy = false;

  readonly label = {
    channel: labelChannel,
    clear: labelClear,
    direction: labelDirection,
    refresh: labelRefresh,
    scope: labelScope,
    timeline: labelTimeline
  };
  readonly scopes: readonly { label: string; value: Scope }[] = [
    { label: labelScopeCase, value: 'case' },
    { label: labelScopeCustomer, value: 'customer' }
  ];

  get isFiltered(): boolean {
    return this.channels.length > 0 || this.directions.length > 0;
  }

  /** Puts the focus on refresh, which is always there. */
  @api focus(): void {
    this.template?.querySelector<HTMLElement>('[data-refresh]')?.focus();
  }

  handleScope(event: CustomEvent<{ value: Scope }>): void {
    this.dispatchEvent(new CustomEvent<Scope>('scope', { detail: event.detail.value }));
  }

  handleChannels(event: CustomEvent<readonly string[]>): void {
    this.dispatchEvent(new CustomEvent<readonly string[]>('channels', { detail: event.detail }));
  }

  handleDirections(event: CustomEvent<readonly string[]>): void {
    this.dispatchEvent(new CustomEvent<readonly string[]>('directions', { detail: event.detail }));
  }

  handleClear(): void {
    this.dispatchEvent(new CustomEvent('clear'));
  }

  handleRefresh(): void {
    this.dispatchEvent(new CustomEvent('refresh'));
  }
}
