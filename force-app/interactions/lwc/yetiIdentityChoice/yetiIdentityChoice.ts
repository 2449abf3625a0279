import { LightningElement, api } from 'lwc';
import type { Candidate } from '@salesforce/apex/YetiIdentityController.getState';
import { format, plural } from 'c/yetiMessages';
import language from '@salesforce/i18n/lang';
import locale from '@salesforce/i18n/locale';
import labelFew from '@salesforce/label/c.Yeti_Identity_Candidates_Few';
import labelHidden from '@salesforce/label/c.Yeti_Identity_Hidden';
import labelLink from '@salesforce/label/c.Yeti_Identity_Link';
import labelLinkTo from '@salesforce/label/c.Yeti_Identity_Link_To';
import labelMany from '@salesforce/label/c.Yeti_Identity_Candidates_Many';
import labelOne from '@salesforce/label/c.Yeti_Identity_Candidates_One';
import labelOther from '@salesforce/label/c.Yeti_Identity_Candidates_Other';

const forms = { one: labelOne, few: labelFew, many: labelMany, other: labelOther };
const numbers = new Intl.NumberFormat(locale);

interface Row extends Candidate {
  readonly linkTo: string;
}

/** The customers it could be, each with a button that chooses it. Fires `choose` with the customer. */
export default class YetiIdentityChoice extends LightningElement {
  @api candidates: readonly Candidate[] = [];
  /** How many more it could be whom the user may not see. */
  @api hiddenCandidates = 0;
  /** Whether the user may choose. */
  @api editable = false;

  readonly label = { link: labelLink };

  get heading(): string {
    const count = this.candidates.length + this.hiddenCandidates;
    return format(plural(language, count, forms), numbers.format(count));
  }

  get rows(): readonly Row[] {
    return this.candidates.map((candidate) => ({ ...candidate, linkTo: format(labelLinkTo, candidate.name) }));
  }

  get hiddenText(): string | undefined {
    return this.hiddenCandidates > 0 ? format(labelHidden, numbers.format(this.hiddenCandidates)) : undefined;
  }

  handleChoose(event: Event): void {
    const id = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset.id : undefined;
    const chosen = this.candidates.find((candidate) => candidate.id === id);
    if (chosen) this.dispatchEvent(new CustomEvent<Candidate>('choose', { detail: chosen }));
  }
}
