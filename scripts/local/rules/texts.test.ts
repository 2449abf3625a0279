import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { texts as lintTexts, afterText } from '../../../force-app/routing/lwc/yetiRuleLint/yetiRuleLint.ts';
import { texts } from '../../../force-app/routing/lwc/yetiRuleSet/yetiRuleSet.ts';

const file = new URL('../../../force-app/console/labels/CustomLabels.labels-meta.xml', import.meta.url);
const xml = await readFile(file, 'utf8');
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const labels = new Map(
  Array.from(xml.matchAll(/<fullName>(.*?)<\/fullName>.*?<value>(.*?)<\/value>/gs), ([, name = '', text = '']) => [
    name,
    text.trim().replace(/&(lt|gt|amp|quot|apos);/g, (_entity, kind: string) => entities[kind] ?? '')
  ])
);

// A script says in English what the org says in the reader's language: an English reader finds the same words in both.
describe('sentences about rules', () => {
  it.each(Object.entries(texts))('%s is a label with the same text', (code, text) => {
    expect(labels.get(`Yeti_Rule_${capitalized(code)}`)).toBe(text);
  });

  it.each(Object.entries(lintTexts))('%s is two labels with the same texts', (kind, { reason, mend }) => {
    expect(labels.get(`Yeti_Lint_${capitalized(kind)}`)).toBe(reason);
    expect(labels.get(`Yeti_Lint_${capitalized(kind)}_Mend`)).toBe(mend);
  });

  it('says after how long somebody can with the same text', () => {
    expect(labels.get('Yeti_Lint_After')).toBe(afterText);
  });
});

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
