// What the platform provides to components, as far as it is used here.

declare module '@salesforce/label/*' {
  const label: string;
  export default label;
}

declare module '@salesforce/i18n/lang' {
  /** Language of the words, e.g. `pl` or `en-US`. */
  const lang: string;
  export default lang;
}

declare module '@salesforce/i18n/currency' {
  /** The user's currency, e.g. `PLN`. */
  const currency: string;
  export default currency;
}

declare module '@salesforce/i18n/locale' {
  /** Locale of dates and numbers, e.g. `pl-PL`. */
  const locale: string;
  export default locale;
}

declare module '@salesforce/i18n/timeZone' {
  /** The user's time zone, e.g. `Europe/Warsaw`. */
  const timeZone: string;
  export default timeZone;
}

declare module '@salesforce/user/Id' {
  /** The signed-in user. */
  const userId: string;
  export default userId;
}

declare module 'lightning/navigation' {
  import type { LightningElement } from 'lwc';

  interface RecordPage {
    type: 'standard__recordPage';
    attributes: { recordId: string; objectApiName?: string; actionName: 'view' };
  }
  interface QuickAction {
    type: 'standard__quickAction';
    attributes: { apiName: string };
    state: { recordId: string; defaultFieldValues: string };
  }
  interface Navigating {
    [NavigationMixin.Navigate](page: RecordPage | QuickAction): void;
    [NavigationMixin.GenerateUrl](page: RecordPage): Promise<string>;
  }
  export const NavigationMixin: {
    <Instance extends LightningElement>(
      base: abstract new () => Instance
    ): Pick<typeof LightningElement, keyof typeof LightningElement> & (new () => Instance & Navigating);
    readonly Navigate: unique symbol;
    readonly GenerateUrl: unique symbol;
  };
}

declare module '@salesforce/customPermission/*' {
  /** True where the user has the permission, else undefined. */
  const granted: true | undefined;
  export default granted;
}

declare module 'lightning/refresh' {
  import type { LightningElement } from 'lwc';
  /** Fired by who changed data: everything that shows it loads anew. */
  export class RefreshEvent extends CustomEvent<undefined> {
    constructor();
  }
  export function registerRefreshHandler(element: LightningElement, handler: () => Promise<unknown>): string;
  export function unregisterRefreshHandler(handle: string): void;
}

declare module 'lightning/empApi' {
  /** What `subscribe` gives and `unsubscribe` takes. */
  export interface Subscription {
    readonly id?: string;
    readonly channel: string;
  }
  export function isEmpEnabled(): Promise<boolean>;
  export function subscribe(
    channel: string,
    replayId: number,
    onMessage: (message: { readonly data: { readonly payload: Readonly<Record<string, unknown>> } }) => void
  ): Promise<Subscription>;
  export function unsubscribe(subscription: Subscription, onAnswer: () => void): Promise<unknown>;
}

declare module 'lightning/pageReferenceUtils' {
  /** Default values of a record's fields, as a page reference takes them. */
  export function encodeDefaultFieldValues(values: Readonly<Record<string, unknown>>): string;
}
