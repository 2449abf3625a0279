import { createElement } from 'lwc';
import YetiCustomerNote from 'c/yetiCustomerNote';
import saveNote from '@salesforce/apex/YetiCustomerCardController.saveNote';
import { settle } from 'test/support/settle';

jest.mock('@salesforce/apex/YetiCustomerCardController.saveNote', () => ({ default: jest.fn() }), { virtual: true });

type Answers = Record<'mockResolvedValue' | 'mockRejectedValue', (value: unknown) => void>;
const saving = saveNote as unknown as Answers;
const contactId = '003000000000001AAA';

function show(values: object): HTMLElement {
  const element = createElement('c-yeti-customer-note', { is: YetiCustomerNote });
  Object.assign(element, { contactId, editable: true, ...values });
  document.body.appendChild(element);
  return element;
}

const find = (element: HTMLElement, selector: string) => element.shadowRoot?.querySelector<HTMLElement>(selector);

async function write(element: HTMLElement, text: string, expires: string): Promise<void> {
  find(element, '[data-edit]')?.click();
  await settle();
  find(element, 'lightning-textarea')?.dispatchEvent(new CustomEvent('change', { detail: { value: text } }));
  find(element, 'lightning-input')?.dispatchEvent(new CustomEvent('change', { detail: { value: expires } }));
  find(element, '[data-save]')?.click();
  await settle();
}

afterEach(() => {
  document.body.replaceChildren();
  jest.clearAllMocks();
});

describe('c-yeti-customer-note', () => {
  it('shows the note and until when', async () => {
    const element = show({ note: 'Deaf: never call', expires: '2026-12-31' });

    expect(find(element, '[data-note]')?.textContent).toContain('Deaf: never call');
    expect(find(element, 'lightning-formatted-date-time')).toMatchObject({ value: '2026-12-31' });
    await expect(element).toBeAccessible();
  });

  it('saves a new note with its last day', async () => {
    saving.mockResolvedValue(null);
    const element = show({});
    const saved = jest.fn();
    element.addEventListener('saved', saved);

    await write(element, 'Deaf: never call', '2026-12-31');

    expect(saveNote).toHaveBeenCalledWith({ contactId, note: 'Deaf: never call', expires: '2026-12-31' });
    expect(saved).toHaveBeenCalled();
    expect(find(element, 'lightning-textarea')).toBeNull();
  });

  it('keeps what was written when saving fails', async () => {
    saving.mockRejectedValue({ body: { message: 'No right' } });
    const element = show({ note: 'Old' });

    await write(element, 'New', '');

    expect(saveNote).toHaveBeenCalledWith({ contactId, note: 'New', expires: null });
    expect(find(element, '[role="alert"]')?.textContent).toBe('No right');
    expect(find(element, 'lightning-textarea')).toMatchObject({ value: 'New' });
    await expect(element).toBeAccessible();
  });

  it('changes nothing when the agent thinks again', async () => {
    const element = show({ note: 'Old' });

    find(element, '[data-edit]')?.click();
    await settle();
    find(element, '.form')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    await settle();

    expect(find(element, '[data-note]')?.textContent).toContain('Old');
    expect(saveNote).not.toHaveBeenCalled();
  });

  it('offers nothing to who may not write', () => {
    expect(find(show({ editable: false }), '[data-edit]')).toBeNull();
    expect(find(show({ editable: false, note: 'Old' }), '[data-edit]')).toBeNull();
  });
});
