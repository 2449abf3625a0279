import type { ObjectDraft, Source } from '../draft.ts';
import {
  flag,
  ignored,
  many,
  mark,
  optional,
  record,
  required,
  text,
  unsupported,
  word,
  type Mark,
  type Read
} from '../shape.ts';
import { languages } from '../standard/settings.ts';
import type { Place } from '../xml.ts';
import { translationKey } from '../translate.ts';

export const customLabels = record({
  labels: many(
    record({
      fullName: required(mark),
      language: required(word),
      protected: required(flag),
      shortDescription: required(word),
      value: required(text),
      categories: optional(text)
    })
  )
});

/** Takes `labels/CustomLabels.labels`. */
export function takeLabels(read: Read<typeof customLabels>, source: Source): void {
  for (const label of read.labels) {
    const name = label.fullName.text;
    if (source.draft.labels.has(name)) source.report(label.fullName, `Label ${name} stands twice`);
    if (!/^[A-Za-z](?:_?[A-Za-z0-9])*$/.test(name)) {
      source.report(label.fullName, `Label name ${name} must be letters, digits and single underscores`);
    }
    if (label.value.trim() === '') source.report(label, `Label ${name} has no value`);
    if (label.value.length > 1000) source.report(label, `Label ${name} is longer than 1,000 characters`);
    source.draft.labels.set(name, {
      name,
      value: label.value,
      language: label.language,
      ...(label.categories === undefined ? {} : { categories: label.categories })
    });
  }
}

const known = new Set(languages.map((each) => each.split('=')[0] ?? ''));

/** The texts of a language, as read so far. */
export function tableOf(language: string, place: Place, source: Source): Map<string, string> {
  if (!known.has(language)) source.report(place, `Unknown language ${language}`);
  const table = source.draft.translations.get(language) ?? new Map<string, string>();
  source.draft.translations.set(language, table);
  return table;
}

/** `Case-pl`: what is translated, and the language. */
export function nameAndLanguage(fullName: string): [string, string] {
  const dash = fullName.lastIndexOf('-');
  return [fullName.slice(0, dash), fullName.slice(dash + 1)];
}

const translated = many(record({ name: required(mark), label: required(text) }));

export const translations = record({
  customApplications: translated,
  customLabels: translated,
  customTabs: translated,
  customDataTypeTranslations: unsupported,
  customPageWebLinks: unsupported,
  flowDefinitions: unsupported,
  globalPicklists: unsupported,
  prompts: unsupported,
  quickActions: unsupported,
  reportTypes: unsupported,
  scontrols: unsupported
});

/** Takes `translations/<language>.translation`. */
export function takeTranslations(read: Read<typeof translations>, source: Source): void {
  const { draft } = source;
  const table = tableOf(source.file.fullName, read, source);
  const put = (
    list: readonly { readonly name: Mark; readonly label: string }[],
    kind: string,
    exists: (name: string) => boolean,
    key: (name: string) => string
  ): void => {
    for (const { name, label } of list) {
      source.expect(name, () => exists(name.text), `Translation of ${kind} ${name.text}, which does not exist`);
      table.set(key(name.text), label);
    }
  };
  put(read.customLabels, 'label', (name) => draft.labels.has(name), translationKey.label);
  put(read.customApplications, 'app', (name) => draft.apps.has(name), translationKey.app);
  put(read.customTabs, 'tab', (name) => draft.tabs.has(name), translationKey.tab);
}

const caseValues = many(
  record({
    plural: required(flag),
    value: required(text),
    caseType: optional(word),
    article: ignored,
    possessive: ignored
  })
);

export const objectTranslation = record({
  caseValues,
  fields: many(
    record({
      name: required(mark),
      label: optional(text),
      help: optional(text),
      caseValues: ignored,
      gender: ignored,
      startsWith: ignored,
      relationshipLabel: ignored,
      lookupFilter: unsupported,
      picklistValues: many(record({ masterLabel: required(mark), translation: optional(text) }))
    })
  ),
  layouts: many(
    record({
      layout: required(mark),
      layoutType: ignored,
      sections: many(record({ section: required(mark), label: required(text) }))
    })
  ),
  recordTypes: many(record({ name: required(mark), label: required(text), description: ignored })),
  standardFields: many(record({ name: required(mark), label: optional(text) })),
  validationRules: many(record({ name: required(mark), errorMessage: required(text) })),
  gender: ignored,
  nameFieldLabel: optional(text),
  startsWith: ignored,
  fieldSets: unsupported,
  quickActions: unsupported,
  sharingReasons: unsupported,
  webLinks: unsupported,
  workflowTasks: unsupported
});

