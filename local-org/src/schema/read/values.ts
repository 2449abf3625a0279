import type { Source } from '../draft.ts';
import { flag, ignored, invalid, many, record, required, word } from '../shape.ts';
import type { XmlElement } from '../xml.ts';
import { picklistValue, picklistValues } from './field.ts';

const globalValueSet = record({
  masterLabel: required(word),
  description: ignored,
  sorted: required(flag),
  customValue: many(picklistValue)
});

/** Reads `globalValueSets/*.globalValueSet`. */
export function readGlobalValueSet(root: XmlElement, source: Source): void {
  const set = globalValueSet(root, source);
  if (set === invalid) return;
  const values = picklistValues(set.customValue, source);
  if (set.sorted) values.sort((a, b) => a.label.localeCompare(b.label));
  source.draft.globalValueSets.set(source.file.fullName, values);
}
