import { compile } from '../../../src/apex/image/compile.ts';
import { Runtime } from '../../../src/apex/image/runtime.ts';
import { ApexException } from '../../../src/apex/runtime/exceptions.ts';
import { asApexFault } from '../../../src/apex/runtime/opsTypes.ts';
import { textOf } from '../../../src/apex/runtime/text.ts';
import { runApex } from '../../../src/apex/runtime/transaction.ts';
import type { ApexSource } from '../../../src/apex/types.ts';
import type { Problem } from '../../../src/errors.ts';
import type { Schema } from '../../../src/schema/types.ts';
import type { TestOrg, TestOrgOptions } from '../../support/org.ts';
import { thingOrg } from '../../support/things.ts';

/** An org with `Thing__c` and real Apex. */
export function apexOrg(options: TestOrgOptions = {}): TestOrg {
  return thingOrg(options);
}

/** Class and trigger texts by their own names. */
export function sources(...texts: string[]): ApexSource[] {
  return texts.map((text) => {
    const [, kind = 'class', name = ''] = /\b(class|interface|enum|trigger)\s+(\w+)/i.exec(text) ?? [];
    const isTrigger = kind.toLowerCase() === 'trigger';
    const file = isTrigger ? `triggers/${name}.trigger` : `classes/${name}.cls`;
    return { name, kind: isTrigger ? 'trigger' : 'class', file, text, apiVersion: '65.0' };
  });
}

/** What a compilation finds wrong: `line:column message`. */
export function problems(schema: Schema, ...texts: string[]): string[] {
  const result = compile(sources(...texts), schema);
  if ('image' in result) return [];
  return result.problems.map(({ line, column, message }: Problem) => `${String(line)}:${String(column)} ${message}`);
}

export interface Ran {
  /** What was returned, as Apex prints it. */
  readonly value: string;
  /** `System.NullPointerException: …` */
  readonly exception: string;
  readonly stack: string;
  readonly log: readonly string[];
}

/** Runs statements as the body of `static Object run()`, with more classes and triggers beside. */
export function run(org: TestOrg, body: string, ...others: string[]): Ran {
  const text = `public class Main { public static Object run() {\n${body}\n} }`;
  const result = compile(sources(text, ...others), org.schema);
  if ('problems' in result) {
    throw new Error(
      result.problems
        .map(({ file, line, column, message }) => `${file}:${String(line)}:${String(column)} ${message}`)
        .join('\n')
    );
  }
  org.apex.load(result.image);
  if (!(org.apex instanceof Runtime)) throw new Error('This test org has no real Apex');
  const { code } = org.apex;
  let log: readonly string[] = [];
  try {
    const value = org.transact(org.adminId, (transaction) =>
      runApex(transaction, code, (context) => {
        ({ log } = context);
        return textOf(code.callStatic('Main', 'run', []));
      })
    );
    return { value, exception: '', stack: '', log };
  } catch (thrown) {
    const fault = asApexFault(thrown);
    if (!(fault instanceof ApexException)) throw fault;
    return { value: '', exception: fault.toString(), stack: fault.apexStack, log };
  }
}

/** The value that an expression has, as Apex prints it, or the exception it throws. */
export function evaluate(org: TestOrg, expression: string, ...others: string[]): string {
  const { value, exception } = run(org, `return ${expression};`, ...others);
  return exception === '' ? value : exception;
}
