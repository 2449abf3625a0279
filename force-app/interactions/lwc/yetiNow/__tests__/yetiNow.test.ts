import { createElement } from 'lwc';
import YetiNow from 'c/yetiNow';
import type { Now } from 'c/yetiNowModel';
import getNow from '@salesforce/apex/YetiNowController.getNow';
import retry from '@salesforce/apex/YetiReplyController.retry';
import { registerRefreshHandler } from 'lightning/refresh';
import { settle } from 'test/support/settle';

jest.mock('@salesforce/apex/YetiNowController.getNow', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiReplyController.retry', () => ({ default: jest.fn() }), { virtual: true });
jest.mock(
  '@salesforce/apex/YetiTimelineController.getConfig',
  () => {
    const { createApexTestWireAdapter } = jest.requireActual<{
      createApexTestWireAdapter: (method: unknown) => unknown;
    }>('@salesforce/sfdx-lwc-jest');
    return { default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true }
);
jest.mock('lightning/refresh', () => ({
  RefreshEvent: class extends CustomEvent<undefined> {
    constructor() {
      super('refresh', { bubbles: true, composed: true });
    }
  },
  registerRefreshHandler: jest.fn(() => 'handler'),
  unregisterRefreshHandler: jest.fn()
}));

const recordId = '500000000000001AAA';
const now: Now = { accessible: true, capped: false, tried: [] };
const failed: Now = { ...now, delivery: { id: 'a1', channel: 'Chat', status: 'Failed', detail: 'Refused' } };

function show(): HTMLElement {
  const element: HTMLElement & Pick<YetiNow, 'recordId' | 'objectApiName'> = createElement('c-yeti-now', {
    is: YetiNow
  }) as never;
  Object.assign(element, { recordId, objectApiName: 'Case' });
  document.body.appendChild(element);
  return element;
}

const find = <E extends HTMLElement>(element: HTMLElement, selector: string) =>
  element.shadowRoot?.querySelector<E>(selector) ?? undefined;

beforeEach(() => {
  jest.mocked(getNow).mockResolvedValue(now);
  jest.mocked(retry).mockResolvedValue(null);
});

afterEach(() => {
  document.body.replaceChildren();
  jest.clearAllMocks();
});

describe('c-yeti-now', () => {
  it('asks once, then is ready', async () => {
    const element = show();
    expect(find(element, '[data-ready]')).toBeUndefined();
    expect(find(element, 'c-yeti-state-panel')).toBeDefined();

    await settle();

    expect(getNow).toHaveBeenCalledTimes(1);
    expect(find(element, '[data-ready]')).toBeDefined();
    expect(find(element, 'c-yeti-reply')).toBeDefined();
    await expect(element).toBeAccessible();
  });

  it('says that there is no access, or what failed, and tries again', async () => {
    jest.mocked(getNow).mockResolvedValueOnce({ ...now, accessible: false });
    const without = show();
    await settle();
    expect(find(without, '[data-problem]')?.textContent).toContain('c.Yeti_No_Access_Title');

    jest.mocked(getNow).mockRejectedValueOnce({ body: { message: 'Down' } });
    const broken = show();
    await settle();
    expect(find(broken, '[data-problem]')?.textContent).toContain('Down');

    find<HTMLElement>(broken, '[data-problem] lightning-button')?.click();
    await settle();
    expect(find(broken, 'c-yeti-reply')).toBeDefined();
  });

  it('keeps what is shown where a refresh fails', async () => {
    const element = show();
    await settle();
    jest.mocked(getNow).mockRejectedValueOnce({ body: { message: 'Down' } });

    await jest.mocked(registerRefreshHandler).mock.lastCall?.[1]();
    await settle();

    expect(find(element, 'c-yeti-reply')).toBeDefined();
  });

  it('opens the form of what is to be logged, a call back as our call', async () => {
    const element = show();
    await settle();

    find(element, '[data-log]')?.dispatchEvent(new CustomEvent('select', { detail: { value: 'Store' } }));
    await settle();
    const form = () => find<HTMLElement & { kind: string; direction: string }>(element, 'c-yeti-log');
    expect([form()?.kind, form()?.direction]).toEqual(['Store', 'Inbound']);

    find(element, 'c-yeti-now-steps')?.dispatchEvent(new CustomEvent('callback'));
    await settle();
    expect([form()?.kind, form()?.direction]).toEqual(['Phone', 'Outbound']);

    form()?.dispatchEvent(new CustomEvent('close'));
    await settle();
    expect(form()).toBeUndefined();
  });

  it('says what became of our message and sends it again', async () => {
    jest.mocked(getNow).mockResolvedValueOnce(failed);
    const element = show();
    await settle();
    expect(find(element, '[data-delivery]')?.textContent).toContain('c.Yeti_Delivery_Failed');

    find<HTMLElement>(element, '[data-try-again]')?.click();
    await settle();

    expect(retry).toHaveBeenCalledWith({ interactionId: 'a1' });
    expect(find(element, '[data-delivery]')).toBeUndefined();
  });

  /** Sends a message that is queued so many times that it is asked after. @returns how often the page was refreshed, by time in ms */
  async function send(timesQueued: number): Promise<(wait: number) => Promise<number>> {
    const element = show();
    const refreshed = jest.fn();
    element.addEventListener('refresh', refreshed);
    await settle();
    for (let times = 0; times < timesQueued; times++) {
      jest.mocked(getNow).mockResolvedValueOnce({ ...now, delivery: { id: 'a1', channel: 'Chat', status: 'Queued' } });
    }
    find(element, 'c-yeti-reply')?.dispatchEvent(new CustomEvent('sent'));
    await settle();
    return async (wait) => {
      jest.advanceTimersByTime(wait);
      await settle();
      return refreshed.mock.calls.length;
    };
  }

  describe('after a message was sent', () => {
    beforeEach(() => {
      jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate'] });
    });
    afterEach(() => {
      jest.useRealTimers();
    });

    it('has the page ask once more, however fast it was delivered, and not again', async () => {
      const after = await send(0);
      expect([await after(2_000), await after(60_000), await after(60_000)]).toEqual([1, 1, 1]);
    });

    it('has the page ask once more as soon as it is no longer queued, however long that takes', async () => {
      const after = await send(5);
      expect([await after(1_500), await after(5_000), await after(15_000), await after(60_000)]).toEqual([0, 0, 0, 0]);
      expect([await after(60_000), await after(1_500), await after(60_000)]).toEqual([0, 1, 1]);
    });

    it('goes on asking where no answer came', async () => {
      const after = await send(1);
      jest.mocked(getNow).mockRejectedValueOnce(new Error('UNABLE_TO_LOCK_ROW'));
      expect([await after(1_500), await after(5_000), await after(1_500)]).toEqual([0, 0, 1]);
    });

    it('asks no more once the page is left', async () => {
      const after = await send(1);
      const asked = jest.mocked(getNow).mock.calls.length;
      document.body.replaceChildren();
      await after(120_000);
      expect(getNow).toHaveBeenCalledTimes(asked);
    });
  });
});
