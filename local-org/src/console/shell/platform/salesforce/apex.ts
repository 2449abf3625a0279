import { refreshWired } from '../console/wire.ts';

/** Runs a wired Apex method again. Resolves when the component has the answer. */
export function refreshApex(wiredValue: unknown): Promise<void> {
  return refreshWired(wiredValue);
}

/** A field's value of a record that Apex returned, also through a parent. */
export function getSObjectValue(record: unknown, field: string | { readonly fieldApiName: string }): unknown {
  const path = typeof field === 'string' ? field.split('.').slice(1) : field.fieldApiName.split('.');
  return path.reduce<unknown>(
    (value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined),
    record
  );
}
