import type { Requirement, Rule, RuleSet } from 'c/yetiRuleSet';
import { newComparison } from './conditions';

/** Where a rule stands; -1: nowhere. */
export function ruleIndex(document: RuleSet, id: string): number {
  return document.rules.findIndex((rule) => rule.id === id);
}

/** The rule of an id. */
export function ruleOf(document: RuleSet, id: string): Rule | undefined {
  return document.rules.find((rule) => rule.id === id);
}

/** A rule to be filled in: its condition names no field yet. */
export function newRule(document: RuleSet, label: string): Rule {
  return { id: freshId(document, 'rule'), label, active: true, when: { all: [newComparison()] }, then: {} };
}

/** Puts a rule in at a place. */
export function insertRule(document: RuleSet, rule: Rule, index: number): RuleSet {
  return { ...document, rules: document.rules.toSpliced(index, 0, rule) };
}

/** Takes a rule out. */
export function removeRule(document: RuleSet, id: string): RuleSet {
  return { ...document, rules: document.rules.filter((rule) => rule.id !== id) };
}

/** Puts a rule in the place of the one with its id. */
export function replaceRule(document: RuleSet, rule: Rule): RuleSet {
  const index = ruleIndex(document, rule.id);
  return index < 0 ? document : { ...document, rules: document.rules.with(index, rule) };
}

/** Puts a copy below a rule. @returns the document and the copy's id */
export function duplicateRule(document: RuleSet, id: string, label: string): { document: RuleSet; id: string } {
  const index = ruleIndex(document, id);
  const rule = document.rules[index];
  if (rule === undefined) return { document, id };
  const copy = { ...rule, id: freshId(document, id), label };
  return { document: insertRule(document, copy, index + 1), id: copy.id };
}

/** Moves a rule to a place, counted without it; places outside mean the ends. */
export function moveRule(document: RuleSet, id: string, index: number): RuleSet {
  const from = ruleIndex(document, id);
  const rule = document.rules[from];
  const to = Math.max(0, Math.min(index, document.rules.length - 1));
  if (rule === undefined || to === from) return document;
  return { ...document, rules: document.rules.toSpliced(from, 1).toSpliced(to, 0, rule) };
}

/** Sets what holds where no rule said otherwise; an empty requirement: nothing. */
export function setDefaults(document: RuleSet, defaults: Requirement): RuleSet {
  if (Object.keys(defaults).length > 0) return { ...document, defaults };
  const { schema, name, object, rules } = document;
  return { schema, name, object, rules };
}

/** An id that no rule has: the text with the first number that is free. */
export function freshId(document: RuleSet, text: string): string {
  const taken = new Set(document.rules.map(({ id }) => id));
  const stem = text.replace(/-\d+$/, '');
  for (let count = 2; ; count++) {
    const id = `${stem}-${String(count)}`;
    if (!taken.has(id)) return id;
  }
}
