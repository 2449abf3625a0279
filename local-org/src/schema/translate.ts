import type { FieldDef, ObjectDef, PicklistValue, Schema, TranslationTable } from './types.ts';

/** How a translated text is asked for. */
export const translationKey = {
  object: (object: string) => object.toLowerCase(),
  plural: (object: string) => `${object}#plural`.toLowerCase(),
  field: (object: string, field: string) => `${object}.${field}`.toLowerCase(),
  help: (object: string, field: string) => `${object}.${field}#help`.toLowerCase(),
  value: (object: string, field: string, value: string) => `${object}.${field}=${value}`.toLowerCase(),
  globalValue: (set: string, value: string) => `globalvalueset:${set}=${value}`.toLowerCase(),
  recordType: (object: string, name: string) => `${object}#recordtype:${name}`.toLowerCase(),
  validation: (object: string, rule: string) => `${object}#validation:${rule}`.toLowerCase(),
  section: (object: string, layout: string, section: string) => `${object}#layout:${layout}/${section}`.toLowerCase(),
  label: (name: string) => `label:${name}`.toLowerCase(),
  app: (name: string) => `app:${name}`.toLowerCase(),
  tab: (name: string) => `tab:${name}`.toLowerCase()
};

/** The texts of a language, or undefined for the org's own. `pl` serves `pl_PL` too. */
export function translationsFor(schema: Schema, language: string): TranslationTable | undefined {
  return schema.translations.get(language) ?? schema.translations.get(language.split('_')[0] ?? language);
}

const look = (schema: Schema, language: string, key: string, own: string): string =>
  translationsFor(schema, language)?.get(key) ?? own;

/** An object's label. */
export function objectLabel(schema: Schema, object: ObjectDef, language: string): string {
  return look(schema, language, translationKey.object(object.name), object.label);
}

/** An object's label for several. */
export function pluralLabel(schema: Schema, object: ObjectDef, language: string): string {
  return look(schema, language, translationKey.plural(object.name), object.labelPlural);
}

/** A field's label. */
export function fieldLabel(schema: Schema, object: string, field: FieldDef, language: string): string {
  return look(schema, language, translationKey.field(object, field.name), field.label);
}

/** A field's help text, if it has one. */
export function fieldHelp(schema: Schema, object: string, field: FieldDef, language: string): string | undefined {
  if (field.helpText === undefined) return undefined;
  return look(schema, language, translationKey.help(object, field.name), field.helpText);
}

/** A picklist value's label. */
export function valueLabel(
  schema: Schema,
  object: string,
  field: FieldDef,
  value: PicklistValue,
  language: string
): string {
  const texts = translationsFor(schema, language);
  const set = field.picklist?.globalValueSet;
  return (
    texts?.get(translationKey.value(object, field.name, value.value)) ??
    (set === undefined ? undefined : texts?.get(translationKey.globalValue(set, value.value))) ??
    value.label
  );
}

/** What a stored picklist value is called: several of a multi-select joined by semicolons; an unknown value is its own label. */
export function displayedValue(
  schema: Schema,
  object: string,
  field: FieldDef,
  stored: string,
  language: string
): string {
  const values = field.picklist?.values ?? [];
  return stored
    .split(';')
    .map((part) => {
      const value = values.find((each) => each.value === part);
      return value ? valueLabel(schema, object, field, value, language) : part;
    })
    .join(';');
}

/** A custom label's text, or undefined if there is no such label. */
export function customLabel(schema: Schema, name: string, language: string): string | undefined {
  const label = schema.labels.get(name);
  return label && look(schema, language, translationKey.label(label.name), label.value);
}

/** A validation rule's message. */
export function validationMessage(
  schema: Schema,
  object: string,
  rule: { readonly name: string; readonly message: string },
  language: string
): string {
  return look(schema, language, translationKey.validation(object, rule.name), rule.message);
}

/** A record type's label. */
export function recordTypeLabel(
  schema: Schema,
  object: string,
  type: { readonly developerName: string; readonly label: string },
  language: string
): string {
  return look(schema, language, translationKey.recordType(object, type.developerName), type.label);
}

/** An app's label. */
export function appLabel(
  schema: Schema,
  app: { readonly name: string; readonly label: string },
  language: string
): string {
  return look(schema, language, translationKey.app(app.name), app.label);
}

/** A tab's label: its own translation, or for an object's tab the object's. */
export function tabLabel(
  schema: Schema,
  tab: { readonly name: string; readonly label: string; readonly customObject: boolean },
  language: string
): string {
  const translated = translationsFor(schema, language)?.get(translationKey.tab(tab.name));
  if (translated !== undefined) return translated;
  const object = tab.customObject ? schema.object(tab.name) : undefined;
  return object ? pluralLabel(schema, object, language) : tab.label;
}

/** A layout section's label. */
export function sectionLabel(
  schema: Schema,
  object: string,
  layout: string,
  section: string,
  language: string
): string {
  return look(schema, language, translationKey.section(object, layout, section), section);
}
