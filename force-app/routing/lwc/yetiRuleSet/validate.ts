import { checkCondition } from './conditions';
import { at, Findings, isObject, knownOf } from './faults';
import { asksNothing, checkRequirement } from './requirements';
import type { Catalogue, Fault, RuleSet } from './types';

/** Most rules of a rule set. */
export const mostRules = 1000;
/** Most characters of a rule set's JSON without white space: 400 KB. */
export const mostCharacters = 409_600;

const longestName = 80;
const longestLabel = 255;
const none: ReadonlySet<unknown> = new Set();
const id = /^[\w-]{1,40}$/;

/** What was found in rules, by the objects they are; where a rule has moved, it is looked at again. */
class CheckedRules {
  private readonly known = new WeakMap<object, { readonly index: number; readonly faults: readonly Fault[] }>();

  check(rule: unknown, index: number, ids: Set<unknown>, findings: Findings): void {
    const path = `rules[${String(index)}]`;
    if (!isObject(rule) || ids.has(rule.id)) {
      // What is wrong depends on other rules too.
      checkRule(rule, path, ids, findings);
      return;
    }
    ids.add(rule.id);
    const known = this.known.get(rule);
    if (known?.index === index) {
      findings.faults.push(...known.faults);
      return;
    }
    const before = findings.faults.length;
    checkRule(rule, path, none, findings);
    this.known.set(rule, { index, faults: findings.faults.slice(before) });
  }
}

/**
 * Every fault of a document that should be a rule set, and warnings about what an org rounds.
 *
 * @param catalogue what the org has; none: names are not checked
 */
export function validate(document: unknown, catalogue?: Catalogue): readonly Fault[] {
  return validator(catalogue)(document);
}

/**
 * `validate` for a document that changes while it is written: what it found in a rule it knows as long as the rule stays the same
 * object.
 *
 * @param catalogue what the org has; none: names are not checked
 */
export function validator(catalogue?: Catalogue): (document: unknown) => readonly Fault[] {
  const names = catalogue ? knownOf(catalogue) : {};
  const rules = new CheckedRules();
  return (document) => faultsOf(document, new Findings(names), rules);
}

function faultsOf(document: unknown, findings: Findings, checked: CheckedRules): readonly Fault[] {
  const found = findings.object(document, '', ['schema', 'name', 'object', 'rules'], ['defaults']);
  if (!found) return findings.faults;
  const { schema, name, object, rules, defaults } = found;
  if (schema !== undefined && schema !== 1) findings.add('schema', 'wrongSchema');
  if (name !== undefined) findings.name(name, 'name', longestName);
  if (object !== undefined && object !== 'Case') findings.add('object', 'wrongObject');
  if (rules !== undefined) checkRules(rules, findings, checked);
  if (defaults !== undefined) checkRequirement(defaults, 'defaults', findings);
  const characters = JSON.stringify(document).length;
  if (characters > mostCharacters) findings.add('', 'tooLong', characters, mostCharacters);
  return findings.faults;
}

/**
 * The rule set of a text.
 *
 * @throws Error with a line for each fault that is no warning
 */
export function parse(text: string): RuleSet {
  const document = documentOf(text);
  const errors = validate(document).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(lineOf).join('\n'));
  return document as RuleSet;
}

/** A fault as one line: where, and what. */
export function lineOf({ path, message }: Fault): string {
  return path === '' ? message : `${path}: ${message}`;
}

function documentOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error('This is no JSON.', { cause: error });
  }
}

function checkRules(rules: unknown, findings: Findings, checked: CheckedRules): void {
  const list = findings.list(rules, 'rules');
  if (!list) return;
  if (list.length > mostRules) findings.add('rules', 'tooManyRules', list.length, mostRules);
  const ids = new Set<unknown>();
  list.forEach((rule, index) => {
    checked.check(rule, index, ids, findings);
  });
}

function checkRule(rule: unknown, path: string, ids: ReadonlySet<unknown>, findings: Findings): void {
  const found = findings.object(rule, path, ['id', 'label', 'active', 'when', 'then'], ['stop']);
  if (!found) return;
  if (found.id !== undefined) checkId(found.id, at(path, 'id'), ids, findings);
  if (found.label !== undefined) findings.name(found.label, at(path, 'label'), longestLabel);
  if (found.active !== undefined) findings.boolean(found.active, at(path, 'active'));
  if (found.when !== undefined) checkCondition(found.when, at(path, 'when'), findings);
  if (found.then !== undefined) checkRequirement(found.then, at(path, 'then'), findings);
  if (found.stop !== undefined) findings.boolean(found.stop, at(path, 'stop'));
  if (asksNothing(found.then) && found.stop !== true) findings.add(at(path, 'then'), 'noEffect');
}

function checkId(value: unknown, path: string, ids: ReadonlySet<unknown>, findings: Findings): void {
  if (typeof value !== 'string' || !id.test(value)) findings.add(path, 'wrongId');
  else if (ids.has(value)) findings.add(path, 'duplicateId', value);
}
