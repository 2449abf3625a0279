import {
  comparisonText,
  conditionText,
  durationText,
  faultText,
  findingText,
  namesOf,
  needText,
  requirementTexts
} from 'c/yetiRuleWords';
import type { Kind } from 'c/yetiRuleLint';
import { texts, validate, type Catalogue, type Condition } from 'c/yetiRuleSet';

jest.mock('@salesforce/label/c.Yeti_Lint_AboveAll', () => ({ default: '{0} {1} > {2}' }), { virtual: true });
jest.mock('@salesforce/label/c.Yeti_Lint_Combination', () => ({ default: '[{0}]' }), { virtual: true });
jest.mock('@salesforce/label/c.Yeti_Lint_Overruled', () => ({ default: '{0} {1} {2} {3}' }), { virtual: true });
jest.mock('@salesforce/label/c.Yeti_Lint_Stale', () => ({ default: '{0}' }), { virtual: true });

const catalogue: Catalogue = {
  fields: [
    { path: 'Type', label: 'Case Type', type: 'picklist', values: [{ value: 'Complaint', label: 'Reklamacja' }] },
    { path: 'Vip__c', label: 'VIP', type: 'boolean' }
  ],
  skills: [{ name: 'KeyAccounts', label: 'Key accounts' }],
  queues: [{ name: 'FrontDesk', label: 'Front desk' }]
};
const names = namesOf(catalogue);
const complaint = { field: 'Type', op: 'equals', value: 'Complaint' } as const;
const web: Condition = { field: 'Origin', op: 'in', value: ['Web', 'Chat'] };

describe('conditions', () => {
  it('are named as the org names fields and values, else as the developer did', () => {
    expect(comparisonText(complaint, names)).toBe('Case Type c.Yeti_Rules_Op_Equals Reklamacja');
    expect(comparisonText(complaint, namesOf())).toBe('Type c.Yeti_Rules_Op_Equals Complaint');
    expect(comparisonText({ field: 'Vip__c', op: 'equals', value: true }, names)).toContain('c.Yeti_Rules_True');
    expect(comparisonText({ field: 'Type', op: 'isBlank' }, names)).toBe('Case Type c.Yeti_Rules_Op_Blank');
    expect(comparisonText({ field: '', op: 'equals', value: '' }, names)).toContain('c.Yeti_Rules_Nothing');
  });

  it('are one sentence with brackets around groups within', () => {
    expect(conditionText({ all: [complaint, { any: [web, complaint] }] }, names)).toBe(
      'Case Type c.Yeti_Rules_Op_Equals Reklamacja c.Yeti_Rules_And (Origin c.Yeti_Rules_Op_In Web, Chat ' +
        'c.Yeti_Rules_Or Case Type c.Yeti_Rules_Op_Equals Reklamacja)'
    );
    expect(conditionText({ all: [{ any: [web] }] }, names)).toBe('Origin c.Yeti_Rules_Op_In Web, Chat');
    expect(conditionText({ not: web }, names)).toBe('c.Yeti_Rules_Not');
  });
});

describe('requirements', () => {
  it.each([
    [90, '90 s'],
    [600, '10 min'],
    [5400, '90 min'],
    [14_400, '4 h']
  ])('say %d seconds as %s', (seconds, text) => {
    expect(durationText(seconds)).toBe(text);
  });

  it('say a skill with its steps', () => {
    const relax = [
      { after: 120, to: 4 },
      { after: 300, instead: { skill: 'Polish', level: 7 } },
      { after: 900, drop: true }
    ] as const;
    expect(needText({ skill: 'KeyAccounts', level: 6, relax }, names)).toBe(
      'Key accounts ≥ 6 ▸ 2 min ≥ 4 ▸ 5 min Polish ≥ 7 ▸ 15 min c.Yeti_Rules_Relax_Drop'
    );
  });

  it('say each thing once, in a fixed order', () => {
    const requirement = {
      fallback: { after: 1800, queue: 'Duty' },
      priority: 0,
      preferred: 'owner',
      skills: [{ skill: 'KeyAccounts', level: 1 }]
    } as const;
    expect(requirementTexts(requirement, names)).toEqual([
      'Key accounts ≥ 1',
      'c.Yeti_Rules_Says_Priority',
      'c.Yeti_Rules_Says_Owner',
      'c.Yeti_Rules_Says_Fallback'
    ]);
  });
});

describe('faults and findings', () => {
  it('have a label for every code', () => {
    for (const code of Object.keys(texts)) {
      const fault = { path: '', code, args: [], severity: 'error', message: 'English' } as const;
      expect(faultText(fault)).toBe(`c.Yeti_Rule_${code.charAt(0).toUpperCase()}${code.slice(1)}`);
    }
  });

  it('are said in English where a code is new', () => {
    const [fault] = validate({});
    expect(fault && faultText({ ...fault, code: 'brandNew' })).toBe(fault?.message);
  });

  it('say the reason, when it resolves itself, and the mend', () => {
    const finding = {
      ruleId: 'a',
      kind: 'nobodyHas',
      severity: 'warning',
      args: ['French'],
      message: '',
      mend: ''
    } as const;
    expect(findingText(finding, names)).toBe('c.Yeti_Lint_NobodyHas c.Yeti_Lint_NobodyHas_Mend');
    expect(findingText({ ...finding, after: 300 }, names)).toContain('c.Yeti_Lint_After');
  });

  it('name skills, queues and keys as people do', () => {
    const finding = { ruleId: 'a', severity: 'warning', message: '', mend: '' } as const;
    const said = (kind: Kind, ...args: readonly string[]): string => findingText({ ...finding, kind, args }, names);
    expect(said('aboveAll', 'KeyAccounts', '9', '8')).toContain('Key accounts 9 > 8');
    expect(said('combination', 'German 6, KeyAccounts 6')).toContain('[German 6, Key accounts 6]');
    expect(said('overruled', 'Night', 'queue', 'FrontDesk', 'Duty')).toContain(
      'Night c.Yeti_Rules_Key_Queue Front desk Duty'
    );
    expect(said('stale', '2026-08-01')).toContain('2026');
  });
});
