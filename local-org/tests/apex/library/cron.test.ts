import { expect, test } from 'vitest';
import { nextTime } from '../../../src/apex/runtime/cron.ts';

const at = (text: string): number => Date.parse(text);

test.each([
  ['0 0 12 * * ?', '2026-11-21T09:30:00Z', '2026-11-21T12:00:00Z'],
  ['0 0 12 * * ?', '2026-11-21T12:00:00Z', '2026-11-22T12:00:00Z'],
  ['0 0/15 9-10 ? * MON-FRI', '2026-11-21T09:30:00Z', '2026-11-23T09:00:00Z'],
  ['0 0 0 3 9 ? 2042', '2026-11-21T09:30:00Z', '2042-09-03T00:00:00Z'],
  ['0 0 0 29 2 ?', '2026-11-21T09:30:00Z', '2028-02-29T00:00:00Z'],
  ['30 5 0 1 JAN ? 2028', '2026-11-21T09:30:00Z', '2028-01-01T00:05:30Z']
])('cron %s after %s is %s', (expression, after, next) => {
  expect(nextTime(expression, at(after), 'UTC')).toBe(at(next));
});

test('cron expressions that never fire or can not be read', () => {
  expect(nextTime('0 0 0 1 1 ? 2020', at('2026-01-01T00:00:00Z'), 'UTC')).toBeUndefined();
  expect(() => nextTime('often', 0, 'UTC')).toThrow('Illegal cron expression format (often)');
  expect(() => nextTime('0 0 0 L * ?', 0, 'UTC')).toThrow(
    'The local org does not support L, W and # in cron expressions'
  );
});
