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

  it('has the thread ask once more what became of a message, however fast it was delivered', async () => {
    const element = show();
    const refreshed = jest.fn();
    element.addEventListener('refresh', refreshed);
    await settle();
    jest.mocked(getNow).mockResolvedValueOnce({ ...now, delivery: { id: 'a1', channel: 'Chat', status: 'Queued' } });

    find(element, 'c-yeti-reply')?.dispatchEvent(new CustomEvent('sent'));
    await settle();
    // What sent it refreshes the page as well: by now it is delivered.
    await jest.mocked(registerRefreshHandler).mock.lastCall?.[1]();
    await settle();

    // eslint-disable-next-line @lwc/lwc/no-async-operation -- the first wait is over after a second and a half
    await new Promise((resolve) => setTimeout(resolve, 1_600));
    expect(refreshed).toHaveBeenCalledTimes(1);
  });

  it('has the thread ask once more where the message was delivered while both were asking, and not again', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate'] });
    try {
      const element = show();
      const refreshed = jest.fn();
      element.addEventListener('refresh', refreshed);
      await settle();
      const refresh = jest.mocked(registerRefreshHandler).mock.lastCall?.[1];
      jest.mocked(getNow).mockResolvedValueOnce({ ...now, delivery: { id: 'a1', channel: 'Chat', status: 'Queued' } });
      find(element, 'c-yeti-reply')?.dispatchEvent(new CustomEvent('sent'));
      await settle();
      const goOn = async (): Promise<number> => {
        jest.advanceTimersByTime(20_000);
        await refresh?.();
        await settle();
        return refreshed.mock.calls.length;
      };
      expect([await goOn(), await goOn(), await goOn()]).toEqual([1, 2, 2]);
    } finally {
      jest.useRealTimers();
    }
  });
});
