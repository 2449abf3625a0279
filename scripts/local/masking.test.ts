import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { find, partsOf, presentationOf } from '../../force-app/interactions/lwc/yetiSensitive/yetiSensitive.ts';

const vectors = z
  .array(
    z.strictObject({
      why: z.string(),
      text: z.string(),
      masked: z.string(),
      /** In order; null where the text holds a mask only. */
      values: z.array(z.string().nullable())
    })
  )
  .parse(JSON.parse(await readFile(new URL('../../test/vectors/masking.json', import.meta.url), 'utf8')));

describe('the vectors of masking', () => {
  it('are many, each with a reason of its own, and many of them look-alikes that stay', () => {
    expect(vectors.length).toBeGreaterThanOrEqual(150);
    expect(new Set(vectors.map(({ why }) => why)).size).toBe(vectors.length);
    expect(vectors.filter(({ text, masked }) => text === masked).length).toBeGreaterThanOrEqual(100);
  });

  it.each(vectors)('$why', ({ text, masked, values }) => {
    expect(presentationOf(text)).toBe(masked);
    expect(find(text).map(({ value }) => value ?? null)).toEqual(values);
  });

  it.each(vectors.filter(({ values }) => values.length > 0))('once masked it stays: $why', ({ text, masked }) => {
    expect(presentationOf(masked)).toBe(masked);
    expect(partsOf(masked)).toEqual(partsOf(text));
  });
});

const values = vectors.flatMap(({ values: found }) => found.filter((value) => value !== null));
const glue = fc.constantFrom(
  ' ',
  '',
  '-',
  '/',
  '.',
  ',',
  '_',
  '\n',
  '+',
  '#',
  ', ',
  ' NIP ',
  '+48 ',
  'x',
  ']',
  '[',
  '12',
  'PL ',
  'łóżko '
);
const mixes = fc
  .array(
    fc.oneof(
      fc.constantFrom(...values),
      glue,
      fc.string({ maxLength: 6 }),
      fc.constantFrom(...vectors.map(({ text }) => text))
    ),
    {
      maxLength: 12
    }
  )
  .map((pieces) => pieces.join(''));

describe('masking any text', () => {
  it('leaves a text without digits and masks alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const words = text.replace(/[0-9•]/g, '');
        expect(presentationOf(words)).toBe(words);
      })
    );
  });

  it('leaves numbers of up to nine digits alone, whatever stands around', () => {
    const number = fc.integer({ min: 0, max: 999_999_999 }).map(String);
    // Capital letters before a number could make a document of it.
    const word = fc.stringMatching(/^[a-zżółć]{1,8}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(word, number), { maxLength: 10 }), (pieces) => {
        const text = pieces.map(([before, digits]) => `${before} ${digits};`).join(' ');
        expect(presentationOf(text)).toBe(text);
      })
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(mixes, (text) => {
        const masked = presentationOf(text);
        expect(presentationOf(masked)).toBe(masked);
        expect(partsOf(masked)).toEqual(partsOf(text));
      }),
      { numRuns: 5000 }
    );
  });

  it('keeps every character that is not part of a value', () => {
    fc.assert(
      fc.property(mixes, (text) => {
        const found = find(text);
        let rebuilt = '';
        let written = 0;
        for (const { start, stop } of found) {
          expect(start).toBeGreaterThanOrEqual(written);
          rebuilt += text.slice(written, start) + text.slice(start, stop);
          written = stop;
        }
        expect(rebuilt + text.slice(written)).toBe(text);
      })
    );
  });

  it('takes time in proportion to the length: the longest body in a moment', () => {
    for (const piece of [
      '12 ',
      'PL12 ',
      '526 025 ',
      '4111 1111 1111 1112 ',
      '1',
      '[Card •••• ',
      'Karta 4111 1111 1111 1111. '
    ]) {
      const body = piece.repeat(Math.floor(131_072 / piece.length));
      const start = performance.now();
      presentationOf(body);
      expect(performance.now() - start).toBeLessThan(1500);
    }
  });
});
