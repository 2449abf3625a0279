import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { RuleSet } from '../../../force-app/routing/lwc/yetiRuleSet/types.ts';
import { agents as company } from '../../../sample/company/agents.ts';
import { agentsAt } from '../../sample/agents.ts';
import { Moments } from '../../sample/moments.ts';
import { wordsOf } from '../api/changes.ts';
import { parseDocument, sound, textOf } from '../api/document.ts';
import { conditionAt, pathsIn } from '../api/paths.ts';
import { partsOf } from '../api/save.ts';
import { rulesBySkill, skillUses } from '../api/skills.ts';
import { tryRules } from '../api/trial.ts';
import { isSelector, pick, type Version } from '../api/versions.ts';

const moments = Moments.read('2026-11-21T10:30+01:00');
const now = moments.asOf.toMillis();
const agents = agentsAt(moments, company, (key) => key);
const text = await readFile('sample/company/rules/v3.json', 'utf8');
const v3 = sound(parseDocument(text, 'v3'), 'v3');

describe('a document', () => {
  it('is written as it was read', () => {
    expect(JSON.parse(textOf(v3))).toEqual(JSON.parse(text));
  });

  it('that is faulty is refused with its first fault and how many there are', () => {
    expect(() => sound({ schema: 2, name: '', object: 'Case', rules: [] }, 'x.json')).toThrow(
      'x.json is no valid rule set: schema: The schema is 1. (and 1 more: see "rules validate")'
    );
  });

  it('tells the paths it names, also from parts that are faulty', () => {
    expect(pathsIn({ rules: [{ when: { not: { field: 'Origin' } } }, { when: { any: [{ field: 'A.B' }] } }] })).toEqual(
      ['Origin', 'A.B']
    );
  });

  it('is cut into parts that make it again, none of which begins or ends with a blank or within a character', () => {
    const long: RuleSet = { ...v3, name: `${'one '.repeat(60_000)}${'𝒳'.repeat(60_000)}` };
    const parts = partsOf(long);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.join('')).toBe(JSON.stringify(long));
    for (const part of parts) {
      expect(part).toBe(part.trim());
      expect(part.length).toBeLessThanOrEqual(131_072);
      expect(part).not.toMatch(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/);
    }
  });
});

describe('a version', () => {
  const version = (number: number, status: Version['status']): Version => ({
    id: `a0B00000000000${String(number)}`,
    version: number,
    name: 'Rules',
    status,
    rules: 1,
    notes: '',
    activatedAt: null
  });
  const all = [version(4, 'Draft'), version(3, 'Active'), version(2, 'Archived')];

  it.each([
    ['active', 3],
    ['draft', 4],
    ['2', 2],
    ['v2', 2],
    ['a0B000000000004', 4]
  ])('is picked by %s', (selector, expected) => {
    expect(pick(all, selector).version).toBe(expected);
  });

  it('that is not there is refused with those that are', () => {
    expect(() => pick(all, 'v9')).toThrow(
      'The org has no version "v9" of the rules: there are v4 (Draft), v3 (Active), v2 (Archived).'
    );
    expect(() => pick([], 'active')).toThrow('there are no versions');
  });

  it('is told from a file by its word', () => {
    expect(['active', 'v12', '3', 'rules.json', './active.json'].map(isSelector)).toEqual([
      true,
      true,
      true,
      false,
      false
    ]);
  });
});

describe('a trial', () => {
  it('says which rules match, which condition failed, and who could take it step by step', () => {
    const { rules, stages } = tryRules(
      v3,
      { Type: 'Payment', Subject: 'Refund', 'Contact.Yeti_Language__c': 'pl' },
      agents,
      now
    );
    expect(rules.filter(({ state }) => state === 'matched').map(({ id }) => id)).toEqual(['lang-pl', 'payments']);
    expect(rules.find(({ id }) => id === 'apparel')).toMatchObject({
      state: 'failed',
      path: 'when.all[0]',
      failed: { field: 'Type', op: 'in', value: ['Complaint', 'Return'] }
    });
    expect(stages.map(({ after, candidates }) => [after, candidates])).toMatchObject([
      [
        0,
        [
          { name: 'roza', obstacles: [] },
          { name: 'wanda', obstacles: ['offline'] }
        ]
      ],
      [600, [{ name: 'mira' }, { name: 'roza' }, { name: 'wanda' }]],
      [1800, expect.anything()]
    ]);
  });
});

describe('the skills', () => {
  it('count who has them now, and which rules ask for them', () => {
    const names = ['German', 'French', 'Polish'].map((name) => ({ name, label: name }));
    expect(skillUses(names, agents, rulesBySkill(v3), now)).toEqual([
      // The German of Iwo has ended.
      { skill: 'German', label: 'German', agents: 1, present: 1, highest: 6, rules: 1 },
      { skill: 'French', label: 'French', agents: 0, present: 0, highest: undefined, rules: 0 },
      // Asked for by lang-pl, and by lang-uk once Ukrainian is given up.
      { skill: 'Polish', label: 'Polish', agents: 12, present: 10, highest: 10, rules: 2 }
    ]);
  });
});

describe('a condition', () => {
  const blank = { field: 'B', op: 'isBlank' } as const;
  const when = { all: [{ field: 'A', op: 'isBlank' }, { not: { any: [{ not: blank }] } }] } as const;

  it('is found at its path', () => {
    expect(conditionAt(when, 'when')).toBe(when);
    expect(conditionAt(when, 'when.all[1].not.any[0].not')).toBe(blank);
  });

  it.each(['when.not', 'when.any[0]', 'when.all[2]', 'when.all[0].all[0]'])('is not made up at %s', (path) => {
    expect(() => conditionAt(when, path)).toThrow('The condition has no');
  });

  it('is one line', () => {
    expect(
      wordsOf({
        all: [
          {
            any: [
              { field: 'A', op: 'isBlank' },
              { field: 'A', op: 'in', value: ['x', 1] }
            ]
          },
          { not: { field: 'B', op: 'equals', value: true } }
        ]
      })
    ).toBe('(A isBlank or A in ["x",1]) and (not (B equals true))');
  });
});
