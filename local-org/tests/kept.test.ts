import { appendFile, mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Kept, keptFolder } from '../src/kept.ts';

let folder: string;
let kind: string;
let makers: readonly URL[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-'));
  kind = basename(folder);
  await writeFile(join(folder, 'maker.ts'), 'make()');
  makers = [pathToFileURL(folder)];
});

afterEach(async () => {
  await rm(folder, { recursive: true });
  await rm(join(keptFolder, kind), { recursive: true, force: true });
});

/** As another process would have it. */
const kept = (): Kept<unknown> => new Kept(kind, makers);

test('what one process keeps the next one finds, whatever its shape', () => {
  const value = { words: new Set(['static']), number: 12n, absent: undefined, bytes: new Uint8Array([1, 2]) };
  kept().keep('One', 'text', value);
  expect(kept().find('One', 'text')).toEqual(value);
});

test('nothing is found of another text, another name or another kind', () => {
  kept().keep('One', 'text', 1);
  expect(kept().find('One', 'text ')).toBeUndefined();
  expect(kept().find('one', 'text')).toBeUndefined();
  expect(new Kept(`${kind}x`, makers).find('One', 'text')).toBeUndefined();
});

test('nothing is found once what makes it has changed', async () => {
  kept().keep('One', 'text', 1);
  await appendFile(join(folder, 'maker.ts'), ' ');
  expect(kept().find('One', 'text')).toBeUndefined();
});

test('a name has the newest value only', async () => {
  kept().keep('One', 'first', 1);
  kept().keep('One', 'second', 2);
  expect([kept().find('One', 'first'), kept().find('One', 'second')]).toEqual([undefined, 2]);
  expect(await readdir(join(keptFolder, kind))).toHaveLength(1);
});

test('what was cut off is made again', async () => {
  kept().keep('One', 'text', { long: 'value' });
  const [file = ''] = await readdir(join(keptFolder, kind));
  await truncate(join(keptFolder, kind, file), 40);
  expect(kept().find('One', 'text')).toBeUndefined();
});

test('where makers can not be read nothing is kept, and nothing fails', async () => {
  makers = [pathToFileURL(join(folder, 'gone.ts'))];
  kept().keep('One', 'text', 1);
  expect(kept().find('One', 'text')).toBeUndefined();
});
