import type { Problem } from '../../errors.ts';
import type { Org } from '../../org.ts';
import { readMetadata } from '../../store/index.ts';
import { ApexException } from '../runtime/exceptions.ts';
import { asApexFault } from '../runtime/opsTypes.ts';
import { runApex } from '../runtime/transaction.ts';
import type { AnonymousResult, ApexSource } from '../types.ts';
import { compileAnonymous } from './compile.ts';
import type { Code } from './loader.ts';

const NOTHING: AnonymousResult = {
  compiled: false,
  compileProblem: '',
  line: -1,
  column: -1,
  success: false,
  exceptionMessage: '',
  exceptionStackTrace: '',
  log: ''
};

/** Compiles a block against the deployed classes and runs it in a transaction of its own. */
export function runAnonymous(org: Org, code: Code, userId: string, text: string): AnonymousResult {
  const result = compileAnonymous(text, deployedClasses(org), org.schema);
  if ('problems' in result) return failedToCompile(result.problems);
  let log: string[] = [];
  try {
    code.withUnit(result.unit, () => {
      org.transact(userId, (transaction) => {
        runApex(transaction, code, (context) => {
          ({ log } = context);
          context.quiddity = 'ANONYMOUS';
          code.runBody('anonymousblock');
        });
      });
    });
    return { ...NOTHING, compiled: true, success: true, log: log.join('\n') };
  } catch (thrown) {
    const fault = asApexFault(thrown);
    if (!(fault instanceof ApexException)) throw fault;
    return {
      ...NOTHING,
      compiled: true,
      exceptionMessage: fault.toString(),
      exceptionStackTrace: fault.apexStack,
      log: log.join('\n')
    };
  }
}

function failedToCompile(problems: readonly Problem[]): AnonymousResult {
  const [first] = problems;
  return { ...NOTHING, compileProblem: first?.message ?? '', line: first?.line ?? -1, column: first?.column ?? -1 };
}

function deployedClasses(org: Org): ApexSource[] {
  return readMetadata(org.store, 'ApexClass')
    .filter(({ file }) => file.endsWith('.cls'))
    .map(({ fullName, file, content }) => ({ name: fullName, kind: 'class', file, text: content, apiVersion: '' }));
}
