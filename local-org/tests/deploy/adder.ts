import { answerParent } from '../../src/deploy/child.ts';

let isPrepared = false;

/** A helper process for tests: adds numbers, fails or ends when told to. */
answerParent(
  (question) => {
    const values: unknown[] = JSON.parse(question);
    if (values.includes('fail')) throw new Error('told to fail');
    if (values.includes('end')) process.exit(3);
    return { sum: values.reduce<number>((sum, value) => sum + Number(value), 0), pid: process.pid, isPrepared };
  },
  () => {
    isPrepared = true;
    return Promise.resolve();
  }
);
