import type { ObjectDef, Schema } from '../../schema/index.ts';

/** The platform's icons of standard objects. */
const standardIcons: Readonly<Record<string, string>> = {
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

/** A tab's icon: `Custom57: Building Block` is `custom:custom57`. */
export function iconName(icon: string | undefined): string | undefined {
  const number = /^Custom(\d+)/.exec(icon ?? '')?.[1];
  return number === undefined ? icon : `custom:custom${number}`;
}

/** The icon of an object's records. */
export function objectIcon(schema: Schema, object: ObjectDef): string {
  const standard = standardIcons[object.name];
  if (standard !== undefined) return `standard:${standard}`;
  return iconName(schema.tabs.get(object.name)?.icon) ?? 'standard:record';
}
