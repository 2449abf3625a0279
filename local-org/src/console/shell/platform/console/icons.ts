import { app } from './desk.ts';

const STANDARD: Readonly<Record<string, string>> = {
  Account: 'account',
  Asset: 'asset_object',
  Case: 'case',
  Contact: 'contact',
  EmailMessage: 'email',
  Event: 'event',
  Group: 'groups',
  Order: 'orders',
  OrderItem: 'order_item',
  Pricebook2: 'pricebook',
  Product2: 'product',
  Task: 'task',
  User: 'user'
};

/** The icon of an object: the platform's, that of its tab in the app, or a plain record. */
export function iconOf(object: string | undefined): string {
  const standard = object && STANDARD[object];
  if (standard) return `standard:${standard}`;
  return app?.tabs.find((item) => item.object === object)?.icon ?? 'standard:record';
}
