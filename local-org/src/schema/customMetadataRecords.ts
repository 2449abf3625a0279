import type { Row } from '../row.ts';
import { Draft, Source } from './draft.ts';
import { readers } from './readers.ts';
import type { MetadataFile, Schema } from './types.ts';
import { parseXml } from './xml.ts';

/**
 * The custom metadata records among deployed files as rows of their types.
 * The files must belong to the schema: what `buildSchema` refused is not checked again.
 */
export function customMetadataRecords(files: readonly MetadataFile[], schema: Schema): Row[] {
  const draft = new Draft();
  for (const object of schema.objects()) {
    if (object.kind !== 'customMetadata') continue;
    draft.objects.set(object.name, {
      ...object,
      fields: new Map(object.fields),
      validationRules: [],
      recordTypes: [],
      compactLayouts: [],
      listViews: []
    });
  }
  const reader = readers.get('CustomMetadata');
  for (const file of files) {
    if (file.type !== 'CustomMetadata') continue;
    reader?.read(parseXml(new TextDecoder().decode(file.content)), new Source(file, draft));
  }
  draft.runChecks();
  return draft.customMetadata.map(({ type, name, label, values }) => ({
    type,
    values: {
      DeveloperName: name,
      MasterLabel: label,
      Label: label,
      QualifiedApiName: name,
      NamespacePrefix: null,
      Language: 'en_US',
      ...values
    }
  }));
}
