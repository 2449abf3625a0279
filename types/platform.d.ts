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

declare module 'lightning/navigation' {
  import type { LightningElement } from 'lwc';

  interface RecordPage {
    type: 'standard__recordPage';
    attributes: { recordId: string; objectApiName?: string; actionName: 'view' };
  }
  interface Navigating {
    [NavigationMixin.Navigate](page: RecordPage): void;
    [NavigationMixin.GenerateUrl](page: RecordPage): Promise<string>;
  }
  export const NavigationMixin: {
    (
      base: typeof LightningElement
    ): Pick<typeof LightningElement, keyof typeof LightningElement> & (new () => LightningElement & Navigating);
    readonly Navigate: unique symbol;
    readonly GenerateUrl: unique symbol;
  };
}
