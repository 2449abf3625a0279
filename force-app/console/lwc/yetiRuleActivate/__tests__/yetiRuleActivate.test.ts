import { createElement } from 'lwc';
import YetiRuleActivate from 'c/yetiRuleActivate';
import { namesOf } from 'c/yetiRuleWords';
import makeActive from '@salesforce/apex/YetiRuleSetController.makeActive';
import { settle } from 'test/support/settle';

jest.mock('@salesforce/apex/YetiRuleSetController.makeActive', () => ({ default: jest.fn() }), { virtual: true });

const draft = { id: 'v4', version: 4, status: 'Draft', shadow: false, ruleCount: 1, modifiedAt: '', modifiedBy: '' };
const save = jest.fn<() => Promise<string | undefined>>();
const activated = jest.fn<(event: Event) => void>();

function open(more: object = {}): HTMLElement {
  const element = createElement('c-yeti-rule-activate', { is: YetiRuleActivate });
  Object.assign(element, { version: draft, desk: { names: namesOf() }, save, canEdit: true, ...more });
  element.addEventListener('activated', activated);
  document.body.appendChild(element);
  return element;
}

const part = (element: HTMLElement, selector: string) => element.shadowRoot?.querySelector<HTMLElement>(selector);

beforeEach(() => {
  jest.mocked(makeActive).mockReset().mockResolvedValue(undefined);
  save.mockReset().mockResolvedValue('state');
  activated.mockReset();
});
afterEach(() => document.body.replaceChildren());

describe('c-yeti-rule-activate', () => {
  it('activates what is saved, with the note', async () => {
    const element = open({ active: { ...draft, id: 'v3', version: 3, status: 'Active' } });
    part(element, '[data-note]')?.dispatchEvent(new CustomEvent('change', { detail: { value: 'Why' } }));
    part(element, '[data-activate]')?.click();
    await settle();
    expect(makeActive).toHaveBeenCalledWith({ ruleSetId: 'v4', note: 'Why', state: 'state', insteadOf: 'v3' });
    expect(activated).toHaveBeenCalledTimes(1);
    expect(part(element, '[data-done]')?.textContent).toBe('c.Yeti_Rules_Activate_Done');
    await expect(element).toBeAccessible();
  });

  it('is blocked by errors, not by warnings', () => {
    expect(part(open({ errors: 1 }), '[data-activate]')).toMatchObject({ disabled: true });
    expect(part(open({ warnings: 1 }), '[data-activate]')).toMatchObject({ disabled: false });
  });

  it('activates nothing that could not be saved', async () => {
    save.mockResolvedValue(undefined);
    const element = open();
    part(element, '[data-activate]')?.click();
    await settle();
    expect(makeActive).not.toHaveBeenCalled();
    expect(part(element, '[data-problem]')?.textContent).toBe('c.Yeti_Rules_Activate_Unsaved');
  });

  it('says why the org refuses', async () => {
    jest.mocked(makeActive).mockRejectedValue({ body: { message: 'Somebody was faster' } });
    const element = open();
    part(element, '[data-activate]')?.click();
    await settle();
    expect(part(element, '[data-problem]')?.textContent).toBe('Somebody was faster');
    expect(activated).not.toHaveBeenCalled();
  });

  it('has nothing to activate without a draft', () => {
    expect(part(open({ version: { ...draft, status: 'Active' } }), '[data-activate]')).toBeNull();
  });
});
