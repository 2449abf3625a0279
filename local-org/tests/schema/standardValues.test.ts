import { describe, expect, it } from 'vitest';
import { displayedValue } from '../../src/schema/index.ts';
import { buildSchema } from '../../src/schema/index.ts';
import { metadataFiles, schemaOf } from '../support/schema.ts';

const set = (values: string) => `<StandardValueSet><sorted>false</sorted>${values}</StandardValueSet>`;
const value = (name: string, label: string, preset = false) =>
  `<standardValue><fullName>${name}</fullName><default>${String(preset)}</default><label>${label}</label></standardValue>`;

const types = {
  'standardValueSets/CaseType.standardValueSet': set(
    value('Complaint', 'A complaint', true) + value('Question', 'Question')
  ),
  'standardValueSetTranslations/CaseType-pl.standardValueSetTranslation': `<StandardValueSetTranslation>
    <valueTranslation><masterLabel>A complaint</masterLabel><translation>Reklamacja</translation></valueTranslation></StandardValueSetTranslation>`
};

function firstProblem(files: Readonly<Record<string, string>>): string | undefined {
  const built = buildSchema(metadataFiles(files));
  return 'problems' in built ? built.problems[0]?.message : undefined;
}

describe('standard value sets', () => {
  it('replace the values of a standard field, in the user’s language', () => {
    const schema = schemaOf(types);
    const field = schema.field('Case', 'Type');
    expect(field?.picklist?.values.map((each) => [each.value, each.default])).toEqual([
      ['Complaint', true],
      ['Question', false]
    ]);
    expect(field && displayedValue(schema, 'Case', field, 'Complaint', 'pl')).toBe('Reklamacja');
    expect(field && displayedValue(schema, 'Case', field, 'Complaint', 'en_US')).toBe('A complaint');
  });

  it('leave other schemas alone', () => {
    schemaOf(types);
    expect(schemaOf({}).field('Case', 'Type')?.picklist?.values[0]?.value).not.toBe('Complaint');
  });

  it('are refused where the platform’s behaviour hangs on the values, and where a translation has no value', () => {
    expect(firstProblem({ 'standardValueSets/CaseStatus.standardValueSet': set(value('New', 'New')) })).toBe(
      'The local org does not support the standard value set CaseStatus'
    );
    expect(
      firstProblem({
        ...types,
        'standardValueSets/CaseType.standardValueSet': set(value('Question', 'Question'))
      })
    ).toBe('Standard value set CaseType has no value labelled "A complaint"');
  });
});
