import { readFile } from 'node:fs/promises';
import { validate } from '../../../force-app/routing/lwc/yetiRuleSet/validate.ts';
import type { Catalogue, Fault, RuleSet } from '../../../force-app/routing/lwc/yetiRuleSet/types.ts';

/** A rule set document as it was found, and what is wrong with it. */
export interface Checked {
  readonly faults: readonly Fault[];
  /** Only where no fault is an error. */
  readonly ruleSet: RuleSet | undefined;
}

/**
 * Reads a rule set file.
 *
 * @throws Error with one sentence if there is no file or no JSON in it
 */
export async function readDocument(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new Error(`There is no file ${file} that can be read.`, { cause: error });
  });
  return parseDocument(text, file);
}

/** @param from what the error names: where the text came from */
export function parseDocument(text: string, from: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${from} is no JSON: ${error instanceof Error ? error.message : ''}.`, { cause: error });
  }
}

/** @param catalogue what the org has; none: names are not checked */
export function check(document: unknown, catalogue?: Catalogue): Checked {
  const faults = validate(document, catalogue);
  return { faults, ruleSet: faults.some(({ severity }) => severity === 'error') ? undefined : (document as RuleSet) };
}

/**
 * A rule set that has no errors.
 *
 * @param from what the error names: where the document came from
 * @throws Error that names the first error
 */
export function sound(document: unknown, from: string): RuleSet {
  const { ruleSet, faults } = check(document);
  if (ruleSet !== undefined) return ruleSet;
  const errors = faults.filter(({ severity }) => severity === 'error');
  const [{ path, message } = { path: '', message: '' }] = errors;
  throw new Error(
    `${from} is no valid rule set: ${path === '' ? '' : `${path}: `}${message}` +
      (errors.length === 1 ? '' : ` (and ${String(errors.length - 1)} more: see "rules validate")`)
  );
}

/** As it lies in git. */
export function textOf(ruleSet: RuleSet): string {
  return `${JSON.stringify(ruleSet, undefined, 2)}\n`;
}
