import { createElement } from 'lwc';
import YetiRuleVersions from 'c/yetiRuleVersions';
import { deskOf, type Overview, type Version } from 'c/yetiRuleModel';
import type { RuleSet } from 'c/yetiRuleSet';
import makeActive from '@salesforce/apex/YetiRuleSetController.makeActive';
import discardDraft from '@salesforce/apex/YetiRuleSetController.discardDraft';
import getDocument from '@salesforce/apex/YetiRuleSetController.getDocument';
import { settle } from 'test/support/settle';

jest.mock('@salesforce/apex/YetiRuleSetController.makeActive', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiRuleSetController.discardDraft', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiRuleSetController.getDocument', () => ({ default: jest.fn() }), { virtual: true });

const versions: readonly Version[] = (['Draft', 'Active', 'Archived'] as const).map((status, index) => ({
  id: `v${String(3 - index)}`,
  version: 3 - index,
  status,
  shadow: false,
  ruleCount: 1,
  modifiedAt: '2026-11-21T09:30:00Z',
  modifiedBy: 'Zenon'
}));
const overview: Overview = {
  versions,
  catalogue: { fields: [], skills: [], queues: [] },
  agents: [],
  hits: { counts: {}, last: {}, since: null, samples: [] },
  canEdit: true
};
const rules: RuleSet = {
  schema: 1,
  name: 'Test',
  object: 'Case',
  rules: [{ id: 'a', label: 'A', active: true, when: { field: 'Type', op: 'isBlank' }, then: { priority: 1 } }]
};
const heard = jest.fn<(event: Event) => void>();

async function open(): Promise<HTMLElement> {
  const element = createElement('c-yeti-rule-versions', { is: YetiRuleVersions });
  Object.assign(element, { versions, openId: 'v3', document: rules, desk: deskOf(overview, 0), canEdit: true });
  for (const name of ['changed', 'replace', 'openversion']) element.addEventListener(name, heard);
  document.body.appendChild(element);
  await settle();
  return element;
}

const part = (element: HTMLElement, selector: string) => element.shadowRoot?.querySelector<HTMLElement>(selector);

async function press(element: HTMLElement, selector: string): Promise<void> {
  part(element, selector)?.click();
  await settle();
}

async function choose(element: HTMLElement, file: string): Promise<void> {
  const input = part(element, '[data-import]');
  if (!input) throw new Error('Nothing to choose with');
  Object.defineProperty(input, 'files', { value: [{ name: 'rules.json', text: () => Promise.resolve(file) }] });
  input.dispatchEvent(new CustomEvent('change'));
  await settle();
}

beforeEach(() => {
  heard.mockReset();
  jest.mocked(makeActive).mockReset().mockResolvedValue(undefined);
  jest.mocked(discardDraft).mockReset().mockResolvedValue(undefined);
  jest.mocked(getDocument).mockReset();
});
afterEach(() => document.body.replaceChildren());

describe('c-yeti-rule-versions', () => {
  it('rolls back to an archived version once that is confirmed', async () => {
    const element = await open();
    await press(element, '[data-version="v1"] [aria-label="c.Yeti_Rules_Roll_Back_Name"]');
    expect(makeActive).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
    await press(element, '[data-confirm]');
    expect(makeActive).toHaveBeenCalledWith({ ruleSetId: 'v1', note: '', insteadOf: 'v2' });
    expect(heard.mock.lastCall?.[0].type).toBe('changed');
  });

  it('discards a draft once that is confirmed, and nothing else', async () => {
    const element = await open();
    expect(element.shadowRoot?.querySelectorAll('[aria-label="c.Yeti_Rules_Discard_Name"]')).toHaveLength(1);
    await press(element, '[aria-label="c.Yeti_Rules_Discard_Name"]');
    await press(element, '[data-confirm]');
    expect(discardDraft).toHaveBeenCalledWith({ draftId: 'v3' });
  });

  it('compares what is open with the active version', async () => {
    jest.mocked(getDocument).mockResolvedValue({
      id: 'v2',
      version: 2,
      state: '',
      document: JSON.stringify({ ...rules, rules: [] })
    });
    const element = await open();
    await press(element, '[data-compare]');
    expect(getDocument).toHaveBeenCalledWith({ ruleSetId: 'v2' });
    expect(part(element, 'c-yeti-rule-changes')?.shadowRoot?.textContent).toContain('c.Yeti_Rules_Change_Added');
  });

  it('takes rules from a file, unless they have faults', async () => {
    const element = await open();
    await choose(element, JSON.stringify(rules));
    expect((heard.mock.lastCall?.[0] as CustomEvent<RuleSet>).detail).toEqual(rules);
    heard.mockReset();
    const other = await open();
    await choose(other, '{"schema":2}');
    expect(part(other, '[data-problem]')?.textContent).toContain('schema: c.Yeti_Rule_WrongSchema');
    expect(heard).not.toHaveBeenCalled();
  });
});
