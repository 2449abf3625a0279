import { format, plural } from 'c/yetiMessages';
import language from '@salesforce/i18n/lang';
import locale from '@salesforce/i18n/locale';
import labelFew from '@salesforce/label/c.Yeti_Arrived_Few';
import labelMany from '@salesforce/label/c.Yeti_Arrived_Many';
import labelNone from '@salesforce/label/c.Yeti_Arrived_None';
import labelOne from '@salesforce/label/c.Yeti_Arrived_One';
import labelOther from '@salesforce/label/c.Yeti_Arrived_Other';

const forms = { one: labelOne, few: labelFew, many: labelMany, other: labelOther };
const numbers = new Intl.NumberFormat(locale);

/** "3 new items", or that nothing is new. */
export function arrivedText(count: number): string {
  return count === 0 ? labelNone : format(plural(language, count, forms), numbers.format(count));
}
