import { createElement } from 'lwc';
import YetiRulePreviewPanel from 'c/yetiRulePreviewPanel';
import type { Rule, RuleSet } from 'c/yetiRuleSet';
import { namesOf } from 'c/yetiRuleWords';
import getCases from '@salesforce/apex/YetiRuleSetController.getCases';
import { settle } from 'test/support/settle';

jest.mock('@salesforce/apex/YetiRuleSetController.getCases', () => ({ default: jest.fn() }), { virtual: true });

const names = namesOf({ fields: [], skills: [{ name: 'KeyAccounts', label: 'Key accounts' }], queues: [] });

function rule(id: string, origin: string, then: Rule['then']): Rule {
  return { id, label: `Rule ${id}`, active: true, when: { field: 'Origin', op: 'equals', value: origin }, then };
}

function documentOf(...rules: readonly Rule[]): RuleSet {
  return { schema: 1, name: 'Test', object: 'Case', rules };
}

const draft = documentOf(
  rule('web', 'Web', { skills: [{ skill: 'KeyAccounts', level: 6 }] }),
  rule('fax', 'Fax', { priority: 1 })
);

async function open(more: object = {}): Promise<HTMLElement> {
  const element = createElement('c-yeti-rule-preview-panel', { is: YetiRulePreviewPanel });
  const activeDocument = documentOf(rule('web', 'Web', { priority: 3 }));
  const desk = { names, agents: [] };
  Object.assign(element, { document: draft, activeDocument, desk, isSound: true, ...more });
  document.body.appendChild(element);
  await settle();
  return element;
}

const part = (element: HTMLElement, selector: string) => element.shadowRoot?.querySelector<HTMLElement>(selector);

async function run(element: HTMLElement): Promise<void> {
  part(element, '[data-run]')?.click();
  await settle();
}

beforeEach(() => {
  jest
    .mocked(getCases)
    .mockReset()
    .mockResolvedValue([
      { id: '5', caseNumber: '0005', subject: 'Late', values: { Origin: 'Web' } },
      { id: '6', caseNumber: '0006', values: { Origin: 'Phone' } }
    ]);
});
afterEach(() => document.body.replaceChildren());

describe('c-yeti-rule-preview-panel', () => {
  it('says of each case that is treated otherwise what changes from what to what', async () => {
    const element = await open();
    await run(element);
    expect(getCases).toHaveBeenCalledWith({ howMany: 50, paths: ['Origin'] });
    expect(part(element, '.before')?.textContent).toBe('c.Yeti_Rules_Says_Priority');
    expect(part(element, '.after')?.textContent).toBe('Key accounts ≥ 6');
    expect(element.shadowRoot?.querySelectorAll('.before')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('names the rules that matched nothing, and leads to them', async () => {
    const element = await open();
    await run(element);
    const pick = jest.fn<(event: Event) => void>();
    element.addEventListener('pick', pick);
    part(element, '[data-id="fax"]')?.click();
    expect(pick.mock.lastCall?.[0]).toMatchObject({ detail: 'fax' });
    expect(part(element, '[data-id="web"]')).toBeNull();
  });

  it('says what failed', async () => {
    jest.mocked(getCases).mockRejectedValue({ body: { message: 'No answer' } });
    const element = await open();
    await run(element);
    expect(part(element, '[data-problem]')?.textContent).toBe('No answer');
  });

  it('runs no rules that are not complete', async () => {
    const element = await open({ isSound: false });
    await run(element);
    expect(getCases).not.toHaveBeenCalled();
  });
});
