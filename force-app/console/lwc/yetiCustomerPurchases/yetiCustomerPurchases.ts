import { LightningElement, api } from 'lwc';
import type { CardProduct, CardValue } from '@salesforce/apex/YetiCustomerCardController.getCard';
import currency from '@salesforce/i18n/currency';
import labelHeading from '@salesforce/label/c.Yeti_Card_Value_Heading';
import labelNone from '@salesforce/label/c.Yeti_Card_Products_None';
import labelOther from '@salesforce/label/c.Yeti_Card_Value_Other';
import labelOver from '@salesforce/label/c.Yeti_Card_Warranty_Over';
import labelProducts from '@salesforce/label/c.Yeti_Card_Products';
import labelShop from '@salesforce/label/c.Yeti_Card_Value_Shop';
import labelUntil from '@salesforce/label/c.Yeti_Card_Warranty_Until';
import labelWeb from '@salesforce/label/c.Yeti_Card_Value_Web';

interface Amount {
  readonly label: string;
  readonly amount: number;
}

interface Row extends CardProduct {
  readonly warranty: string;
}

/** What a customer bought in the last 12 months, on the web and in shops, and what they own. */
export default class YetiCustomerPurchases extends LightningElement {
  /** None where the user may not see orders. */
  @api value: CardValue | null | undefined;
  @api products: readonly CardProduct[] = [];

  readonly label = { heading: labelHeading, none: labelNone, products: labelProducts };
  readonly currency = currency;

  /** Web and shop always, the rest only where there is some. */
  get amounts(): readonly Amount[] {
    if (!this.value) return [];
    const { web, shop, other } = this.value;
    const amounts = [
      { label: labelWeb, amount: web },
      { label: labelShop, amount: shop }
    ];
    return other === 0 ? amounts : [...amounts, { label: labelOther, amount: other }];
  }

  get hasProducts(): boolean {
    return this.products.length > 0;
  }

  get rows(): readonly Row[] {
    return this.products.map((product) => ({ ...product, warranty: product.inWarranty ? labelUntil : labelOver }));
  }
}
