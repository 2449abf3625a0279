import type { Connection } from 'jsforce';
import { places, products, type Product } from '../../sample/company/goods.ts';
import { batches, createAll, ensureRecords, quoted, type NewRecord } from '../lib/ensure.ts';
import { record, type Company } from './company.ts';
import type { AssetOf, OrderOf } from './story.ts';

/** Ensures products, their prices and what each place has. @returns how many records were new */
export async function ensureGoods(connection: Connection, company: Company): Promise<number> {
  const goods = await ensureRecords(
    connection,
    { object: 'Product2', keyField: 'StockKeepingUnit' },
    products.map((product) => productRow(company, product))
  );
  company.know('Product2', goods.ids);
  const stock = await ensureRecords(
    connection,
    { object: 'Sample_Stock__c', keyField: 'Sample_Key__c' },
    products.flatMap((product) => stockRows(company, product))
  );
  return goods.created + stock.created + (await ensurePrices(connection, company));
}

/** The standard price book has each product once. */
async function ensurePrices(connection: Connection, company: Company): Promise<number> {
  const { records: books } = await connection.query<{ Id: string }>(
    'SELECT Id FROM Pricebook2 WHERE IsStandard = TRUE LIMIT 1'
  );
  const book = books[0]?.Id;
  if (book === undefined) throw new Error('The org has no standard price book.');
  company.know('Pricebook2', new Map([['standard', book]]));
  const entries = () =>
    connection.query<{ Id: string; Product2: { StockKeepingUnit: string } }>(
      `SELECT Id, Product2.StockKeepingUnit FROM PricebookEntry WHERE Pricebook2Id = ${quoted(book)} AND Product2.StockKeepingUnit IN (${products.map(({ sku }) => quoted(sku)).join(',')})`
    );
  const known = new Set((await entries()).records.map(({ Product2 }) => Product2.StockKeepingUnit));
  const missing = products.filter(({ sku }) => !known.has(sku));
  await createAll(
    connection,
    'PricebookEntry',
    missing.map(({ sku, price }) => ({
      Pricebook2Id: book,
      Product2Id: company.id('Product2', sku),
      UnitPrice: price,
      IsActive: true
    })),
    ({ Product2Id }) => String(Product2Id)
  );
  company.know(
    'PricebookEntry',
    new Map((await entries()).records.map(({ Id, Product2 }) => [Product2.StockKeepingUnit, Id]))
  );
  return missing.length;
}

function productRow(company: Company, { sku, name }: Product): NewRecord {
  return { StockKeepingUnit: sku, ProductCode: sku, Name: company.text(name), IsActive: true };
}

function stockRows(company: Company, product: Product): NewRecord[] {
  return places.map((place, index) =>
    record({
      Sample_Key__c: `${product.sku}|${String(index)}|${place}`,
      Product__c: company.id('Product2', product.sku),
      Place__c: place,
      Quantity__c: product.stock[index] ?? 0,
      Held__c: product.held?.[place],
      Due__c: product.due && company.moments.day(product.due),
      Shelf_Price__c: product.shelf?.[place],
      Blocked__c: product.recalled ?? false
    })
  );
}

/** Ensures orders with their lines, and activates those that are new: lines go in before. @returns how many records were new */
export async function ensureOrders(
  connection: Connection,
  company: Company,
  orders: readonly (OrderOf & { readonly account: string })[]
): Promise<number> {
  const ensured = await ensureRecords(
    connection,
    { object: 'Order', keyField: 'OrderReferenceNumber' },
    orders.map((order) => orderRow(company, order))
  );
  company.know('Order', ensured.ids);
  const lines = await ensureRecords(
    connection,
    { object: 'OrderItem', keyField: 'Sample_Key__c' },
    orders.flatMap((order) => lineRows(company, order))
  );
  await activate(connection, orders);
  return ensured.created + lines.created;
}

function orderRow(company: Company, order: OrderOf & { readonly account: string }): NewRecord {
  const at = company.moments.at(order.at);
  return record({
    OrderReferenceNumber: order.number,
    Name: order.number,
    AccountId: company.id('Account', order.account),
    BillToContactId: company.id('Contact', order.contact),
    Pricebook2Id: company.id('Pricebook2', 'standard'),
    EffectiveDate: company.moments.localDay(order.at),
    Status: 'Draft',
    Yeti_Channel__c: order.channel,
    Description: order.note && company.text(order.note),
    CreatedDate: at
  });
}

function lineRows(company: Company, order: OrderOf): NewRecord[] {
  return order.lines.map(({ sku, quantity, note }) =>
    record({
      Sample_Key__c: `${order.number}|${sku}`,
      OrderId: company.id('Order', order.number),
      PricebookEntryId: company.id('PricebookEntry', sku),
      Product2Id: company.id('Product2', sku),
      Quantity: quantity,
      UnitPrice: products.find((product) => product.sku === sku)?.price ?? 0,
      Description: note && company.text(note)
    })
  );
}

async function activate(connection: Connection, orders: readonly OrderOf[]): Promise<void> {
  for (const batch of batches(orders)) {
    const { records } = await connection.query<{ Id: string }>(
      `SELECT Id FROM Order WHERE Status = 'Draft' AND OrderReferenceNumber IN (${batch.map(({ number }) => quoted(number)).join(',')})`
    );
    if (records.length === 0) continue;
    const results = await connection.sobject('Order').update(
      records.map(({ Id }) => ({ Id, Status: 'Activated' })),
      { allOrNone: true }
    );
    const refused = results.find(({ success }) => !success);
    if (refused !== undefined && !refused.success)
      throw new Error(`An order could not be activated: ${refused.errors.map(({ message }) => message).join('; ')}`);
  }
}

export function assetRow(company: Company, asset: AssetOf & { readonly account: string }): NewRecord {
  const product = products.find(({ sku }) => sku === asset.sku);
  return record({
    SerialNumber: asset.serial,
    Name: company.text(product?.name ?? asset.sku),
    AccountId: company.id('Account', asset.account),
    ContactId: company.id('Contact', asset.contact),
    Product2Id: company.id('Product2', asset.sku),
    Status: 'Purchased',
    Quantity: 1,
    Price: product?.price,
    PurchaseDate: company.moments.day(asset.bought),
    UsageEndDate: company.moments.day(asset.warrantyUntil)
  });
}
