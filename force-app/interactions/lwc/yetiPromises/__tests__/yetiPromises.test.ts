import { createElement } from 'lwc';
import YetiPromises from 'c/yetiPromises';
import type { PromiseView } from 'c/yetiNowModel';
import getPromises from '@salesforce/apex/YetiPromiseController.getPromises';
import settlePromise from '@salesforce/apex/YetiPromiseController.settle';
import { settle } from 'test/support/settle';

jest.mock('@salesforce/apex/YetiPromiseController.getPromises', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiPromiseController.settle', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('lightning/refresh', () => ({
  RefreshEvent: class extends CustomEvent<undefined> {
    constructor() {
      super('refresh', { bubbles: true, composed: true });
    }
  },
  registerRefreshHandler: jest.fn(() => 'handler'),
  unregisterRefreshHandler: jest.fn()
}));

const overdue: PromiseView = {
  id: 'b1',
  what: 'Refund',
  whoseTurn: 'Ours',
  dueAt: '2020-01-01T12:00:00Z',
  status: 'Open',
  overdue: true,
  silenceAccepts: false
};
const complaint: PromiseView = {
  ...overdue,
  id: 'b2',
  what: 'Answer the complaint',
  policy: 'Yeti_Polish_Complaint',
  overdue: false,
  silenceAccepts: true,
  caseId: '500000000000002AAA',
  caseNumber: '00001002'
};
const kept: PromiseView = { ...overdue, id: 'b3', status: 'Kept', overdue: false, settledAt: '2020-01-01T11:00:00Z' };

function show(objectApiName = 'Case'): HTMLElement {
  const element: HTMLElement & Pick<YetiPromises, 'recordId' | 'objectApiName'> = createElement('c-yeti-promises', {
    is: YetiPromises
  }) as never;
  Object.assign(element, { recordId: '500000000000001AAA', objectApiName });
  document.body.appendChild(element);
  return element;
}

const find = <E extends HTMLElement>(element: HTMLElement, selector: string) =>
  element.shadowRoot?.querySelector<E>(selector) ?? undefined;

beforeEach(() => {
  jest.mocked(getPromises).mockResolvedValue([overdue, complaint, kept]);
  jest.mocked(settlePromise).mockResolvedValue(null);
});

afterEach(() => {
  document.body.replaceChildren();
  jest.clearAllMocks();
});

describe('c-yeti-promises', () => {
  it('says what is overdue in words, and what silence means', async () => {
    const element = show();
    await settle();

    expect(find(element, '[data-promise="b1"] [data-overdue]')?.textContent).toBe('c.Yeti_Promise_Overdue');
    expect(find(element, '[data-promise="b2"] [data-overdue]')).toBeUndefined();
    expect(find(element, '[data-promise="b2"] [data-silence]')).toBeDefined();
    expect(find(element, '[data-promise="b2"] .what')?.textContent).toBe('c.Yeti_Promise_Complaint');
    await expect(element).toBeAccessible();
  });

  it.each([
    ['b1', 'Kept'],
    ['b2', 'Withdrawn'],
    ['b3', 'Open']
  ])('settles %s as %s and shows it', async (promiseId, status) => {
    const element = show();
    await settle();

    find<HTMLElement>(element, `[data-promise-id="${promiseId}"][data-status="${status}"]`)?.click();
    await settle();

    expect(settlePromise).toHaveBeenCalledWith({ promiseId, status });
    expect(getPromises).toHaveBeenCalledTimes(2);
  });

  it('says why something could not be settled', async () => {
    jest.mocked(settlePromise).mockRejectedValueOnce({ body: { message: 'Gone' } });
    const element = show();
    await settle();

    find<HTMLElement>(element, '[data-promise-id="b1"][data-status="Kept"]')?.click();
    await settle();

    expect(find(element, '[data-problem]')?.textContent).toBe('Gone');
  });

  it('opens and closes the form', async () => {
    const element = show();
    await settle();
    find<HTMLElement>(element, '[data-add]')?.click();
    await settle();
    expect(find(element, 'c-yeti-promise-form')).toBeDefined();

    find(element, 'c-yeti-promise-form')?.dispatchEvent(new CustomEvent('close'));
    await settle();
    expect(find(element, 'c-yeti-promise-form')).toBeUndefined();
  });

  it('shows that there is nothing, no access or a failure', async () => {
    jest.mocked(getPromises).mockResolvedValueOnce([]);
    const empty = show();
    await settle();
    expect(find(empty, '[data-empty]')).toBeDefined();

    jest.mocked(getPromises).mockResolvedValueOnce(null);
    const without = show();
    await settle();
    expect(find<HTMLElement & { kind: string }>(without, 'c-yeti-state-panel')?.kind).toBe('noAccess');

    jest.mocked(getPromises).mockRejectedValueOnce({ body: { message: 'Down' } });
    const broken = show();
    await settle();
    expect(find<HTMLElement & { kind: string }>(broken, 'c-yeti-state-panel')?.kind).toBe('error');
  });

  it('does not add to an account', async () => {
    const element = show('Account');
    await settle();

    expect(find(element, '[data-add]')).toBeUndefined();
  });
});
