import type { Catalogue, CatalogueField, Scalar } from 'c/yetiRuleSet';
import { format } from 'c/yetiMessages';
import labelFact from '@salesforce/label/c.Yeti_Rules_Fact_Told';
import labelFalse from '@salesforce/label/c.Yeti_Rules_False';
import labelTrue from '@salesforce/label/c.Yeti_Rules_True';

/** What people call what rules name. */
export interface Names {
  field(path: string): string;
  value(path: string, value: Scalar): string;
  skill(name: string): string;
  queue(name: string): string;
}

/** What customers have told goes by a key; the org has no field for it. */
const told = '$fact.';

/** The names that an org has; without them, and where it has none, the developer's. */
export function namesOf(catalogue?: Catalogue): Names {
  const fields = new Map<string, CatalogueField>(catalogue?.fields.map((field) => [field.path, field]));
  const skills = new Map(catalogue?.skills.map(({ name, label }) => [name, label]));
  const queues = new Map(catalogue?.queues.map(({ name, label }) => [name, label]));
  return {
    field: (path) => fields.get(path)?.label ?? nameOf(path),
    value: (path, value) => {
      if (typeof value === 'boolean') return value ? labelTrue : labelFalse;
      const known = fields.get(path)?.values?.find((each) => each.value === value);
      return known?.label ?? String(value);
    },
    skill: (name) => skills.get(name) ?? name,
    queue: (name) => queues.get(name) ?? name
  };
}

function nameOf(path: string): string {
  return path.startsWith(told) ? format(labelFact, path.slice(told.length)) : path;
}
