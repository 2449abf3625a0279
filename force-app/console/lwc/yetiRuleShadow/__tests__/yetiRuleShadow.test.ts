import { createElement } from 'lwc';
import YetiRuleShadow from 'c/yetiRuleShadow';
import getDifferences from '@salesforce/apex/YetiRuleSetController.getDifferences';
import setShadow from '@salesforce/apex/YetiRuleSetController.setShadow';
import { namesOf } from 'c/yetiRuleWords';
import { settle } from 'test/support/settle';

jest.mock('@salesforce/apex/YetiRuleSetController.getDifferences', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiRuleSetController.setShadow', () => ({ default: jest.fn() }), { virtual: true });

const names = namesOf({ fields: [], skills: [{ name: 'KeyAccounts', label: 'Key accounts' }], queues: [] });
const draft = { id: 'v4', version: 4, status: 'Draft', shadow: false, ruleCount: 1, modifiedAt: '', modifiedBy: '' };

async function open(more: object = {}): Promise<HTMLElement> {
  const element = createElement('c-yeti-rule-shadow', { is: YetiRuleShadow });
  Object.assign(element, { version: draft, desk: { names }, canEdit: true, ...more });
  document.body.appendChild(element);
  await settle();
  return element;
}

beforeEach(() => {
  jest.mocked(setShadow).mockReset().mockResolvedValue(undefined);
  const row = {
    caseId: '5',
    caseNumber: '0005',
    decidedAt: '2026-11-21T09:30:00Z',
    active: '{"priority":3,"queue":"FrontDesk"}',
    draft: '{"skills":[{"skill":"KeyAccounts","level":6}]}'
  };
  jest
    .mocked(getDifferences)
    .mockReset()
    .mockResolvedValue({ decided: 9, different: 1, rows: [row] });
});
afterEach(() => document.body.replaceChildren());

describe('c-yeti-rule-shadow', () => {
  it('lists what the draft would have decided otherwise', async () => {
    const element = await open();
    expect(element.shadowRoot?.querySelector('li')?.textContent).toContain('c.Yeti_Rules_Says_Priority');
    expect(element.shadowRoot?.querySelector('li')?.textContent).toContain('Key accounts ≥ 6');
    expect(element.shadowRoot?.querySelector('a')?.getAttribute('href')).toContain('/Case/5/');
    await expect(element).toBeAccessible();
  });

  it('turns the shadow on and says that something changed', async () => {
    const element = await open();
    const changed = jest.fn();
    element.addEventListener('changed', changed);
    element.shadowRoot?.querySelector<HTMLElement>('[data-switch]')?.click();
    await settle();
    expect(setShadow).toHaveBeenCalledWith({ draftId: 'v4', isOn: true });
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('asks for nothing without a draft', async () => {
    await open({ version: { ...draft, status: 'Active' } });
    expect(getDifferences).not.toHaveBeenCalled();
  });
});
