import { apex } from '../runtime/transaction.ts';

/** A label in the running user's language, by its key in the schema's translation tables; undefined if not translated. */
export function translated(key: string): string | undefined {
  const { org, transaction } = apex();
  const tables = org.schema.translations;
  const table = tables.get(transaction.language) ?? tables.get(transaction.language.split('_')[0] ?? '');
  return table?.get(key.toLowerCase());
}
