import { createElement } from 'lwc';
import { deskOf, type Overview } from 'c/yetiRuleModel';
import YetiRuleTry from 'c/yetiRuleTry';
import type { RuleSet } from 'c/yetiRuleSet';
import findCase from '@salesforce/apex/YetiRuleSetController.findCase';
import { settle } from 'test/support/settle';

jest.mock('@salesforce/apex/YetiRuleSetController.findCase', () => ({ default: jest.fn() }), { virtual: true });

const agent = { presence: 'Available', channels: ['Case'], capacity: 5, used: 0, open: 0, lastWorkAt: 0 } as const;
const overview: Overview = {
  versions: [],
  catalogue: { fields: [{ path: 'Type', label: 'Case Type', type: 'text' }], skills: [], queues: [] },
  agents: [
    { ...agent, id: '1', name: 'Kalina', skills: [{ skill: 'Complaints', level: 9 }] },
    { ...agent, id: '2', name: 'Borys', skills: [{ skill: 'Complaints', level: 4 }] },
    { ...agent, id: '3', name: 'Bogna', used: 5, skills: [{ skill: 'Complaints', level: 8 }] }
  ],
  hits: { counts: {}, last: {}, since: null, samples: [] },
  canEdit: true
};
const rules: RuleSet = {
  schema: 1,
  name: 'Test',
  object: 'Case',
  rules: [
    {
      id: 'complaint',
      label: 'Complaints',
      active: true,
      when: { field: 'Type', op: 'equals', value: 'Complaint' },
      then: { skills: [{ skill: 'Complaints', level: 5, relax: [{ after: 600, to: 3 }] }] }
    },
    {
      id: 'return',
      label: 'Returns',
      active: true,
      when: {
        all: [
          { field: 'Type', op: 'isNotBlank' },
          { field: 'Type', op: 'equals', value: 'Return' }
        ]
      },
      then: { priority: 2 }
    }
  ]
};

async function open(more: object = {}): Promise<HTMLElement> {
  const element = createElement('c-yeti-rule-try', { is: YetiRuleTry });
  Object.assign(element, { document: rules, desk: deskOf(overview, 0), isSound: true, ...more });
  document.body.appendChild(element);
  await settle();
  return element;
}

async function find(element: HTMLElement, caseNumber: string): Promise<void> {
  element.shadowRoot
    ?.querySelector('[data-number]')
    ?.dispatchEvent(new CustomEvent('change', { detail: { value: caseNumber } }));
  element.shadowRoot?.querySelector('form')?.dispatchEvent(new CustomEvent('submit', { cancelable: true }));
  await settle();
}

const text = (element: HTMLElement, selector: string): string =>
  element.shadowRoot?.querySelector(selector)?.textContent ?? '';

beforeEach(() => {
  jest.mocked(findCase).mockReset();
});
afterEach(() => document.body.replaceChildren());

describe('c-yeti-rule-try', () => {
  it('says of a case which rules match, why the others do not, the stages, and who could take it', async () => {
    const element = await open();
    jest
      .mocked(findCase)
      .mockResolvedValue({ id: '5', caseNumber: '0005', subject: 'Leak', values: { Type: 'Complaint' } });
    await find(element, '5');
    expect(findCase).toHaveBeenCalledWith({ caseNumber: '5', paths: ['Type'] });
    expect(text(element, '[data-matched]')).toContain('1 Complaints');
    expect(text(element, '[data-others]')).toContain('2 Returnsc.Yeti_Rules_Trace_Is');
    expect(text(element, '.stages')).toContain('c.Yeti_Rules_Stage_At_OnceComplaints ≥ 5Kalina, Bogna');
    expect(text(element, '.stages')).toContain('Kalina, Borys, Bogna');
    const agents = [...(element.shadowRoot?.querySelectorAll('[data-agents] li') ?? [])].map(
      (each) => each.textContent
    );
    expect(agents).toEqual([
      'Kalinac.Yeti_Rules_Try_Can_Take',
      'Bognac.Yeti_Rules_Obstacle_Capacity',
      'Borysc.Yeti_Rules_Obstacle_Level'
    ]);
    await expect(element).toBeAccessible();
  });

  it('runs on typed values', async () => {
    const element = await open();
    element.shadowRoot
      ?.querySelector('[data-path="Type"]')
      ?.dispatchEvent(new CustomEvent('change', { detail: { value: 'Return' } }));
    await settle();
    expect(text(element, '[data-matched]')).toContain('2 Returns');
  });

  it('says that there is no such case', async () => {
    const element = await open();
    jest.mocked(findCase).mockResolvedValue(null);
    await find(element, '99');
    expect(text(element, '[data-problem]')).toBe('c.Yeti_Rules_Try_No_Case');
  });

  it('waits for rules that are complete', async () => {
    const element = await open({ isSound: false });
    expect(element.shadowRoot?.textContent).toContain('c.Yeti_Rules_Try_Unfinished');
  });
});
