import { describe, expect, inject, it } from 'vitest';
import { connectLocal } from '../scripts/lib/connection.ts';
import { loadSample } from '../scripts/sample/load.ts';
import { Moments } from '../scripts/sample/moments.ts';

describe('the sample company in an org', () => {
  it.each(['en', 'pl'] as const)('is there after a start: loading it again in %s adds nothing', async (language) => {
    const connection = await connectLocal(inject('orgFolder'));
    const { created } = await loadSample(connection, { moments: Moments.read(), seed: 1, language, scale: false });
    expect(created).toBe(0);
  });
});
