import { customMetadataRecords, type MetadataFile, type Schema } from '../schema/index.ts';
import { quoted, type Store } from '../store/index.ts';
import { type Author, SetupRows } from './setupRows.ts';

/** Makes the rows of custom metadata types follow the records among the deployed files. */
export function syncCustomMetadata(store: Store, schema: Schema, files: readonly MetadataFile[], author: Author): void {
  const records = customMetadataRecords(files, schema).map(({ type, values: { DeveloperName: name, ...values } }) => ({
    type,
    name: String(name),
    values
  }));
  const rows = new SetupRows(store, schema, author);
  const kept = new Set(records.map(({ type, name }) => `${type}.${name}`));
  for (const object of schema.objects()) {
    if (object.kind !== 'customMetadata') continue;
    for (const { DeveloperName: name } of store.all(`SELECT "DeveloperName" FROM ${quoted(object.name)}`)) {
      if (!kept.has(`${object.name}.${String(name)}`)) rows.remove(object.name, { DeveloperName: String(name) });
    }
  }
  for (const { type, name, values } of records) rows.put(type, { DeveloperName: name }, values);
}
