import { expect } from 'vitest';
import { compile } from '../../../src/apex/image/compile.ts';
import { Code } from '../../../src/apex/image/loader.ts';
import { ApexException } from '../../../src/apex/runtime/exceptions.ts';
import { asApexFault } from '../../../src/apex/runtime/opsTypes.ts';
import { textOf } from '../../../src/apex/runtime/text.ts';
import { runApex } from '../../../src/apex/runtime/transaction.ts';
import type { TestOrg } from '../../support/org.ts';
import { sources } from '../compiler/support.ts';

/** Expressions with the text Apex prints of their value (or of the exception they throw). */
export type Table = Readonly<Record<string, string>>;

/** Evaluates all expressions of a table in one transaction and compares them at once. */
export function expectValues(org: TestOrg, table: Table): void {
  expect(Object.fromEntries(evaluateAll(org, Object.keys(table)))).toEqual(table);
}

function evaluateAll(org: TestOrg, expressions: readonly string[]): [string, string][] {
  const methods = expressions.map(
    (expression, i) => `  public static Object e${String(i)}() { return ${expression}; }`
  );
  const code = load(org, `public class Main {\n${methods.join('\n')}\n}`);
  return org.transact(org.adminId, (transaction) =>
    runApex(transaction, code, () =>
      expressions.map((expression, i): [string, string] => [
        expression,
        outcome(() => code.callStatic('Main', `e${String(i)}`, []))
      ])
    )
  );
}

function outcome(work: () => unknown): string {
  try {
    return textOf(work());
  } catch (thrown) {
    const fault = asApexFault(thrown);
    if (fault instanceof ApexException) return fault.toString();
    throw fault;
  }
}

/** Compiles and loads classes and triggers. */
export function load(org: TestOrg, ...texts: string[]): Code {
  const result = compile(sources(...texts), org.schema);
  if ('problems' in result) {
    throw new Error(result.problems.map(({ file, line, message }) => `${file}:${String(line)}: ${message}`).join('\n'));
  }
  org.apex.load(result.image);
  return new Code(result.image);
}
