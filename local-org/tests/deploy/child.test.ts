import { expect, test } from 'vitest';
import { Helper } from '../../src/deploy/child.ts';

interface Answer {
  readonly sum: number;
  readonly pid: number;
  readonly isPrepared: boolean;
}

const isAnswer = (message: unknown): message is Answer =>
  typeof message === 'object' && message !== null && 'sum' in message;

function adder(idle: number): Helper<readonly (number | string)[], Answer> {
  return new Helper(new URL('./adder.ts', import.meta.url), isAnswer, idle);
}

test('answers one question after the other, in one process while it is kept', async () => {
  const helper = adder(60_000);
  const [first, second] = await Promise.all([helper.ask([1, 2]), helper.ask([3, 4])]);
  expect([first.sum, second.sum]).toEqual([3, 7]);
  expect(second.pid).toBe(first.pid);
});

test('what fails there is told here, and the next question is answered', async () => {
  const helper = adder(60_000);
  await expect(helper.ask(['fail'])).rejects.toThrow(/adder\.ts failed: Error: told to fail/);
  expect((await helper.ask([1, 1])).sum).toBe(2);
});

test('a process that ends is told, and replaced for the next question', async () => {
  const helper = adder(60_000);
  await expect(helper.ask(['end'])).rejects.toThrow(/adder\.ts ended \(3\) without an answer/);
  expect((await helper.ask([2, 2])).sum).toBe(4);
});

test('is prepared when it is told to be, also while it is kept', async () => {
  const helper = adder(60_000);
  helper.prepare();
  expect((await helper.ask([1])).isPrepared).toBe(true);
  const other = adder(60_000);
  expect((await other.ask([1])).isPrepared).toBe(false);
  other.prepare();
  expect((await other.ask([1])).isPrepared).toBe(true);
});
