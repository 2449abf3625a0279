import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { Cli } from '../../../local-org/tests/support/cli.ts';

// A busy machine takes its time for a whole program.
vi.setConfig({ testTimeout: 90_000 });

const program = join(import.meta.dirname, '../../rules/bin.mjs');
const v3 = 'sample/company/rules/v3.json';
const v4 = 'sample/company/rules/v4.json';

let folder: string;
/** Our own program as somebody runs it, in a home without orgs. */
let yeti: Cli;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yeti-rules-'));
  const environment = { PATH: process.env['PATH'], HOME: folder, SF_DISABLE_TELEMETRY: 'true', FORCE_COLOR: '0' };
  yeti = new Cli(program, { env: environment });
});

afterAll(async () => {
  yeti.close();
  await rm(folder, { recursive: true });
});

async function file(name: string, document: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof document === 'string' ? document : JSON.stringify(document));
  return path;
}

const faulty = {
  schema: 1,
  name: 'Faulty',
  object: 'Case',
  rules: [
    { id: 'a', label: 'A', active: true, when: { field: 'Origin', op: 'contains', value: 5 }, then: { priority: 1 } }
  ]
};

describe('yeti rules validate', () => {
  it('names a warning and ends well', async () => {
    const { code, out } = await yeti.runAlone(['rules', 'validate', v3]);
    expect(code).toBe(0);
    expect(out).toContain('rules[12].then.preferredFor');
    expect(out).toContain('An org waits whole minutes: 90 s become 120 s.');
  });

  it('ends with 1 on an error, which it names with path and sentence, in JSON too', async () => {
    const path = await file('faulty.json', faulty);
    const { code, out } = await yeti.runAlone(['rules', 'validate', path, '--json']);
    expect(code).toBe(1);
    const { status, result } = z
      .object({ status: z.number(), result: z.object({ files: z.array(z.object({ faults: z.array(z.unknown()) })) }) })
      .parse(JSON.parse(out));
    expect(status).toBe(1);
    expect(result.files[0]?.faults).toMatchObject([
      { path: 'rules[0].when.value', code: 'needsText', message: "'contains' needs text." }
    ]);
  });

  it.each([
    ['there is no file', ['rules', 'validate', 'nowhere.json'], 'There is no file nowhere.json that can be read.'],
    ['it is not told what to look at', ['rules', 'validate'], 'Missing 1 required arg'],
    ['it does not know a flag', ['rules', 'validate', v3, '--fast'], 'Nonexistent flag: --fast']
  ])('ends with 2 where %s', async (_, words, sentence) => {
    const { code, error } = await yeti.run(words);
    expect(code).toBe(2);
    expect(error).toContain(sentence);
  });

  it('ends with 2 where a file is no JSON', async () => {
    const { code, error } = await yeti.runAlone(['rules', 'validate', await file('broken.json', '{"schema": 1,')]);
    expect(code).toBe(2);
    expect(error).toMatch(/broken\.json is no JSON: .+\./);
  });
});

describe('yeti rules diff', () => {
  it('says what is new and what changed, and ends with 1', async () => {
    const { code, out } = await yeti.run(['rules', 'diff', v3, v4]);
    expect(code).toBe(1);
    expect(out).toContain(
      '+ silence: The customer has waited for an answer for four hours | when $case.silenceMinutes'
    );
    expect(out).toMatch(/~ complaint\n {4}- .*Complaints 5 .*\n {4}\+ .*Complaints 6 /);
  });

  it('ends well where nothing differs', async () => {
    expect(await yeti.run(['rules', 'diff', v3, v3])).toMatchObject({ code: 0, out: 'No difference.\n' });
  });
});
