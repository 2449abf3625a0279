import { createElement } from 'lwc';
import YetiHandover from 'c/yetiHandover';
import type { Handover, HandoverState } from 'c/yetiHandoverModel';
import acknowledge from '@salesforce/apex/YetiHandoverController.acknowledge';
import getState from '@salesforce/apex/YetiHandoverController.getState';
import withdraw from '@salesforce/apex/YetiHandoverController.withdraw';
import { settle } from 'test/support/settle';

jest.mock('@salesforce/apex/YetiHandoverController.acknowledge', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiHandoverController.getState', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiHandoverController.withdraw', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('lightning/refresh', () => ({
  RefreshEvent: class extends CustomEvent<undefined> {
    constructor() {
      super('refresh', { bubbles: true, composed: true });
    }
  },
  registerRefreshHandler: jest.fn(() => 'handler'),
  unregisterRefreshHandler: jest.fn()
}));

const handover: Handover = {
  id: 'h1',
  fromName: 'Tymon',
  toName: 'Olha',
  brief: 'Who: Oksana\nNext step: answer',
  status: 'Asked',
  askedAt: '2026-11-20T10:00:00Z',
  canAcknowledge: true,
  canWithdraw: false
};
const nothing: HandoverState = { canHandOver: true, newItems: 0 };
const asked: HandoverState = { ...nothing, handover, since: '2026-11-19T10:00:00Z', newItems: 3 };

function show(): HTMLElement {
  const element: HTMLElement & Pick<YetiHandover, 'recordId'> = createElement('c-yeti-handover', {
    is: YetiHandover
  }) as never;
  element.recordId = '500000000000001AAA';
  document.body.appendChild(element);
  return element;
}

const find = <E extends HTMLElement>(element: HTMLElement, selector: string) =>
  element.shadowRoot?.querySelector<E>(selector) ?? undefined;

beforeEach(() => {
  jest.mocked(getState).mockResolvedValue(asked);
  jest.mocked(acknowledge).mockResolvedValue(null);
  jest.mocked(withdraw).mockResolvedValue(null);
});

afterEach(() => {
  document.body.replaceChildren();
  jest.clearAllMocks();
});

describe('c-yeti-handover', () => {
  it('shows who handed over what, and is taken with one click', async () => {
    const element = show();
    await settle();

    expect(find(element, '[data-handover="Asked"]')?.textContent).toBe('c.Yeti_Handover_Asked');
    expect(find(element, '[data-brief]')?.textContent).toContain('Oksana');
    expect(find(element, '[data-news]')?.textContent).toBe('c.Yeti_Handover_New_Other');
    expect(find(element, '[data-withdraw]')).toBeUndefined();
    await expect(element).toBeAccessible();

    find(element, '[data-acknowledge]')?.click();
    await settle();
    expect(acknowledge).toHaveBeenCalledWith({ handoverId: 'h1' });
    expect(getState).toHaveBeenLastCalledWith({ caseId: '500000000000001AAA', since: '2026-11-19T10:00:00Z' });
  });

  it('is taken back by who gave it', async () => {
    jest
      .mocked(getState)
      .mockResolvedValue({ ...nothing, handover: { ...handover, canAcknowledge: false, canWithdraw: true } });
    const element = show();
    await settle();
    find(element, '[data-withdraw]')?.click();
    await settle();

    expect(withdraw).toHaveBeenCalledWith({ handoverId: 'h1' });
    expect(find(element, '[data-acknowledge]')).toBeUndefined();
  });

  it('says that it was taken, and nothing of what was taken back', async () => {
    jest.mocked(getState).mockResolvedValueOnce({
      ...nothing,
      handover: { ...handover, status: 'Acknowledged', acknowledgedAt: '2026-11-20T10:05:00Z', acknowledgedBy: 'Olha' }
    });
    const taken = show();
    await settle();
    expect(find(taken, '[data-handover]')?.textContent).toBe('c.Yeti_Handover_Acknowledged');

    jest.mocked(getState).mockResolvedValueOnce({ ...nothing, handover: { ...handover, status: 'Withdrawn' } });
    const back = show();
    await settle();
    expect(find(back, '[data-handover]')).toBeUndefined();
    expect(find(back, '[data-news]')).toBeUndefined();
  });

  it('opens and closes the form, not on a closed case', async () => {
    jest.mocked(getState).mockResolvedValueOnce(nothing);
    const element = show();
    await settle();
    find(element, '[data-hand-over]')?.click();
    await settle();
    expect(find(element, 'c-yeti-handover-form')).toBeDefined();
    find(element, 'c-yeti-handover-form')?.dispatchEvent(new CustomEvent('handedover'));
    find(element, 'c-yeti-handover-form')?.dispatchEvent(new CustomEvent('close'));
    await settle();
    expect(find(element, 'c-yeti-handover-form')).toBeUndefined();
    expect(getState).toHaveBeenCalledTimes(2);

    jest.mocked(getState).mockResolvedValueOnce({ ...nothing, canHandOver: false });
    const closed = show();
    await settle();
    expect(find(closed, '[data-hand-over]')).toBeUndefined();
  });

  it('says why it could not be taken', async () => {
    jest.mocked(acknowledge).mockRejectedValueOnce({ body: { message: 'Taken already' } });
    const element = show();
    await settle();
    find(element, '[data-acknowledge]')?.click();
    await settle();

    expect(find(element, '[data-problem]')?.textContent).toBe('Taken already');
  });

  it('shows no access or a failure', async () => {
    jest.mocked(getState).mockResolvedValueOnce(null);
    const without = show();
    await settle();
    expect(find<HTMLElement & { kind: string }>(without, 'c-yeti-state-panel')?.kind).toBe('noAccess');

    jest.mocked(getState).mockRejectedValueOnce({ body: { message: 'Down' } });
    const broken = show();
    await settle();
    expect(find<HTMLElement & { kind: string }>(broken, 'c-yeti-state-panel')?.kind).toBe('error');
  });
});