/** Takes `objectTranslations/<object>-<language>.objectTranslation`. */
export function takeObjectTranslation(read: Read<typeof objectTranslation>, source: Source): void {
  const [objectName, language] = nameAndLanguage(source.file.fullName);
  const table = tableOf(language, read, source);
  // Everything below hangs on the object, which another file may bring.
  source.draft.later(() => {
    const object = source.draft.objects.get(objectName);
    if (!object) {
      source.report(read, `Translation of object ${objectName}, which does not exist`);
      return;
    }
    const set = (key: string, value: string | undefined): void => {
      if (value !== undefined && value.trim() !== '') table.set(key, value);
    };
    for (const name of read.caseValues) {
      // Languages with cases give every form; a label is the nominative.
      if (name.caseType !== undefined && name.caseType !== 'Nominative') continue;
      set(name.plural ? translationKey.plural(object.name) : translationKey.object(object.name), name.value);
    }
    if (object.nameField) set(translationKey.field(object.name, object.nameField), read.nameFieldLabel);
    for (const field of read.standardFields) {
      if (!expectField(field.name, object, source)) continue;
      set(translationKey.field(object.name, field.name.text), field.label);
    }
    for (const field of read.fields) {
      if (!expectField(field.name, object, source)) continue;
      const { text: name } = field.name;
      set(translationKey.field(object.name, name), field.label);
      set(translationKey.help(object.name, name), field.help);
      const picklist = object.fields.get(name.toLowerCase())?.picklist;
      for (const { masterLabel, translation } of field.picklistValues) {
        const value = picklist?.values.find((each) => each.label === masterLabel.text);
        if (!value) {
          source.report(masterLabel, `Picklist ${object.name}.${name} has no value labelled "${masterLabel.text}"`);
        } else set(translationKey.value(object.name, name, value.value), translation);
      }
    }
    for (const { name, label } of read.recordTypes) {
      if (!object.recordTypes.some((type) => type.developerName === name.text)) {
        source.report(name, `${object.name} has no record type ${name.text}`);
      }
      set(translationKey.recordType(object.name, name.text), label);
    }
    for (const { name, errorMessage } of read.validationRules) {
      if (!object.validationRules.some((rule) => rule.name === name.text)) {
        source.report(name, `${object.name} has no validation rule ${name.text}`);
      }
      set(translationKey.validation(object.name, name.text), errorMessage);
    }
    for (const { layout, sections } of read.layouts) {
      const known = source.draft.layouts.get(`${object.name}-${layout.text}`);
      if (!known) source.report(layout, `${object.name} has no layout ${layout.text}`);
      for (const { section, label } of sections) {
        if (known && !known.sections.some((each) => each.label === section.text)) {
          source.report(section, `Layout ${layout.text} has no section ${section.text}`);
        }
        set(translationKey.section(object.name, layout.text, section.text), label);
      }
    }
  });
}

export const globalValueSetTranslation = record({
  valueTranslation: many(record({ masterLabel: required(mark), translation: optional(text) }))
});

/** Takes `globalValueSetTranslations/<set>-<language>.globalValueSetTranslation`. */
export function takeGlobalValueSetTranslation(read: Read<typeof globalValueSetTranslation>, source: Source): void {
  const [setName, language] = nameAndLanguage(source.file.fullName);
  const table = tableOf(language, read, source);
  const set = source.draft.globalValueSets.get(setName);
  if (!set) {
    source.report(read, `Translation of global value set ${setName}, which does not exist`);
    return;
  }
  for (const { masterLabel, translation } of read.valueTranslation) {
    const value = set.find((each) => each.label === masterLabel.text);
    if (!value) source.report(masterLabel, `Global value set ${setName} has no value labelled "${masterLabel.text}"`);
    else if (translation) table.set(translationKey.globalValue(setName, value.value), translation);
  }
}

function expectField(name: Mark, object: ObjectDraft, source: Source): boolean {
  if (object.fields.has(name.text.toLowerCase())) return true;
  source.report(name, `Translation of field ${object.name}.${name.text}, which does not exist`);
  return false;
}
