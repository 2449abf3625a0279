import { LightningElement, api } from 'lwc';
import { format, messageOf, plural } from 'c/yetiMessages';
import {
  priceDifferences,
  stockOf,
  type OrderLine,
  type PriceDifference,
  type Stock,
  type StockAnswer
} from 'c/yetiStockModel';
import getOrder from '@salesforce/apex/YetiOrdersController.getOrder';
import getStock from '@salesforce/apex/YetiOrdersController.getStock';
import currency from '@salesforce/i18n/currency';
import language from '@salesforce/i18n/lang';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';
import labelAvailable from '@salesforce/label/c.Yeti_Stock_Available';
import labelBlocked from '@salesforce/label/c.Yeti_Stock_Blocked';
import labelDue from '@salesforce/label/c.Yeti_Stock_Due';
import labelHeld from '@salesforce/label/c.Yeti_Stock_Held';
import labelLines from '@salesforce/label/c.Yeti_Order_Lines';
import labelLoading from '@salesforce/label/c.Yeti_Loading';
import labelNoLines from '@salesforce/label/c.Yeti_Order_No_Lines';
import labelNoProvider from '@salesforce/label/c.Yeti_Stock_No_Provider';
import labelNoStock from '@salesforce/label/c.Yeti_Stock_None';
import labelNotAnswering from '@salesforce/label/c.Yeti_Stock_Not_Answering';
import labelPrice from '@salesforce/label/c.Yeti_Order_Price';
import labelPriceDiffers from '@salesforce/label/c.Yeti_Price_Differs';
import labelProduct from '@salesforce/label/c.Yeti_Order_Product';
import labelQuantity from '@salesforce/label/c.Yeti_Order_Quantity';
import labelRetry from '@salesforce/label/c.Yeti_Retry';
import labelStock from '@salesforce/label/c.Yeti_Stock';
import labelSumFew from '@salesforce/label/c.Yeti_Stock_Sum_Few';
import labelSumMany from '@salesforce/label/c.Yeti_Stock_Sum_Many';
import labelSumOne from '@salesforce/label/c.Yeti_Stock_Sum_One';
import labelSumOther from '@salesforce/label/c.Yeti_Stock_Sum_Other';

/** A stock system that says nothing for so long does not answer. */
const PATIENCE = 10_000;
const sumForms = { one: labelSumOne, few: labelSumFew, many: labelSumMany, other: labelSumOther };
const numbers = new Intl.NumberFormat(locale);
const prices = new Intl.NumberFormat(locale, { style: 'currency', currency });
const timeFormat = new Intl.DateTimeFormat(locale, { timeZone, timeStyle: 'short' });
const dateFormat = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'medium' });

interface ShownLine extends OrderLine {
  readonly quantityText: string;
  readonly priceText: string;
  /** Of several places together; undefined where one line says it all. */
  readonly stockSum: string | undefined;
  readonly stockTexts: readonly string[];
  readonly differences: readonly string[];
}

/**
 * The lines of an order with what is in stock. The lines are given, or read by the order's Id; stock is a question of
 * its own that may fail without taking the lines with it.
 */
export default class YetiOrderLines extends LightningElement {
  /** The order, where its lines are not given. */
  @api orderId: string | undefined;
  @api lines: readonly OrderLine[] | undefined;

  readonly label = {
    lines: labelLines,
    loading: labelLoading,
    noLines: labelNoLines,
    noProvider: labelNoProvider,
    price: labelPrice,
    product: labelProduct,
    quantity: labelQuantity,
    retry: labelRetry,
    stock: labelStock
  };
  isLoading = true;
  isAsking = false;
  errorText: string | undefined;
  loaded: readonly OrderLine[] = [];
  stock: StockAnswer | undefined;
  /** Since when the stock system does not answer. */
  silentSince: Date | undefined;
  stockError = '';

  override connectedCallback(): void {
    this.load();
  }

  get hasLines(): boolean {
    return this.loaded.length > 0;
  }

  get hasStock(): boolean {
    return this.stock?.configured === true;
  }

  get lacksProvider(): boolean {
    return this.stock?.configured === false;
  }

  get notAnswering(): string | undefined {
    return this.silentSince && format(labelNotAnswering, timeFormat.format(this.silentSince));
  }

  get shown(): readonly ShownLine[] {
    return this.loaded.map((line) => {
      const stock = this.stock ? stockOf(this.stock, line.productId) : [];
      return {
        ...line,
        quantityText: numbers.format(line.quantity ?? 0),
        priceText: priceText(line.unitPrice),
        stockSum: stock.length > 1 ? sumText(stock) : undefined,
        stockTexts: stock.length > 0 ? stock.map(stockText) : [labelNoStock],
        differences: priceDifferences(line, stock).map(differenceText)
      };
    });
  }

  handleRetry(): void {
    this.askStock();
  }

  private async load(): Promise<void> {
    try {
      this.loaded = this.lines ?? (await getOrder({ orderId: this.orderId ?? '' }))?.lines ?? [];
    } catch (error) {
      this.errorText = messageOf(error);
    } finally {
      this.isLoading = false;
    }
    if (this.hasLines) this.askStock();
  }

  private async askStock(): Promise<void> {
    const productIds = [...new Set(this.loaded.flatMap(({ productId }) => (productId ? [productId] : [])))];
    this.isAsking = true;
    try {
      this.stock = await inTime(getStock({ productIds }));
      this.silentSince = undefined;
    } catch (error) {
      this.silentSince ??= new Date();
      this.stockError = messageOf(error);
    } finally {
      this.isAsking = false;
    }
  }
}

/** The answer, or a failure where it takes too long. */
async function inTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<never>((_, reject) => {
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- a time-out is what this is for; it is cleared with the answer
    timer = setTimeout(() => reject(new Error()), PATIENCE);
  });
  return Promise.race([answer, patience]).finally(() => clearTimeout(timer));
}

function priceText(price: number | null | undefined): string {
  return typeof price === 'number' ? prices.format(price) : '';
}

function stockText({ place, available, held, due, blocked }: Stock): string {
  const parts = [
    blocked === true ? labelBlocked : format(labelAvailable, numbers.format(available ?? 0)),
    held ? format(labelHeld, numbers.format(held)) : '',
    due ? format(labelDue, dateFormat.format(new Date(due))) : ''
  ];
  return [place, parts.filter(Boolean).join(', ')].filter(Boolean).join(' ');
}

/** "23 in 6 places"; where nobody has any: that, and when there is more. */
function sumText(stock: readonly Stock[]): string {
  const sellable = stock.filter(({ blocked }) => blocked !== true);
  const places = sellable.filter(({ available }) => (available ?? 0) > 0);
  if (places.length > 0) {
    const sum = places.reduce((total, { available }) => total + (available ?? 0), 0);
    return format(plural(language, places.length, sumForms), numbers.format(sum), numbers.format(places.length));
  }
  const [due] = sellable.flatMap(({ due: day }) => (day ? [day] : [])).sort();
  return sellable.length === 0 ? labelBlocked : stockText({ productId: '', available: 0, due: due ?? null });
}

function differenceText({ web, shelf, place }: PriceDifference): string {
  return format(labelPriceDiffers, prices.format(web), prices.format(shelf), place);
}
