import { LightningElement } from 'lwc';
import { app } from '../../platform/console/desk.ts';
import { durationText } from '../../platform/console/durations.ts';
import { omni, type OmniState, type Work } from '../../platform/console/omni.ts';
import { presenceOf } from '../../platform/console/presence.ts';
import { text as omniText } from '../../platform/console/texts/omni.ts';
import { text } from '../../platform/console/texts/shell.ts';
import { closeWorkWithTabs } from '../../platform/console/workTabs.ts';

/** The Omni-Channel utility's place in the bar, before the app's own. */
const OMNI = -1;
const NONE = -2;

/** The app's utilities at the bottom: opened once, a utility goes on working while it is minimized. */
export default class UtilityBar extends LightningElement {
  readonly labels = { bar: text('utilityBar'), minimize: text('minimize') };
  open = NONE;
  mounted: readonly number[] = [];
  omni: OmniState = omni.state;
  /** What screen readers are told when work comes. */
  announcement = '';
  #stopListening: (() => void) | undefined;

  connectedCallback(): void {
    this.#stopListening = omni.subscribe(() => this.follow());
    omni.follow();
    closeWorkWithTabs();
  }

  disconnectedCallback(): void {
    this.#stopListening?.();
  }

  get items() {
    const own = (app?.utilityItems ?? []).map(
      ({ component, label, icon, width = 340, height = 480, properties }, index) => ({
        ...this.placed(index, 'button', `inline-size: ${width}px; block-size: ${height}px`),
        title: label,
        label,
        icon: icon ?? 'utility:list',
        definition: { identifier: `utility-${index}`, component, properties }
      })
    );
    return this.omni.enabled ? [this.omniItem, ...own] : own;
  }

  handleToggle(event: Event): void {
    const index = Number(event.currentTarget instanceof HTMLElement && event.currentTarget.dataset.index);
    if (index === this.open) this.open = NONE;
    else this.show(index);
  }

  handleKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || this.open === NONE) return;
    this.template?.querySelector<HTMLElement>(`button[data-index="${this.open}"]`)?.focus();
    this.open = NONE;
  }

  /** The record needs the room, unless more work waits. */
  handleAccepted(): void {
    if (waitingIn(this.omni).length === 0) this.open = NONE;
    this.dispatchEvent(new CustomEvent('accepted'));
  }

  private get omniItem() {
    const { label } = presenceOf(this.omni);
    const count = waitingIn(this.omni).length;
    return {
      ...this.placed(OMNI, count > 0 ? 'button button_calling' : 'button', 'inline-size: 340px; block-size: 480px'),
      title: omniText('title'),
      label: count > 0 ? omniText('titleNew', label, count) : omniText('titleStatus', label),
      icon: 'utility:omni_channel',
      definition: undefined
    };
  }

  private placed(index: number, className: string, size: string) {
    const expanded = index === this.open;
    return {
      index,
      size,
      mounted: this.mounted.includes(index),
      expanded: String(expanded),
      panelClass: expanded ? 'panel' : 'panel slds-hide',
      buttonClass: `${className} slds-button${expanded ? ' button_open' : ''}`
    };
  }

  private show(index: number): void {
    this.open = index;
    if (!this.mounted.includes(index)) this.mounted = [...this.mounted, index];
  }

  /** Work that comes shows itself, unless the agent looks at another utility; what was there before, the bar tells of. */
  private follow(): void {
    const { enabled: wasKnown, work } = this.omni;
    const known = new Set(work.map(({ id }) => id));
    this.omni = omni.state;
    const arrived = waitingIn(this.omni).filter(({ id }) => !known.has(id));
    if (arrived.length === 0) return;
    this.announcement = arrived.map(arrivalText).join(' ');
    if (this.open === NONE && wasKnown) this.show(OMNI);
  }
}

function waitingIn({ work }: OmniState): readonly Work[] {
  return work.filter(({ status }) => status === 'Assigned');
}

function arrivalText({ name, pushTimeoutAt }: Work): string {
  if (pushTimeoutAt === null) return omniText('arrived', name);
  return omniText('arrivedWithin', name, durationText(Date.parse(pushTimeoutAt) - omni.now));
}
