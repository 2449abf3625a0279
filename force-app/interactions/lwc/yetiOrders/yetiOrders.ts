import { NavigationMixin } from 'lightning/navigation';
import { format } from 'c/yetiMessages';
import YetiRecordPart from 'c/yetiRecordPart';
import type { Order, OwnedProduct, Purchases } from 'c/yetiStockModel';
import getPurchases from '@salesforce/apex/YetiOrdersController.getPurchases';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';
import labelErrorTitle from '@salesforce/label/c.Yeti_Error_Title';
import labelHeading from '@salesforce/label/c.Yeti_Orders_Heading';
import labelHeadingCount from '@salesforce/label/c.Yeti_Orders_Heading_Count';
import labelMoreOrders from '@salesforce/label/c.Yeti_Orders_More';
import labelNoAccessText from '@salesforce/label/c.Yeti_No_Access_Text';
import labelNoAccessTitle from '@salesforce/label/c.Yeti_No_Access_Title';
import labelNone from '@salesforce/label/c.Yeti_Orders_None';
import labelOpenRecord from '@salesforce/label/c.Yeti_Open_Record';
import labelOwned from '@salesforce/label/c.Yeti_Owned';
import labelRetry from '@salesforce/label/c.Yeti_Retry';
import labelWarrantyOver from '@salesforce/label/c.Yeti_Warranty_Over';
import labelWarrantyUntil from '@salesforce/label/c.Yeti_Warranty_Until';

const momentFormat = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium' });
const dateFormat = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'medium' });

interface ShownOrder extends Order {
  readonly heading: string;
  readonly facts: string;
  readonly isOpen: boolean;
  readonly expanded: string;
  readonly icon: string;
}

/** What the customer ordered and owns. An order opens to its lines with what is in stock. */
export default class YetiOrders extends NavigationMixin(YetiRecordPart<Purchases>) {
  readonly label = {
    more: labelMoreOrders,
    noAccessText: labelNoAccessText,
    noAccessTitle: labelNoAccessTitle,
    none: labelNone,
    openRecord: labelOpenRecord,
    owned: labelOwned,
    retry: labelRetry,
    errorTitle: labelErrorTitle
  };
  purchases: Purchases | undefined;
  openIds: ReadonlySet<string> = new Set();

  get heading(): string {
    const count = this.purchases ? this.purchases.orders.length + this.purchases.owned.length : 0;
    return count > 0 ? format(labelHeadingCount, labelHeading, String(count)) : labelHeading;
  }

  get isLoading(): boolean {
    return this.purchases === undefined && this.errorText === '';
  }

  get isRefused(): boolean {
    return this.purchases?.accessible === false;
  }

  get isEmpty(): boolean {
    return this.purchases?.orders.length === 0 && this.purchases.owned.length === 0;
  }

  get orders(): readonly ShownOrder[] {
    return (this.purchases?.orders ?? []).map((order) => {
      const isOpen = this.openIds.has(order.id);
      const orderedAt = order.orderedAt ? momentFormat.format(new Date(order.orderedAt)) : '';
      return {
        ...order,
        heading: order.name ?? order.orderNumber ?? '',
        facts: [orderedAt, order.channel, order.status].filter(Boolean).join(' · '),
        isOpen,
        expanded: String(isOpen),
        icon: isOpen ? 'utility:chevrondown' : 'utility:chevronright'
      };
    });
  }

  get owned(): readonly (OwnedProduct & { readonly facts: string })[] {
    return (this.purchases?.owned ?? []).map((product) => ({
      ...product,
      facts: [product.serialNumber, warrantyText(product.warrantyUntil)].filter(Boolean).join(' · ')
    }));
  }

  get ownsProducts(): boolean {
    return this.owned.length > 0;
  }

  handleToggle(event: Event): void {
    const id = event.currentTarget instanceof HTMLElement ? (event.currentTarget.dataset.order ?? '') : '';
    const openIds = new Set(this.openIds);
    if (!openIds.delete(id)) openIds.add(id);
    this.openIds = openIds;
  }

  handleOpenRecord(event: Event): void {
    const recordId = event.currentTarget instanceof HTMLElement ? (event.currentTarget.dataset.id ?? '') : '';
    this[NavigationMixin.Navigate]({ type: 'standard__recordPage', attributes: { recordId, actionName: 'view' } });
  }

  /** What is shown stays until the answer is there. */
  protected override ask(recordId: string): Promise<Purchases> {
    return getPurchases({ recordId });
  }

  protected override show(answer: Purchases): void {
    this.purchases = answer;
  }
}

/** A warranty holds through its last day. */
function warrantyText(until: string | null | undefined): string {
  if (!until) return '';
  const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date());
  return format(until >= today ? labelWarrantyUntil : labelWarrantyOver, dateFormat.format(new Date(until)));
}
