import { describe, expect, it } from 'vitest';
import { createMatcher, obstaclesOf, qualifies } from '../../force-app/routing/lwc/yetiMatcher/yetiMatcher.ts';
import type { Agent, WorkItem } from '../../force-app/routing/lwc/yetiMatcher/yetiMatcher.ts';
import { compile, logicOf } from '../../force-app/routing/lwc/yetiRuleEngine/yetiRuleEngine.ts';
import { lint } from '../../force-app/routing/lwc/yetiRuleLint/yetiRuleLint.ts';
import { stagesOf } from '../../force-app/routing/lwc/yetiRuleSet/yetiRuleSet.ts';
import type { Requirement, RuleSet, Stage, Values } from '../../force-app/routing/lwc/yetiRuleSet/yetiRuleSet.ts';
import { agents as company } from '../../sample/company/agents.ts';
import { colleagues } from '../../sample/company/people.ts';
import { routings } from '../../sample/company/routing.ts';
import { stories } from '../../sample/company/stories/index.ts';
import { bankAgents } from '../../sample/complaints/agents.ts';
import { readComplaints } from '../complaints/read.ts';
import { caseOf } from '../complaints/thread.ts';
import { check, readDocument, sound } from '../rules/api/document.ts';
import { agentsAt, caseChannel } from './agents.ts';
import { textIn } from './language.ts';
import { Moments } from './moments.ts';

const moments = Moments.read('2026-11-21T10:30+01:00');
const now = moments.asOf.toMillis();
const agents = agentsAt(moments, company, (key) => key);
const rules = async (file: string): Promise<RuleSet> => sound(await readDocument(file), file);
const v3 = await rules('sample/company/rules/v3.json');

describe.each(['pl', 'en'] as const)('the ten stories in %s, by the rules of v3', (language) => {
  const engine = compile(v3);

  it.each(routings)('$case', (routing) => {
    const { matched, requirement } = engine.evaluate(valuesOf(routing.case, language));
    expect(matched).toEqual(routing.matched);

    const stages = stagesOf(requirement).filter(({ queue }) => queue !== 'Duty');
    const qualified = stages.map(({ after, skills }) => ({
      after,
      agents: agents.filter((agent) => qualifies(agent, skills, now)).map(({ id }) => id)
    }));
    expect(changesOf(qualified)).toEqual(routing.qualified);
    expect(firstTaker(requirement, stages)).toEqual(routing.given);
  });

  it('all of them are here', () => {
    expect(new Set(routings.map((routing) => routing.case)).size).toBe(10);
  });
});

describe('the agents', () => {
  it('are colleagues, and nobody has more than they can take', () => {
    const keys = new Set(colleagues.map(({ key }) => key));
    for (const { key, open, capacity } of company) {
      expect(keys).toContain(key);
      expect(open).toBeLessThanOrEqual(capacity);
    }
  });

  it('know why: Leszek is away, Wanda offline, Bogna full, and the German of Iwo ended yesterday', () => {
    const kinds = (key: string, skills: WorkItem['skills']) =>
      obstaclesOf(agent(key), item({ skills }), now).map(({ kind }) => kind);
    expect(kinds('leszek', [])).toEqual(['away']);
    expect(kinds('wanda', [])).toEqual(['offline']);
    expect(kinds('bogna', [])).toEqual(['capacity']);
    expect(kinds('iwo', [{ skill: 'German', level: 6, additional: false, dropOrder: 0 }])).toEqual(['expired']);
    expect(kinds('gniewko', [{ skill: 'German', level: 6, additional: false, dropOrder: 0 }])).toEqual([]);
  });
});

describe.each([1, 2, 3, 4])('version %i of the sample company', (version) => {
  it('has no errors, and warns only of the 90 seconds that an org rounds', async () => {
    const { faults } = check(await readDocument(`sample/company/rules/v${String(version)}.json`));
    expect(faults.map(({ code }) => code).filter((code) => code !== 'roundedToMinutes')).toEqual([]);
  });
});

