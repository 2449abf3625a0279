import { createElement } from 'lwc';
import YetiCustomerConsents from 'c/yetiCustomerConsents';
import recordConsent from '@salesforce/apex/YetiCustomerCardController.recordConsent';
import { settle } from 'test/support/settle';

jest.mock('@salesforce/apex/YetiCustomerCardController.recordConsent', () => ({ default: jest.fn() }), {
  virtual: true
});

type Answers = Record<'mockResolvedValue' | 'mockRejectedValue', (value: unknown) => void>;
const recording = recordConsent as unknown as Answers;
const contactId = '003000000000001AAA';
const given = {
  id: 'a02000000000001AAA',
  channel: 'Newsletter',
  purpose: 'Marketing',
  purposeLabel: 'Marketing',
  given: true,
  source: 'shop',
  saidAt: '2026-11-01T09:00:00.000Z'
};
const withdrawn = { ...given, id: 'a02000000000002AAA', channel: null, given: false, source: 'phone' };

function show(values: object = {}): HTMLElement {
  const element = createElement('c-yeti-customer-consents', { is: YetiCustomerConsents });
  Object.assign(element, {
    contactId,
    consents: [given, withdrawn],
    purposes: [
      { value: 'Service', label: 'Obsługa' },
      { value: 'Marketing', label: 'Marketing' }
    ],
    channels: [{ value: 'Newsletter', label: 'Biuletyn' }],
    editable: true,
    ...values
  });
  document.body.appendChild(element);
  return element;
}

const find = (element: HTMLElement, selector: string) => element.shadowRoot?.querySelector<HTMLElement>(selector);
const choose = (element: HTMLElement, selector: string, value: string) =>
  find(element, selector)?.dispatchEvent(new CustomEvent('change', { detail: { value } }));

beforeEach(() => {
  recording.mockResolvedValue(null);
});

afterEach(() => {
  document.body.replaceChildren();
  jest.clearAllMocks();
});

describe('c-yeti-customer-consents', () => {
  it('shows each word with channel, purpose and source', async () => {
    const element = show();

    const rows = Array.from(element.shadowRoot?.querySelectorAll('[data-consent]') ?? []);
    expect(rows).toHaveLength(2);
    expect(rows[0]?.textContent).toContain('Biuletyn');
    expect(rows[0]?.textContent).toContain('shop');
    expect(rows[1]?.textContent).toContain('c.Yeti_Card_Consent_All');
    expect(rows[1]?.textContent).toContain('c.Yeti_Card_Consent_Withdraw');
    await expect(element).toBeAccessible();
  });

  it('says that nothing was said', () => {
    expect(show({ consents: [] }).shadowRoot?.textContent).toContain('c.Yeti_Card_Consent_None');
  });

  it('withdraws where it was given, once a source is named', async () => {
    const element = show();
    const saved = jest.fn();
    element.addEventListener('saved', saved);

    find(element, '[data-withdraw]')?.click();
    await settle();
    await expect(element).toBeAccessible();
    choose(element, '[data-source]', 'phone');
    find(element, '[data-save]')?.click();
    await settle();

    expect(recordConsent).toHaveBeenCalledWith({
      contactId,
      channel: 'Newsletter',
      purpose: 'Marketing',
      given: false,
      source: 'phone'
    });
    expect(saved).toHaveBeenCalled();
  });

  it('records a new word, on every channel unless one is chosen', async () => {
    const element = show({ consents: [] });

    find(element, '[data-add]')?.click();
    await settle();
    choose(element, '[data-purpose]', 'Marketing');
    choose(element, '[data-answer]', 'withdrawn');
    choose(element, '[data-source]', 'letter');
    find(element, '[data-save]')?.click();
    await settle();

    expect(recordConsent).toHaveBeenCalledWith({
      contactId,
      channel: null,
      purpose: 'Marketing',
      given: false,
      source: 'letter'
    });
  });

  it('says what failed, and closes on Escape', async () => {
    recording.mockRejectedValue({ body: { message: 'Say where' } });
    const element = show();
    find(element, '[data-add]')?.click();
    await settle();
    find(element, '[data-save]')?.click();
    await settle();
    expect(find(element, '[role="alert"]')?.textContent).toBe('Say where');

    find(element, '.form')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    await settle();

    expect(find(element, '[data-save]')).toBeNull();
  });

  it('offers nothing to who may not write', () => {
    const element = show({ editable: false });

    expect(find(element, '[data-add]')).toBeNull();
    expect(find(element, '[data-withdraw]')).toBeNull();
  });
});
