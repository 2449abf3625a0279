import { createElement } from 'lwc';
import YetiLog from 'c/yetiLog';
import type { Check } from 'c/yetiNowModel';
import getCheck from '@salesforce/apex/YetiReplyController.getCheck';
import log from '@salesforce/apex/YetiLogController.log';
import { settle } from 'test/support/settle';

jest.mock('@salesforce/apex/YetiLogController.log', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiReplyController.getCheck', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('lightning/refresh', () => ({ RefreshEvent: class extends CustomEvent<undefined> {} }));

const check: Check = { channel: 'Phone', purpose: 'Service', forbidden: false, quiet: false, recentContacts: 0 };
const recordId = '500000000000001AAA';

function show(kind: YetiLog['kind']): HTMLElement {
  const element: HTMLElement & Pick<YetiLog, 'recordId' | 'kind' | 'direction'> = createElement('c-yeti-log', {
    is: YetiLog
  }) as never;
  Object.assign(element, { recordId, kind, direction: 'Outbound' });
  document.body.appendChild(element);
  return element;
}

function change(element: HTMLElement, selector: string, value: string): void {
  element.shadowRoot?.querySelector(selector)?.dispatchEvent(new CustomEvent('change', { detail: { value } }));
}

async function save(element: HTMLElement): Promise<void> {
  element.shadowRoot?.querySelector<HTMLElement>('[data-save]')?.click();
  await settle();
}

beforeEach(() => {
  jest.mocked(log).mockResolvedValue(null);
  jest.mocked(getCheck).mockResolvedValue(check);
});

afterEach(() => {
  document.body.replaceChildren();
  jest.resetAllMocks();
});

describe('c-yeti-log', () => {
  it('logs a call with outcome and moment, then closes', async () => {
    const element = show('Phone');
    const closed = jest.fn();
    element.addEventListener('close', closed);
    change(element, 'lightning-textarea', 'All is well');
    change(element, 'lightning-combobox', 'Resolved');
    change(element, 'lightning-input', '2026-11-21T09:00:00.000Z');
    await expect(element).toBeAccessible();

    await save(element);

    expect(log).toHaveBeenCalledWith({
      recordId,
      entry: {
        kind: 'Phone',
        direction: 'Outbound',
        text: 'All is well',
        outcome: 'Resolved',
        occurredAt: '2026-11-21T09:00:00.000Z'
      }
    });
    expect(closed).toHaveBeenCalledTimes(1);
  });

  it('asks only for words where it is a note', async () => {
    const element = show('Note');
    expect(element.shadowRoot?.querySelector('lightning-combobox')).toBeNull();
    change(element, 'lightning-textarea', 'Careful');

    await save(element);

    expect(log).toHaveBeenCalledWith({ recordId, entry: { kind: 'Note', direction: 'Outbound', text: 'Careful' } });
  });

  it('stays open and says why where it is refused', async () => {
    jest.mocked(log).mockRejectedValue({ body: { message: 'The customer said no to Phone.' } });
    const element = show('Phone');

    await save(element);

    expect(element.shadowRoot?.querySelector('[data-problem]')?.textContent).toBe('The customer said no to Phone.');
  });

  it('refuses a call of ours before it is made where the customer said no', async () => {
    jest.mocked(getCheck).mockResolvedValue({ ...check, forbidden: true, problem: 'No calls, please.' });
    const element = show('Phone');
    change(element, 'lightning-textarea', 'Called');
    await settle();

    expect(element.shadowRoot?.querySelector('[data-problem]')?.textContent).toBe('No calls, please.');
    await save(element);
    expect(log).not.toHaveBeenCalled();

    change(element, 'lightning-radio-group', 'Inbound');
    await save(element);
    expect(log).toHaveBeenCalledTimes(1);
  });

  it('closes with Escape', () => {
    const element = show('Note');
    const closed = jest.fn();
    element.addEventListener('close', closed);

    element.shadowRoot?.querySelector('section')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));

    expect(closed).toHaveBeenCalledTimes(1);
  });
});
