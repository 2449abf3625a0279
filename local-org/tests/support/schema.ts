import { buildSchema, type MetadataFile, type Schema } from '../../src/schema/index.ts';

/** How metadata lies in a package: folder or suffix, type. */
const suffixes: readonly (readonly [RegExp, string])[] = [
  [/^objects\/(.+)\.object$/, 'CustomObject'],
  [/^globalValueSets\/(.+)\.globalValueSet$/, 'GlobalValueSet'],
  [/^standardValueSets\/(.+)\.standardValueSet$/, 'StandardValueSet'],
  [/^standardValueSetTranslations\/(.+)\.standardValueSetTranslation$/, 'StandardValueSetTranslation'],
  [/^customMetadata\/(.+)\.md$/, 'CustomMetadata'],
  [/^labels\/(.+)\.labels$/, 'CustomLabels'],
  [/^translations\/(.+)\.translation$/, 'Translations'],
  [/^objectTranslations\/(.+)\.objectTranslation$/, 'CustomObjectTranslation'],
  [/^globalValueSetTranslations\/(.+)\.globalValueSetTranslation$/, 'GlobalValueSetTranslation'],
  [/^permissionsets\/(.+)\.permissionset$/, 'PermissionSet'],
  [/^permissionsetgroups\/(.+)\.permissionsetgroup$/, 'PermissionSetGroup'],
  [/^customPermissions\/(.+)\.customPermission$/, 'CustomPermission'],
  [/^profiles\/(.+)\.profile$/, 'Profile'],
  [/^tabs\/(.+)\.tab$/, 'CustomTab'],
  [/^applications\/(.+)\.app$/, 'CustomApplication'],
  [/^flexipages\/(.+)\.flexipage$/, 'FlexiPage'],
  [/^layouts\/(.+)\.layout$/, 'Layout'],
  [/^queues\/(.+)\.queue$/, 'Queue'],
  [/^messageChannels\/(.+)\.messageChannel$/, 'LightningMessageChannel'],
  [/^staticresources\/(.+)\.resource(?:-meta\.xml)?$/, 'StaticResource'],
  [/^classes\/(.+)\.cls(?:-meta\.xml)?$/, 'ApexClass'],
  [/^triggers\/(.+)\.trigger(?:-meta\.xml)?$/, 'ApexTrigger'],
  [/^lwc\/([^/]+)\/.+$/, 'LightningComponentBundle']
];

/** A metadata file from its path and text: `metadataFile('objects/Thing__c.object', '<CustomObject>…')`. */
export function metadataFile(file: string, text: string): MetadataFile {
  for (const [pattern, type] of suffixes) {
    const fullName = pattern.exec(file)?.[1];
    if (fullName !== undefined) return { type, fullName, file, content: new TextEncoder().encode(text) };
  }
  throw new Error(`No metadata type is known for ${file}`);
}

/** Metadata files from their texts by path. */
export function metadataFiles(texts: Readonly<Record<string, string>>): MetadataFile[] {
  return Object.entries(texts).map(([file, text]) => metadataFile(file, text));
}

/** The schema of such files. @throws Error naming the problems, if there are any */
export function schemaOf(texts: Readonly<Record<string, string>>): Schema {
  const built = buildSchema(metadataFiles(texts));
  if ('schema' in built) return built.schema;
  const list = built.problems.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
  throw new Error(`The test's metadata has faults:\n${list.join('\n')}`);
}

const field = (name: string, type: string, more = ''): string =>
  `<fields><fullName>${name}</fullName><label>${name.replace(/__c$/, '')}</label><type>${type}</type>${more}</fields>`;

const picklistOf = (values: readonly string[]): string =>
  `<valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted>${values
    .map((value) => `<value><fullName>${value}</fullName><default>false</default></value>`)
    .join('')}</valueSetDefinition></valueSet>`;

/** Texts of custom fields for tests: `fields.text('Code__c', 20)`. `more` holds further elements. */
export const fields = {
  text: (name: string, length = 255, more = '') => field(name, 'Text', `<length>${length}</length>${more}`),
  longText: (name: string, length = 32768, more = '') =>
    field(name, 'LongTextArea', `<length>${length}</length><visibleLines>3</visibleLines>${more}`),
  number: (name: string, precision = 18, scale = 0, more = '') =>
    field(name, 'Number', `<precision>${precision}</precision><scale>${scale}</scale>${more}`),
  currency: (name: string, more = '') => field(name, 'Currency', `<precision>18</precision><scale>2</scale>${more}`),
  percent: (name: string, more = '') => field(name, 'Percent', `<precision>18</precision><scale>2</scale>${more}`),
  checkbox: (name: string, value = false, more = '') =>
    field(name, 'Checkbox', `<defaultValue>${value}</defaultValue>${more}`),
  date: (name: string, more = '') => field(name, 'Date', more),
  datetime: (name: string, more = '') => field(name, 'DateTime', more),
  time: (name: string, more = '') => field(name, 'Time', more),
  email: (name: string, more = '') => field(name, 'Email', more),
  phone: (name: string, more = '') => field(name, 'Phone', more),
  url: (name: string, more = '') => field(name, 'Url', more),
  picklist: (name: string, values: readonly string[], more = '') =>
    field(name, 'Picklist', `${picklistOf(values)}${more}`),
  multipicklist: (name: string, values: readonly string[], more = '') =>
    field(name, 'MultiselectPicklist', `${picklistOf(values)}<visibleLines>4</visibleLines>${more}`),
  lookup: (name: string, to: string, children?: string, more = '') =>
    field(
      name,
      'Lookup',
      `<referenceTo>${to}</referenceTo>${children ? `<relationshipName>${children}</relationshipName>` : ''}${more}`
    ),
  masterDetail: (name: string, to: string, children: string, more = '') =>
    field(
      name,
      'MasterDetail',
      `<referenceTo>${to}</referenceTo><relationshipName>${children}</relationshipName>${more}`
    ),
  autoNumber: (name: string, format: string) => field(name, 'AutoNumber', `<displayFormat>${format}</displayFormat>`),
  formula: (
    name: string,
    type: 'Text' | 'Checkbox' | 'Date' | 'DateTime' | 'Number' | 'Currency' | 'Percent',
    formula: string
  ) =>
    field(
      name,
      type,
      `<formula><![CDATA[${formula}]]></formula>${
        ['Number', 'Currency', 'Percent'].includes(type) ? '<precision>18</precision><scale>2</scale>' : ''
      }`
    )
};

/** The text of a custom object for tests: its fields and what else stands in it. */
export function customObject(
  label: string,
  content = '',
  options: { autoNumber?: string; detail?: boolean } = {}
): string {
  const name = options.autoNumber
    ? `<type>AutoNumber</type><displayFormat>${options.autoNumber}</displayFormat>`
    : '<type>Text</type>';
  return `<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">
  <label>${label}</label><pluralLabel>${label}s</pluralLabel>
  <nameField><label>Name</label>${name}</nameField>
  <deploymentStatus>Deployed</deploymentStatus>
  <sharingModel>${options.detail ? 'ControlledByParent' : 'ReadWrite'}</sharingModel>
  ${content}
</CustomObject>`;
}
