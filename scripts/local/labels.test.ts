import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';

// An agent who reads Polish must never meet a sentence in English, nor "5 elementy".
const english = await textsOf(
  'labels/CustomLabels.labels-meta.xml',
  /<fullName>(.*?)<\/fullName>/,
  /<value>(.*?)<\/value>/s
);
const polish = await textsOf('translations/pl.translation-meta.xml', /<name>(.*?)<\/name>/, /<label>(.*?)<\/label>/s);

/** The forms a sentence with a number needs in each language; a fraction is "other". */
const forms = ['One', 'Few', 'Many', 'Other'];
const families = [...english.keys()].flatMap((name) => /^(.*)_Many$/.exec(name)?.[1] ?? []).filter(isFamily);

/** The texts of a file of labels by their names. */
async function textsOf(file: string, name: RegExp, text: RegExp): Promise<ReadonlyMap<string, string>> {
  const xml = await readFile(new URL(`../../force-app/console/${file}`, import.meta.url), 'utf8');
  const found = [...xml.matchAll(/<(customLabels|labels)>(.*?)<\/\1>/gs)].map(
    ([, , label = '']) => [name.exec(label)?.[1] ?? '', text.exec(label)?.[1]?.trim() ?? ''] as const
  );
  expect(new Set(found.map(([key]) => key)).size, `each name once in ${file}`).toBe(found.length);
  return new Map(found);
}

function isFamily(name: string): boolean {
  return english.has(`${name}_One`);
}

function placesOf(text = ''): readonly string[] {
  return [...new Set(text.match(/\{\d\}/g))].sort();
}

describe('labels', () => {
  it('are there in English and in Polish, and none is empty', () => {
    expect(english.size).toBeGreaterThan(300);
    expect([...polish.keys()].sort()).toEqual([...english.keys()].sort());
    expect([...english, ...polish].filter(([, text]) => text === '')).toEqual([]);
  });

  it('have the same places for values in both languages', () => {
    const different = [...english].filter(
      ([name, text]) => String(placesOf(text)) !== String(placesOf(polish.get(name)))
    );
    expect(different.map(([name]) => name)).toEqual([]);
  });

  it('have all forms wherever they have one that counts', () => {
    expect(families.length).toBeGreaterThan(4);
    const missing = families
      .flatMap((family) => forms.map((form) => `${family}_${form}`))
      .filter((name) => !english.has(name));
    expect(missing).toEqual([]);
  });

  it.each(families)('%s differs in Polish between one and many', (family) => {
    expect(polish.get(`${family}_One`)).not.toBe(polish.get(`${family}_Many`));
  });
});
