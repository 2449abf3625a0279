import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { Connection } from 'jsforce';
import { agents } from '../sample/company/agents.ts';
import { nameOf } from '../sample/company/people.ts';
import { routings } from '../sample/company/routing.ts';
import { connectLocal } from '../scripts/lib/connection.ts';
import { quoted } from '../scripts/lib/ensure.ts';

/** The hut waits until 900 s after the start: later Kalina has it. */
const waiting = 'hut-helmet';

let connection: Connection;

beforeAll(async () => {
  connection = await connectLocal(inject('orgFolder'));
});

describe.each(routings.filter((routing) => routing.case !== waiting))('the story of $case', (routing) => {
  it(`is decided by v3 and is with ${nameOf(routing.given.agent)}`, async () => {
    const decision = await decisionOf(routing.case);
    expect(decision).toMatchObject({ Version__c: 3, Problem__c: null });
    expect(JSON.parse(decision.Matched__c)).toEqual(routing.matched);
    expect(decision.Case__r.Owner.Name).toBe(nameOf(routing.given.agent));
    const { records } = await connection.query<{ User: { Name: string } }>(
      `SELECT User.Name FROM AgentWork WHERE WorkItemId = ${quoted(decision.Case__c)} AND Status = 'Opened'`
    );
    expect(records.map(({ User }) => User.Name)).toEqual([nameOf(routing.given.agent)]);
  });
});

describe('the hut', () => {
  it('waits for a combination that nobody has, and not for Bogna', async () => {
    const decision = await decisionOf(waiting);
    expect(JSON.parse(decision.Matched__c)).toEqual(routings.find((routing) => routing.case === waiting)?.matched);
    expect(['Dispatched', 'Relaxed', 'Assigned']).toContain(decision.Status__c);
    expect(decision.Case__r.Owner.Name).not.toBe(nameOf('bogna'));
  });
});

describe('the agents', () => {
  it('have skills with levels, and the German of Iwo has ended', async () => {
    const { records } = await connection.query<{ EffectiveEndDate: string | null }>(
      "SELECT EffectiveEndDate FROM ServiceResourceSkill WHERE Skill.DeveloperName = 'German' AND ServiceResource.Name = 'Iwo Halniak'"
    );
    expect(records).toHaveLength(1);
    expect(Date.parse(records[0]?.EffectiveEndDate ?? '')).toBeLessThan(Date.now());
    const all = await connection.query('SELECT COUNT() FROM ServiceResourceSkill');
    expect(all.totalSize).toBe(agents.reduce((sum, { skills }) => sum + Object.keys(skills).length, 0));
  });
});

interface DecisionRow {
  readonly Case__c: string;
  readonly Status__c: string;
  readonly Version__c: number;
  readonly Matched__c: string;
  readonly Problem__c: string | null;
  readonly Case__r: { readonly Owner: { readonly Name: string } };
}

async function decisionOf(key: string): Promise<DecisionRow> {
  const { records } = await connection.query<DecisionRow>(
    `SELECT Case__c, Status__c, Version__c, Matched__c, Problem__c, Case__r.Owner.Name FROM Yeti_Routing_Decision__c WHERE Case__r.Sample_Key__c = ${quoted(key)} AND Shadow__c = FALSE ORDER BY Decided_At__c`
  );
  return records[0] ?? expect.fail(`nothing was decided about ${key}`);
}
