import { readFile } from 'node:fs/promises';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { normalizeHandle } from './handles.ts';

const country = z.enum(['AT', 'CZ', 'DE', 'FR', 'GB', 'PL', 'SK', 'UA', 'US']);
const vector = z.strictObject({
  kind: z.enum(['Phone', 'Email', 'Messenger', 'Social', 'Device', 'Login']),
  raw: z.string(),
  /** Where a number without a country code is from; Poland if it does not say. */
  country: country.optional(),
  expected: z.string().nullable(),
  refusal: z.enum(['Blank', 'Junk', 'Malformed', 'NoReply', 'TooLong', 'UnknownCountry']).optional(),
  /** What libphonenumber makes of a number that we refuse. */
  oracle: z.string().optional(),
  why: z.string()
});
const vectors = z
  .array(vector)
  .parse(JSON.parse(await readFile(new URL('../../test/vectors/handles.json', import.meta.url), 'utf8')));

describe('the vectors of handles', () => {
  it('are many, each of them once', () => {
    expect(vectors.length).toBeGreaterThanOrEqual(200);
    expect(new Set(vectors.map(({ kind, raw, country: from }) => JSON.stringify([kind, raw, from]))).size).toBe(
      vectors.length
    );
  });

  it('are what scripts make of them', () => {
    const made = vectors.map(({ kind, raw, country: from }) => normalizeHandle(kind, raw, from));
    expect(made.map(({ value, refusal }) => ({ value: value ?? null, refusal }))).toEqual(
      vectors.map(({ expected, refusal }) => ({ value: expected, refusal }))
    );
  });

  it('agree with libphonenumber about every phone number, and say where they refuse what it accepts', () => {
    for (const { raw, country: from, expected, oracle } of vectors.filter(({ kind }) => kind === 'Phone')) {
      const number = parsePhoneNumberFromString(raw, from ?? 'PL');
      if (expected !== null) expect(number?.isPossible() && number.number, raw).toBe(expected);
      else expect(number?.isValid() ? number.number : undefined, raw).toBe(oracle);
    }
  });

  it('stay as they are when normalized again', () => {
    for (const { kind, expected } of vectors)
      if (expected !== null) expect(normalizeHandle(kind, expected).value, expected).toBe(expected);
  });
});
