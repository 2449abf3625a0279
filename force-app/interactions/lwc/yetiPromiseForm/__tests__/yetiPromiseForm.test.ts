import { createElement } from 'lwc';
import YetiPromiseForm from 'c/yetiPromiseForm';
import make from '@salesforce/apex/YetiPromiseController.make';
import { settle } from 'test/support/settle';

jest.mock('@salesforce/apex/YetiPromiseController.make', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('lightning/refresh', () => ({ RefreshEvent: class extends CustomEvent<undefined> {} }));

const recordId = '500000000000001AAA';

function show(): HTMLElement {
  const element: HTMLElement & Pick<YetiPromiseForm, 'recordId'> = createElement('c-yeti-promise-form', {
    is: YetiPromiseForm
  }) as never;
  element.recordId = recordId;
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

afterEach(() => {
  document.body.replaceChildren();
  jest.resetAllMocks();
});

describe('c-yeti-promise-form', () => {
  it('makes a promise and closes', async () => {
    jest.mocked(make).mockResolvedValue(null);
    const element = show();
    const closed = jest.fn();
    element.addEventListener('close', closed);
    change(element, '[data-what]', 'Refund');
    change(element, 'lightning-radio-group', 'Customer');
    change(element, '[data-until]', '2026-11-23T11:00:00.000Z');
    await expect(element).toBeAccessible();

    await save(element);

    expect(make).toHaveBeenCalledWith({
      recordId,
      what: 'Refund',
      whoseTurn: 'Customer',
      dueAt: '2026-11-23T11:00:00.000Z'
    });
    expect(closed).toHaveBeenCalledTimes(1);
  });

  it('stays open and says what is missing', async () => {
    jest.mocked(make).mockRejectedValue({ body: { message: 'Say until when.' } });
    const element = show();

    await save(element);

    expect(element.shadowRoot?.querySelector('[data-problem]')?.textContent).toBe('Say until when.');
  });
});
