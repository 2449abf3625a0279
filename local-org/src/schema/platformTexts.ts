import { NameMap } from './nameMap.ts';
import { polishApps, polishCommon, polishObjects, polishSections } from './standard/polish.ts';
import { translationKey } from './translate.ts';
import type { ObjectDef, TranslationTable } from './types.ts';

const lookupOf = (object: ObjectDef, path: string): boolean =>
  [...object.fields.values()].some(({ reference }) => reference?.relationshipName === path.split('.')[0]);

/** Whether the platform names what stands there: fields that somebody deployed carry a label of their own. */
function isPlatformField(object: ObjectDef, path: string): boolean {
  const field = object.fields.get(path.toLowerCase());
  return field ? !field.custom : path.includes('.') && lookupOf(object, path);
}

function polish(objects: Iterable<ObjectDef>): Map<string, string> {
  const table = new Map<string, string>();
  for (const object of objects) {
    const { name } = object;
    const texts = polishObjects[name];
    for (const [field, text] of Object.entries({ ...polishCommon, ...texts?.fields })) {
      if (isPlatformField(object, field)) table.set(translationKey.field(name, field), text);
    }
    for (const [section, text] of Object.entries(polishSections)) {
      table.set(translationKey.section(name, '', section), text);
    }
    if (!texts) continue;
    table.set(translationKey.object(name), texts.label);
    table.set(translationKey.plural(name), texts.plural);
    for (const [field, values] of Object.entries(texts.values ?? {})) {
      for (const [value, text] of Object.entries(values)) table.set(translationKey.value(name, field, value), text);
    }
  }
  for (const [app, text] of Object.entries(polishApps)) table.set(translationKey.app(app), text);
  return table;
}

/** All translations: the platform's own, and above them what is deployed. */
export function withPlatformTexts(
  deployed: ReadonlyMap<string, TranslationTable>,
  objects: Iterable<ObjectDef>
): ReadonlyMap<string, TranslationTable> {
  const all = new NameMap<TranslationTable>();
  for (const [language, texts] of deployed) all.set(language, texts);
  all.set('pl', new Map([...polish(objects), ...(deployed.get('pl') ?? [])]));
  return all;
}
