import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Connection } from 'jsforce';
import { openSf, type Sf } from '../../../local-org/tests/sf/support.ts';
import { agents } from '../../../sample/company/agents.ts';
import { colleagues, nameOf } from '../../../sample/company/people.ts';
import { connectLocal } from '../../lib/connection.ts';
import { startOrg, type RunningOrg } from '../running.ts';
import { route, ensureRules, ensureStaff } from '../../sample/routing.ts';
import { Moments } from '../../sample/moments.ts';

// A busy machine takes its time for a whole CLI.
vi.setConfig({ testTimeout: 90_000 });

// The real sf with our commands as a linked plugin, against an org of its own: these tests activate rules.
let folder: string;
let org: RunningOrg;
let connection: Connection;
let sf: Sf;
let caseNumber: string;

const v3 = resolve('sample/company/rules/v3.json');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yeti-rules-'));
  org = await startOrg({ folder, parameters: ['--no-data', '--no-watch'] });
  connection = await connectLocal(folder);
  sf = await openSf(connection.instanceUrl, connection.accessToken ?? '');
  await sf.link(process.cwd());
  await loadRouting();
  caseNumber = await createCase();
}, 300_000);

afterAll(async () => {
  await sf.remove();
  await org.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('sf rules', () => {
  it('pulls the active version as it lies in git', async () => {
    const file = join(folder, 'pulled.json');
    expect(await sf.runAlone(`rules pull --file ${file} --target-org local`)).toMatchObject({
      status: 0,
      result: { version: { version: 3, status: 'Active', rules: 14 } }
    });
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(JSON.parse(await readFile(v3, 'utf8')));
  });

  it('validates against what the org has', async () => {
    const rules = await readFile(v3, 'utf8');
    const file = join(folder, 'unknown.json');
    await writeFile(file, rules.replaceAll('"skill": "Apparel"', '"skill": "Sewing"'));
    expect(await sf.run(`rules validate ${file} --target-org local`)).toMatchObject({
      status: 1,
      result: { files: [{ faults: expect.arrayContaining([expect.objectContaining({ code: 'unknownSkill' })]) }] }
    });
    expect(await sf.run(`rules validate ${v3} --target-org local`)).toMatchObject({ status: 0 });
  });

  it('lints the draft with the agents of the org', async () => {
    const { status, result } = await sf.run('rules lint draft --target-org local');
    expect(status).toBe(1);
    expect(result).toMatchObject({
      findings: expect.arrayContaining([
        expect.objectContaining({ kind: 'nobodyHas', ruleId: 'lang-fr' }),
        expect.objectContaining({ kind: 'unreachable', ruleId: 'receivables-late' })
      ])
    });
  });

  it('says what a draft would change', async () => {
    expect(await sf.run('rules diff active draft --target-org local')).toMatchObject({
      status: 1,
      result: { changes: expect.arrayContaining([expect.objectContaining({ kind: 'changed' })]) }
    });
  });

  it('tries rules on a case: what matches, what fails, who could take it', async () => {
    expect(await sf.run(`rules try ${caseNumber} --target-org local`)).toMatchObject({
      status: 0,
      result: {
        rules: expect.arrayContaining([
          expect.objectContaining({ id: 'lang-uk', state: 'matched' }),
          expect.objectContaining({ id: 'lang-pl', state: 'failed', path: 'when.all[1]' })
        ]),
        stages: expect.arrayContaining([
          expect.objectContaining({
            after: 0,
            candidates: [{ name: 'Olha Barwinek', obstacles: ['offline', 'capacity'] }]
          })
        ])
      }
    });
  });

  it('pushes a draft, replaces it, activates it and goes back', async () => {
    const pushed = await sf.run(`rules push ${v3} --notes "Once more" --target-org local`);
    expect(pushed).toMatchObject({
      status: 0,
      result: { version: { version: 5, status: 'Draft', notes: 'Once more' } }
    });
    expect(await sf.run(`rules push ${v3} --over v5 --target-org local`)).toMatchObject({ status: 0 });
    expect(await sf.run('rules activate v5 --notes "Try it" --target-org local')).toMatchObject({
      status: 0,
      result: { version: 5, status: 'Active' }
    });
    expect(await sf.run('rules rollback --target-org local')).toMatchObject({
      status: 0,
      result: { version: 3, status: 'Active' }
    });
  });

  it('never overwrites a version that is or was active', async () => {
    expect(await sf.run(`rules push ${v3} --over active --target-org local`)).toMatchObject({
      status: 2,
      message: 'v3 is active and stays as it is: only a draft can be replaced. Push without --over for a new version.'
    });
    expect(await sf.run(`rules push ${v3} --over v1 --target-org local`)).toMatchObject({ status: 2 });
  });
});

describe('sf skills and sf decisions', () => {
  it('list who has what, and which rules ask for it', async () => {
    expect(await sf.run('skills list --target-org local')).toMatchObject({
      status: 0,
      result: expect.arrayContaining([
        expect.objectContaining({ skill: 'German', agents: 1, highest: 6, rules: 1 }),
        expect.objectContaining({ skill: 'French', agents: 0 })
      ])
    });
  });

  it('explain a decision', async () => {
    expect(await sf.run(`decisions explain ${caseNumber} --target-org local`)).toMatchObject({
      status: 0,
      result: {
        decisions: [{ status: 'Dispatched', version: 3, matched: ['lang-uk', 'complaint', 'apparel'] }]
      }
    });
  });

  it('say in one sentence that there is no such case', async () => {
    expect(await sf.run('decisions explain 99999999 --target-org local')).toMatchObject({
      status: 2,
      message: 'The org has no case 99999999, or you may not see it.'
    });
  });
});

async function loadRouting(): Promise<void> {
  const { records } = await connection.query<{ Id: string; Username: string }>('SELECT Id, Username FROM User');
  const idOf = new Map(records.map(({ Id, Username }) => [Username, Id]));
  const staff = agents.map((agent) => ({
    agent,
    userId: idOf.get(colleagues.find(({ key }) => key === agent.key)?.username ?? '') ?? '',
    name: nameOf(agent.key)
  }));
  await ensureStaff(connection, staff, Moments.read());
  await ensureRules(connection);
}

async function createCase(): Promise<string> {
  const result = await connection.sobject('Case').create({
    Subject: 'Протікають черевики',
    Type: 'Complaint',
    Product_Group__c: 'Apparel',
    Language: 'uk',
    Origin: 'Email'
  });
  const { CaseNumber } = await connection.sobject('Case').retrieve(result.id ?? '');
  await route(connection, [result.id ?? ''], 'Request');
  return String(CaseNumber);
}
