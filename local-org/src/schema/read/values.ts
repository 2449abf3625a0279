import type { Source } from '../draft.ts';
import { flag, ignored, many, record, required, word, type Read } from '../shape.ts';
import { picklistValues } from './field.ts';
import { picklistValue } from './fieldShape.ts';

export const globalValueSet = record({
  masterLabel: required(word),
  description: ignored,
  sorted: required(flag),
  customValue: many(picklistValue)
});

/** Takes `globalValueSets/*.globalValueSet`. */
export function takeGlobalValueSet(set: Read<typeof globalValueSet>, source: Source): void {
  const values = picklistValues(set.customValue, source);
  if (set.sorted) values.sort((a, b) => a.label.localeCompare(b.label));
  source.draft.globalValueSets.set(source.file.fullName, values);
}
