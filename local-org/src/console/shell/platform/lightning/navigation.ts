import type { LightningElement } from 'lwc';
import { addressOf, type PageReference } from '../console/pages.ts';
import { NAVIGATE_EVENT, workspace } from '../console/desk.ts';
import { pageContext } from '../console/enclosure.ts';
import { openQuickAction } from '../console/quickActions.ts';

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

/** Gives a component `this[NavigationMixin.Navigate](page)` and `this[NavigationMixin.GenerateUrl](page)`. */
export const NavigationMixin = Object.assign(
  (base: typeof LightningElement) =>
    class extends base {
      [Navigate](page: PageReference, replace = false): void {
        navigate(this, page, replace);
      }

      async [GenerateUrl](page: PageReference): Promise<string> {
        return addressOf(page);
      }
    },
  { Navigate, GenerateUrl }
);

/** Wire: the page of the tab a component is in. */
export const CurrentPageReference = pageContext((enclosure) => enclosure.page);

/** Goes to a page as seen from an element of the console: the tab around it decides where the page opens. */
export function navigate(from: EventTarget, page: PageReference, replace = false): void {
  if (page.type === 'standard__quickAction') {
    openQuickAction(page);
    return;
  }
  const address = addressOf(page);
  if (page.type === 'standard__webPage') {
    window.open(address, '_blank', 'noopener');
    return;
  }
  const event = new CustomEvent(NAVIGATE_EVENT, {
    detail: { page, replace },
    bubbles: true,
    composed: true,
    cancelable: true
  });
  const unheard = from.dispatchEvent(event);
  if (unheard) workspace.navigate(page, undefined, replace);
}
