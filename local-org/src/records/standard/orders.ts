import type { Org } from '../../org.ts';
import type { Row } from '../../row.ts';
import { readTexts, type Behaviour } from './behaviour.ts';

/** A new order has no products yet. */
export const orderBehaviour: Behaviour = {
  derive({ operation }, drafts) {
    if (operation !== 'insert') return;
    for (const { row } of drafts) row.values['TotalAmount'] = 0;
  }
};

/** An order's product is that of its price book entry; the order knows what its products cost. */
export const orderItemBehaviour: Behaviour = {
  derive(chunk, drafts) {
    if (chunk.operation !== 'insert') return;
    const entries = drafts.map(({ row }) => row.values['PricebookEntryId'] ?? null);
    const products = readTexts(chunk, 'PricebookEntry', 'Product2Id', entries);
    for (const { row } of drafts)
      row.values['Product2Id'] ??= products.get(String(row.values['PricebookEntryId'])) ?? null;
  },
  follow: ({ org }, drafts) => {
    addUp(
      org,
      drafts.map(({ row }) => row)
    );
  },
  moved: addUp
};

function addUp({ store }: Org, items: readonly Row[]): void {
  const orders = JSON.stringify([...new Set(items.map(({ values }) => values['OrderId']))]);
  store.run(
    `UPDATE "Order" SET "TotalAmount" = (SELECT ROUND(COALESCE(SUM("UnitPrice" * "Quantity"), 0), 2) FROM "OrderItem"
     WHERE "OrderItem"."OrderId" = "Order"."Id" AND "OrderItem"."IsDeleted" = 0) WHERE "Id" IN (SELECT value FROM json_each(?))`,
    [orders]
  );
}
