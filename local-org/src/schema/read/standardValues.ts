import type { Source } from '../draft.ts';
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
  withDefault,
  word,
  type Read
} from '../shape.ts';
import { translationKey } from '../translate.ts';
import type { FieldDef } from '../types.ts';
import { picklistValues } from './field.ts';
import { nameAndLanguage, tableOf } from './texts.ts';

/** The fields whose values an org may choose: those that nothing in the platform depends on. */
const fields: Readonly<Record<string, readonly [object: string, field: string]>> = {
  AccountRating: ['Account', 'Rating'],
  AccountType: ['Account', 'Type'],
  AssetStatus: ['Asset', 'Status'],
  CaseOrigin: ['Case', 'Origin'],
  CasePriority: ['Case', 'Priority'],
  CaseReason: ['Case', 'Reason'],
  CaseType: ['Case', 'Type'],
  OrderType: ['Order', 'Type'],
  Product2Family: ['Product2', 'Family'],
  Salutation: ['Contact', 'Salutation']
};

export const standardValueSet = record({
  sorted: required(flag),
  groupingStringEnum: ignored,
  standardValue: many(
    record({
      fullName: required(mark),
      default: withDefault(flag, false),
      label: optional(word),
      isActive: withDefault(flag, true),
      color: ignored,
      description: ignored,
      allowEmail: unsupported,
      closed: unsupported,
      converted: unsupported,
      cssExposed: unsupported,
      forecastCategory: unsupported,
      groupingString: ignored,
      highPriority: ignored,
      probability: unsupported,
      reverseRole: unsupported,
      reviewed: unsupported,
      won: unsupported
    })
  )
});

/** Takes `standardValueSets/*.standardValueSet`: the values of a standard field. */
export function takeStandardValueSet(read: Read<typeof standardValueSet>, source: Source): void {
  const place = fieldOf(source.file.fullName, source);
  const field = place && source.draft.field(...place);
  if (!place || !field?.picklist) {
    source.report(read, `The local org does not support the standard value set ${source.file.fullName}`);
    return;
  }
  const values = picklistValues(read.standardValue, source);
  if (read.sorted) values.sort((a, b) => a.label.localeCompare(b.label));
  const changed: FieldDef = {
    ...field,
    picklist: { ...field.picklist, values },
    defaultedOnCreate: values.some((value) => value.default)
  };
  source.draft.objects.get(place[0])?.fields.set(field.name.toLowerCase(), changed);
}

export const standardValueSetTranslation = record({
  valueTranslation: many(record({ masterLabel: required(mark), translation: optional(text) }))
});

/** Takes `standardValueSetTranslations/<set>-<language>.standardValueSetTranslation`. */
export function takeStandardValueSetTranslation(read: Read<typeof standardValueSetTranslation>, source: Source): void {
  const [name, language] = nameAndLanguage(source.file.fullName);
  const table = tableOf(language, read, source);
  const place = fieldOf(name, source);
  if (!place) {
    source.report(read, `The local org does not support the standard value set ${name}`);
    return;
  }
  const [object, field] = place;
  for (const { masterLabel, translation } of read.valueTranslation) {
    const values = source.draft.field(object, field)?.picklist?.values;
    const value = values?.find((each) => each.label === masterLabel.text);
    if (!value) source.report(masterLabel, `Standard value set ${name} has no value labelled "${masterLabel.text}"`);
    else if (translation) table.set(translationKey.value(object, field, value.value), translation);
  }
}

function fieldOf(name: string, { draft }: Source): readonly [object: string, field: string] | undefined {
  const place = fields[name];
  return place && draft.field(...place) ? place : undefined;
}
