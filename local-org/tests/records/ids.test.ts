import { describe, expect, it } from 'vitest';
import { fullId, idOf } from '../../src/records/index.ts';

describe('ids', () => {
  it('have the checksum of the platform', () => {
    expect(fullId('00D000000000062')).toBe('00D000000000062EAA');
    expect(fullId('0015000000VALDt')).toBe('0015000000VALDtAAP');
  });

  it('sort in the order of their numbers', () => {
    const ids = [1, 9, 10, 35, 36, 61, 62, 3843, 3844, 2 ** 40].map((number) => idOf('500', number));
    expect(ids.toSorted()).toEqual(ids);
  });

  it('find their case again', () => {
    const id = idOf('a0B', 123456789);
    expect(fullId(id.toLowerCase())).toBe(id);
  });

  it.each(['', 'x', '00D0000000000621', '00D00000000006-', '00D000000000062ZZZ'])('refuse %o', (text) => {
    expect(fullId(text)).toBeUndefined();
  });
});
