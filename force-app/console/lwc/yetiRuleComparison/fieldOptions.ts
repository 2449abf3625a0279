import type { PickerOption } from 'c/yetiPicker';
import type { Catalogue } from 'c/yetiRuleSet';
import labelCase from '@salesforce/label/c.Yeti_Rules_Group_Case';
import labelFacts from '@salesforce/label/c.Yeti_Rules_Group_Facts';

const known = new WeakMap<Catalogue, readonly PickerOption[]>();

/** The fields to pick from: those of the case, then facts, then those of what the case belongs to. */
export function fieldOptions(catalogue: Catalogue): readonly PickerOption[] {
  const before = known.get(catalogue);
  if (before) return before;
  const groups = new Map<string, PickerOption[]>([
    [labelCase, []],
    [labelFacts, []]
  ]);
  for (const { path, label } of catalogue.fields) {
    const group = groupOf(path);
    const options = groups.get(group) ?? [];
    groups.set(group, options);
    options.push({ value: path, label, group, ...(path === label ? {} : { detail: path }) });
  }
  const options = [...groups.values()].flat();
  known.set(catalogue, options);
  return options;
}

function groupOf(path: string): string {
  if (path.startsWith('$')) return labelFacts;
  const steps = path.split('.').slice(0, -1);
  return steps.length === 0
    ? labelCase
    : steps.map((step) => step.replace(/__r$/, '').replaceAll('_', ' ')).join(' ▸ ');
}
