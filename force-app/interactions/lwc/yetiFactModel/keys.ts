import labelAccount from '@salesforce/label/c.Yeti_Fact_Account';
import labelAmount from '@salesforce/label/c.Yeti_Fact_Amount';
import labelBalance from '@salesforce/label/c.Yeti_Fact_Balance';
import labelCallbackAt from '@salesforce/label/c.Yeti_Fact_CallbackAt';
import labelDate from '@salesforce/label/c.Yeti_Fact_Date';
import labelDiscountByEmail from '@salesforce/label/c.Yeti_Fact_DiscountByEmail';
import labelDiscountBySms from '@salesforce/label/c.Yeti_Fact_DiscountBySms';
import labelEmail from '@salesforce/label/c.Yeti_Fact_Email';
import labelIntent from '@salesforce/label/c.Yeti_Fact_Intent';
import labelLanguage from '@salesforce/label/c.Yeti_Fact_Language';
import labelNip from '@salesforce/label/c.Yeti_Masked_Nip';
import labelOrderNumber from '@salesforce/label/c.Yeti_Fact_OrderNumber';
import labelPesel from '@salesforce/label/c.Yeti_Masked_Pesel';
import labelPhone from '@salesforce/label/c.Yeti_Fact_Phone';
import labelProduct from '@salesforce/label/c.Yeti_Fact_Product';
import labelReturnedAt from '@salesforce/label/c.Yeti_Fact_ReturnedAt';
import labelReturnReason from '@salesforce/label/c.Yeti_Fact_ReturnReason';
import labelSerialNumber from '@salesforce/label/c.Yeti_Fact_SerialNumber';
import labelShelfPrice from '@salesforce/label/c.Yeti_Fact_ShelfPrice';
import labelSize from '@salesforce/label/c.Yeti_Fact_Size';
import labelWebPrice from '@salesforce/label/c.Yeti_Fact_WebPrice';

/** What the keys of facts are called, those agents keep most often first. */
const labels: ReadonlyMap<string, string> = new Map([
  ['orderNumber', labelOrderNumber],
  ['product', labelProduct],
  ['serialNumber', labelSerialNumber],
  ['size', labelSize],
  ['amount', labelAmount],
  ['date', labelDate],
  ['phone', labelPhone],
  ['email', labelEmail],
  ['account', labelAccount],
  ['intent', labelIntent],
  ['returnReason', labelReturnReason],
  ['returnedAt', labelReturnedAt],
  ['callbackAt', labelCallbackAt],
  ['balance', labelBalance],
  ['webPrice', labelWebPrice],
  ['shelfPrice', labelShelfPrice],
  ['discountBySms', labelDiscountBySms],
  ['discountByEmail', labelDiscountByEmail],
  ['language', labelLanguage],
  ['pesel', labelPesel],
  ['nip', labelNip]
]);

/** Keys an agent chooses from. */
export const keyChoices: readonly { readonly value: string; readonly label: string }[] = Array.from(
  labels,
  ([value, label]) => ({ value, label })
);

/** What a key is called: its label, or the words it was made of, such as "Shoe size" of `shoeSize`. */
export function keyLabel(key: string): string {
  const label = labels.get(key);
  if (label !== undefined) return label;
  const words = key.replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