describe('lint', () => {
  const kinds = async (version: string) => {
    const ruleSet = await rules(`sample/company/rules/${version}.json`);
    return lint(ruleSet, { logic: logicOf(ruleSet), stagesOf }, { now, agents })
      .filter(({ severity }) => severity !== 'info')
      .map(({ kind, ruleId }) => `${kind} ${ruleId ?? ''}`);
  };

  it('takes every bait of the draft', async () => {
    expect(await kinds('v4')).toEqual([
      'nobodyHas lang-fr',
      'contradiction return-slow',
      'unreachable receivables-late'
    ]);
  });

  it('has nothing to say against the active version', async () => {
    expect(await kinds('v3')).toEqual([]);
  });
});

describe('the rules of the bank', () => {
  it('are at least 25, have no faults, and none is there for nothing', async () => {
    const bank = await rules('sample/complaints/rules.json');
    expect(check(bank).faults).toEqual([]);
    expect(bank.rules.length).toBeGreaterThanOrEqual(25);
    const engine = compile(bank);
    const hits = new Map<string, number>();
    for (const complaint of await readComplaints())
      for (const id of engine.evaluate(complaintValues(complaint)).matched) hits.set(id, (hits.get(id) ?? 0) + 1);
    expect(bank.rules.map(({ id }) => id).filter((id) => !hits.has(id))).toEqual([]);
  });

  it('leave no complaint to nobody: somebody of the bank has the skills at the latest when they are relaxed', async () => {
    const engine = compile(await rules('sample/complaints/rules.json'));
    const staff = agentsAt(moments, bankAgents, (key) => key);
    const combinations = new Map<string, Requirement>();
    for (const complaint of await readComplaints()) {
      const { requirement } = engine.evaluate(complaintValues(complaint));
      combinations.set(JSON.stringify(requirement), requirement);
    }
    for (const requirement of combinations.values()) {
      const last = stagesOf(requirement).findLast(({ queue }) => queue === undefined);
      expect(
        staff.some((agent) => qualifies(agent, last?.skills ?? [], now)),
        JSON.stringify(requirement)
      ).toBe(true);
    }
  });
});

/** Who is given work first when nobody else's comes between, and at which stage. */
function firstTaker(requirement: Requirement, stages: readonly Stage[]): { agent: string; after: number } | undefined {
  for (const { after, skills } of stages) {
    const matcher = createMatcher();
    for (const each of agents) matcher.putAgent(each);
    matcher.putItem(
      item({
        weight: requirement.capacityWeight ?? 1,
        skills: skills.map((need) => ({ ...need, additional: false, dropOrder: 0 }))
      })
    );
    const assignment = matcher.next(now);
    if (assignment !== undefined) return { agent: assignment.agentId, after };
  }
  return undefined;
}

function item(changes: Partial<WorkItem>): WorkItem {
  return {
    id: 'case',
    channel: caseChannel,
    model: 'MostAvailable',
    priority: 1,
    secondaryPriority: 0,
    requestedAt: now,
    weight: 1,
    skills: [],
    excluded: [],
    ...changes
  };
}

function agent(key: string): Agent {
  return agents.find(({ id }) => id === key) ?? expect.fail(`nobody is ${key}`);
}

function valuesOf(key: string, language: 'pl' | 'en'): Values {
  const story = stories.find(({ cases = [] }) => cases.some((each) => each.key === key)) ?? expect.fail(key);
  const one = story.cases?.find((each) => each.key === key) ?? expect.fail(key);
  const contact = story.contacts.find((each) => each.key === one.contact);
  return {
    Type: one.type ?? null,
    Origin: one.origin,
    Product_Group__c: one.group ?? null,
    Subject: textIn(language, one.subject),
    Language: one.language ?? null,
    'Contact.Yeti_Language__c': contact?.language ?? null,
    'Account.Tier__c': contact === undefined ? null : (story.account.tier ?? 'Standard')
  };
}

function complaintValues(complaint: Awaited<ReturnType<typeof readComplaints>>[number]): Values {
  const row = Object.entries(caseOf(complaint, '', ''));
  return Object.fromEntries(row.map(([field, value]) => [field, value === '' ? null : value]));
}

/** The steps at which others can take it than before. */
function changesOf<T extends { readonly agents: readonly string[] }>(steps: readonly T[]): T[] {
  return steps.filter((step, index) => step.agents.join() !== steps[index - 1]?.agents.join());
}
