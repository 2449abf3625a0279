import { createElement } from 'lwc';
import YetiIdentityLine from 'c/yetiIdentityLine';
import getState from '@salesforce/apex/YetiIdentityController.getState';
import link from '@salesforce/apex/YetiIdentityController.link';
import undo from '@salesforce/apex/YetiIdentityController.undo';
import unlink from '@salesforce/apex/YetiIdentityController.unlink';
import { settle } from 'test/support/settle';

jest.mock('@salesforce/apex/YetiIdentityController.getState', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiIdentityController.link', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiIdentityController.undo', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiIdentityController.unlink', () => ({ default: jest.fn() }), { virtual: true });

type Answers = Record<'mockResolvedValue' | 'mockRejectedValue', (value: unknown) => void>;
const answers = (method: unknown) => method as Answers;

const item = {
  id: 'a00000000000001AAA',
  source: 'Yeti_Interaction',
  channel: 'SMS',
  occurredAt: '2026-11-21T09:19:00.000Z',
  title: 'Hello',
  noise: false,
  identity: { status: 'Suggested', basis: 'Several' }
};
const suggested = {
  status: 'Suggested',
  basis: 'Several customers have this address (2)',
  candidates: [
    { id: '003000000000001AAA', name: 'Alicja Dwojak' },
    { id: '003000000000002AAA', name: 'Adam Dwojak', tellApart: 'Kraków' }
  ],
  hiddenCandidates: 1,
  editable: true
};
const matched = {
  status: 'Matched',
  basis: 'Verified address',
  contactId: '003000000000002AAA',
  contactName: 'Adam Dwojak',
  candidates: [],
  hiddenCandidates: 0,
  editable: true,
  undoId: 'a01000000000001AAA',
  undoSubject: 'Linked to Adam Dwojak'
};

async function show(values: object = item): Promise<HTMLElement> {
  const element = createElement('c-yeti-identity-line', { is: YetiIdentityLine });
  Object.assign(element, { item: values, recordId: '500000000000001AAA' });
  document.body.appendChild(element);
  await settle();
  return element;
}

const find = <E extends HTMLElement>(element: HTMLElement, selector: string) =>
  element.shadowRoot?.querySelector<E>(selector);

async function sayWhy(element: HTMLElement, reason: string): Promise<void> {
  find(element, '[data-reason]')?.dispatchEvent(new CustomEvent('change', { detail: { value: reason } }));
  find(element, '[data-confirm]')?.click();
  await settle();
}

beforeEach(() => {
  answers(getState).mockResolvedValue(suggested);
  for (const method of [link, unlink, undo]) answers(method).mockResolvedValue(null);
});

afterEach(() => {
  document.body.replaceChildren();
  jest.clearAllMocks();
});

describe('c-yeti-identity-line', () => {
  it('shows nothing where nobody asked', async () => {
    const element = await show({ ...item, identity: null });

    expect(element.shadowRoot?.textContent).toBe('');
    expect(getState).not.toHaveBeenCalled();
  });

  it('says how sure it is and why', async () => {
    const element = await show();

    expect(find(element, '[data-status]')?.textContent).toBe('c.Yeti_Identity_Suggested');
    expect(find(element, '[data-basis]')?.textContent).toBe(suggested.basis);
    expect(find(element, 'c-yeti-identity-choice')).toMatchObject({ hiddenCandidates: 1, editable: true });
    await expect(element).toBeAccessible();
  });

  it('links to whom the agent chooses, once a reason is given', async () => {
    const element = await show();
    const refreshed = jest.fn();
    element.addEventListener('refresh', refreshed);

    find(element, 'c-yeti-identity-choice')?.dispatchEvent(
      new CustomEvent('choose', { detail: suggested.candidates[1] })
    );
    await settle();
    await expect(element).toBeAccessible();
    answers(getState).mockResolvedValue(matched);
    await sayWhy(element, 'said so');

    expect(link).toHaveBeenCalledWith({ recordId: item.id, contactId: '003000000000002AAA', reason: 'said so' });
    expect(find(element, '[data-status]')?.textContent).toBe('c.Yeti_Identity_Matched');
    expect(find(element, '[data-undo]')).not.toBeNull();
  });

  it('unlinks with a reason', async () => {
    answers(getState).mockResolvedValue(matched);
    const element = await show();

    find(element, '[data-unlink]')?.click();
    await settle();
    await sayWhy(element, 'her order');

    expect(unlink).toHaveBeenCalledWith({ recordId: item.id, reason: 'her order' });
  });

  it('takes the last change back', async () => {
    answers(getState).mockResolvedValue(matched);
    const element = await show();

    find(element, '[data-undo]')?.click();
    await settle();

    expect(undo).toHaveBeenCalledWith({ auditId: matched.undoId });
  });

  it('changes nothing when the agent thinks again', async () => {
    answers(getState).mockResolvedValue(matched);
    const element = await show();

    find(element, '[data-unlink]')?.click();
    await settle();
    find(element, '.form')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    await settle();

    expect(find(element, '[data-confirm]')).toBeNull();
    expect(unlink).not.toHaveBeenCalled();
  });

  it('says what failed, and keeps the form', async () => {
    answers(getState).mockResolvedValue(matched);
    answers(unlink).mockRejectedValue({ body: { message: 'Say why' } });
    const element = await show();

    find(element, '[data-unlink]')?.click();
    await settle();
    await sayWhy(element, '');

    expect(find(element, '[role="alert"]')?.textContent).toBe('Say why');
    expect(find(element, '[data-confirm]')).not.toBeNull();
  });

  it('offers nothing to who may not change it', async () => {
    answers(getState).mockResolvedValue({ ...matched, editable: false });
    const element = await show();

    expect(find(element, '[data-unlink]')).toBeNull();
    expect(find(element, '[data-undo]')).toBeNull();
  });
});
