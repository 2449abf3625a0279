// What the org sends of orders and stock. Empty values are null or missing.

/** One product of an order. */
export interface OrderLine {
  readonly id: string;
  readonly productId?: string | null;
  readonly product?: string | null;
  readonly code?: string | null;
  readonly quantity?: number | null;
  readonly unitPrice?: number | null;
  readonly listPrice?: number | null;
}

export interface Order {
  readonly id: string;
  readonly orderNumber?: string | null;
  readonly name?: string | null;
  readonly orderedAt?: string | null;
  readonly status?: string | null;
  readonly channel?: string | null;
  readonly lines: readonly OrderLine[];
}

export interface OwnedProduct {
  readonly id: string;
  readonly name?: string | null;
  readonly serialNumber?: string | null;
  readonly boughtOn?: string | null;
  readonly warrantyUntil?: string | null;
}

export interface Purchases {
  readonly accessible: boolean;
  readonly orders: readonly Order[];
  readonly hasMoreOrders: boolean;
  readonly owned: readonly OwnedProduct[];
}

/** How much of a product a place has. */
export interface Stock {
  readonly productId: string;
  readonly place?: string | null;
  readonly available?: number | null;
  readonly held?: number | null;
  readonly due?: string | null;
  readonly blocked?: boolean | null;
  readonly price?: number | null;
}

export interface StockAnswer {
  readonly configured: boolean;
  readonly stock: readonly Stock[];
}

/** A product that costs something else on a shelf than on the web. */
export interface PriceDifference {
  readonly web: number;
  readonly shelf: number;
  readonly place: string;
}

/** The stock of one product, those places first that have some. */
export function stockOf(answer: StockAnswer, productId: string | null | undefined): readonly Stock[] {
  const ofProduct = answer.stock.filter((stock) => stock.productId === productId);
  return ofProduct.sort((one, other) => (other.available ?? 0) - (one.available ?? 0));
}

/** Where the shelf asks another price than the web: once for each place. */
export function priceDifferences(line: OrderLine, stock: readonly Stock[]): readonly PriceDifference[] {
  const web = line.listPrice ?? line.unitPrice;
  if (web === null || web === undefined) return [];
  return stock.flatMap(({ price, place }) => {
    if (typeof price !== 'number' || price === web) return [];
    return [{ web, shelf: price, place: place ?? '' }];
  });
}
