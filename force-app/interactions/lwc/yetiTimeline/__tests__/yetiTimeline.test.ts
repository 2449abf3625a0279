import { createElement } from 'lwc';
import YetiTimeline from 'c/yetiTimeline';
import getBody from '@salesforce/apex/YetiTimelineController.getBody';
import getConfig from '@salesforce/apex/YetiTimelineController.getConfig';
import getCounts from '@salesforce/apex/YetiTimelineController.getCounts';
import getNews from '@salesforce/apex/YetiTimelineController.getNews';
import getPage from '@salesforce/apex/YetiTimelineController.getPage';
import getPreviews from '@salesforce/apex/YetiTimelineController.getPreviews';
import visit from '@salesforce/apex/YetiTimelineController.visit';
import { isEmpEnabled, subscribe, unsubscribe } from 'lightning/empApi';
import { registerRefreshHandler } from 'lightning/refresh';
import { itemKey, type Config, type Counts, type Item, type Page } from 'c/yetiTimelineModel';
import { settle } from 'test/support/settle';

jest.mock('@salesforce/apex/YetiTimelineController.getConfig', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiTimelineController.getPage', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiTimelineController.getCounts', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiTimelineController.getBody', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiTimelineController.getPreviews', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiTimelineController.getNews', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiTimelineController.visit', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/user/Id', () => ({ default: '005000000000001AAA' }), { virtual: true });

const asked = jest.mocked(getPage);
const config: Config = {
  channels: [
    { value: 'Chat', label: 'Chat' },
    { value: 'Email', label: 'Email' },
    { value: 'Letter', label: 'Letter' }
  ],
  directions: [
    { value: 'Inbound', label: 'Inbound' },
    { value: 'Outbound', label: 'Outbound' }
  ],
  statuses: [{ value: 'Resolved', label: 'Resolved' }],
  sources: [
    {
      name: 'Yeti_Interaction',
      label: 'Interaction',
      objectName: 'Yeti_Interaction__c',
      icon: 'standard:messaging_conversation'
    }
  ]
};

function item(number: number, more: Partial<Item> = {}): Item {
  return {
    id: `a0000000000000${String(number)}`,
    source: 'Yeti_Interaction',
    channel: 'Chat',
    direction: 'Inbound',
    occurredAt: new Date(Date.UTC(2026, 10, 21, 9, number)).toISOString(),
    title: `Title ${String(number)}`,
    noise: false,
    ...more
  };
}

const counts: Counts = {
  total: 2,
  capped: false,
  hidden: 0,
  channels: { Chat: 2 },
  directions: { Inbound: 2 },
  statuses: {}
};

function page(items: readonly Item[], more: Partial<Page> = {}): Page {
  return { accessible: true, items, notices: [], asOf: '2026-11-21T10:30:00.000Z', ...more };
}

type Timeline = HTMLElement &
  Pick<YetiTimeline, 'recordId' | 'objectApiName' | 'defaultScope' | 'pageSize' | 'liveUpdates'>;

async function show(more: Partial<Timeline> = {}): Promise<Timeline> {
  const element: Timeline = createElement('c-yeti-timeline', { is: YetiTimeline }) as never;
  Object.assign(element, { recordId: '500000000000001AAA', objectApiName: 'Case', ...more });
  document.body.appendChild(element);
  await settle();
  return element;
}

function child(element: Element, selector: string): HTMLElement & Record<string, unknown> {
  const found = element.shadowRoot?.querySelector<HTMLElement & Record<string, unknown>>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
}

function rows(element: Element): (HTMLElement & { item: Item; fresh: boolean })[] {
  const feed = child(element, 'c-yeti-timeline-feed');
  return Array.from(feed.shadowRoot?.querySelectorAll('c-yeti-timeline-item') ?? []) as never;
}

async function fire(element: Element, selector: string, event: string, detail?: unknown): Promise<void> {
  child(element, selector).dispatchEvent(new CustomEvent(event, { detail }));
  await settle();
}

const panel = (element: Element) => child(element, 'c-yeti-state-panel');

beforeEach(() => {
  jest.mocked(getConfig).mockResolvedValue(config);
  jest.mocked(getCounts).mockResolvedValue(counts);
  jest.mocked(getNews).mockResolvedValue({ keys: [], asOf: '2026-11-21T10:30:30.000Z' });
  jest.mocked(visit).mockResolvedValue(undefined);
  jest.mocked(isEmpEnabled).mockResolvedValue(true);
  jest.mocked(subscribe).mockResolvedValue({ channel: 'arrivals' });
  // A tab in front has a place on the screen.
  jest.spyOn(Element.prototype, 'getClientRects').mockReturnValue([{}] as never);
  jest.mocked(getPreviews).mockResolvedValue({});
  jest.mocked(getBody).mockResolvedValue({ text: 'Text', truncated: false });
});

afterEach(() => {
  document.body.replaceChildren();
  sessionStorage.clear();
  jest.useRealTimers();
  jest.restoreAllMocks();
  jest.resetAllMocks();
});

describe('c-yeti-timeline', () => {
  it('holds the place while it loads', async () => {
    asked.mockReturnValue(new Promise(() => undefined));

    const element = await show();

    expect(panel(element).kind).toBe('loading');
    await expect(element).toBeAccessible();
  });

  it('shows the items and how many there are', async () => {
    asked.mockResolvedValue(page([item(2), item(1)]));

    const element = await show();

    expect(rows(element).map((row) => row.item.title)).toEqual(['Title 2', 'Title 1']);
    expect(child(element, 'c-yeti-timeline-completeness').counts).toMatchObject({ total: 2 });
    await expect(element).toBeAccessible();
  });

  it('asks for the case, with the page size of the App Builder', async () => {
    asked.mockResolvedValue(page([item(1)]));

    await show({ pageSize: 10 });

    expect(asked).toHaveBeenCalledWith({
      recordId: '500000000000001AAA',
      filter: {
        scope: 'case',
        channels: [],
        directions: [],
        statuses: [],
        query: '',
        includeNoise: false,
        pageSize: 10
      }
    });
  });

  it('begins with the customer where the App Builder says so', async () => {
    asked.mockResolvedValue(page([item(1)]));

    const element = await show({ defaultScope: 'customer' });

    expect(asked.mock.calls[0]?.[0].filter.scope).toBe('customer');
    expect(child(element, 'c-yeti-timeline-header').scope).toBe('customer');
  });

  it('offers no scope where there is no case', async () => {
    asked.mockResolvedValue(page([item(1)]));

    const element = await show({ objectApiName: 'Contact' });

    expect(child(element, 'c-yeti-timeline-header').scope).toBeUndefined();
    expect(asked.mock.calls[0]?.[0].filter.scope).toBe('customer');
  });

  it('switches to the whole customer', async () => {
    asked.mockResolvedValue(page([item(1)]));
    const element = await show();

    await fire(element, 'c-yeti-timeline-header', 'scope', 'customer');

    expect(asked.mock.lastCall?.[0].filter.scope).toBe('customer');
  });

  it('filters by channel and direction, and clears both', async () => {
    asked.mockResolvedValue(page([item(1)]));
    const element = await show();

    await fire(element, 'c-yeti-timeline-header', 'choose', { channels: ['Chat'] });
    await fire(element, 'c-yeti-timeline-header', 'choose', { directions: ['Inbound'] });
    expect(asked.mock.lastCall?.[0].filter).toMatchObject({ channels: ['Chat'], directions: ['Inbound'] });

    await fire(element, 'c-yeti-timeline-header', 'clear');
    expect(asked.mock.lastCall?.[0].filter).toMatchObject({ channels: [], directions: [] });
  });

  it('offers what there is to filter by, and keeps what is chosen', async () => {
    asked.mockResolvedValue(page([item(1)]));
    const element = await show();

    await fire(element, 'c-yeti-timeline-header', 'choose', { channels: ['Letter'] });

    expect(child(element, 'c-yeti-timeline-header').channelChoices).toEqual([
      { value: 'Chat', label: 'Chat', count: '2' },
      { value: 'Letter', label: 'Letter', count: '0' }
    ]);
  });

  it('says that a count stopped at its cap', async () => {
    asked.mockResolvedValue(page([item(1)]));
    jest.mocked(getCounts).mockResolvedValue({ ...counts, total: 2000, capped: true, channels: { Chat: 2000 } });

    const element = await show();

    expect(child(element, 'c-yeti-timeline-header').channelChoices).toMatchObject([{ count: 'c.Yeti_Count_Capped' }]);
  });

  it('loads older items below and puts the focus on the first of them', async () => {
    asked.mockResolvedValueOnce(page([item(3), item(2)], { cursor: 'next' }));
    asked.mockResolvedValueOnce(page([item(1)]));
    const element = await show();

    await fire(element, '[data-older]', 'click');

    expect(asked.mock.lastCall?.[0].cursor).toBe('next');
    expect(rows(element)).toHaveLength(3);
    expect(element.shadowRoot?.querySelector('[data-older]')).toBeNull();
    const feed = child(element, 'c-yeti-timeline-feed');
    expect(feed.shadowRoot?.activeElement).toBe(rows(element)[2]);
  });

  it('reads previews of what has none', async () => {
    asked.mockResolvedValue(page([item(2, { preview: 'own' }), item(1)]));
    jest.mocked(getPreviews).mockResolvedValue({ [itemKey(item(1))]: 'from the body' });

    const element = await show();

    expect(getPreviews).toHaveBeenCalledWith({ idsBySource: { Yeti_Interaction: [item(1).id] } });
    expect(child(element, 'c-yeti-timeline-feed').previews).toEqual({ [itemKey(item(1))]: 'from the body' });
  });

  it('refreshes down to where it was, and marks what is new', async () => {
    asked.mockResolvedValueOnce(page([item(1)]));
    asked.mockResolvedValueOnce(page([item(3), item(2)], { cursor: 'next' }));
    asked.mockResolvedValueOnce(page([item(1)]));
    const element = await show();

    await fire(element, 'c-yeti-timeline-header', 'refresh');

    expect(rows(element).map((row) => [row.item.title, row.fresh])).toEqual([
      ['Title 3', true],
      ['Title 2', true],
      ['Title 1', false]
    ]);
    expect(child(element, '[data-announcement]').textContent).toBe('c.Yeti_Arrived_Other');
  });

  it('says that nothing is new', async () => {
    asked.mockResolvedValue(page([item(1)]));
    const element = await show();

    await fire(element, 'c-yeti-timeline-header', 'refresh');

    expect(child(element, '[data-announcement]').textContent).toBe('c.Yeti_Arrived_None');
  });

  it('says that there is nothing', async () => {
    asked.mockResolvedValue(page([]));

    const element = await show();

    expect(panel(element)).toMatchObject({ kind: 'empty', heading: 'c.Yeti_Empty_Title' });
    await expect(element).toBeAccessible();
  });

  it('says that nothing matches, and clears the filters', async () => {
    asked.mockResolvedValue(page([]));
    const element = await show();
    await fire(element, 'c-yeti-timeline-header', 'choose', { channels: ['Fax'] });
    expect(panel(element)).toMatchObject({ kind: 'empty', heading: 'c.Yeti_Empty_Filtered_Title' });

    await fire(element, 'c-yeti-state-panel', 'action');

    expect(asked.mock.lastCall?.[0].filter.channels).toEqual([]);
  });

  it('says what failed, and tries again', async () => {
    asked.mockRejectedValueOnce({ body: { message: 'Out of order' } });
    asked.mockResolvedValueOnce(page([item(1)]));
    const element = await show();
    expect(panel(element)).toMatchObject({ kind: 'error', text: 'Out of order' });
    await expect(element).toBeAccessible();

    await fire(element, 'c-yeti-state-panel', 'action');

    expect(rows(element)).toHaveLength(1);
  });

  it('keeps what it shows where it cannot be brought up to date, says so, and tries again', async () => {
    asked.mockResolvedValueOnce(page([item(1)], { cursor: 'next' }));
    const element = await show();
    const notices = child(element, 'c-yeti-timeline-notices');
    asked.mockRejectedValueOnce({ body: { message: 'Out of order' } });

    await fire(element, 'c-yeti-timeline-feed', 'older');
    expect(rows(element)).toHaveLength(1);
    expect(notices.problem).toBe('Out of order');

    asked.mockResolvedValueOnce(page([item(2), item(1)]));
    await fire(element, 'c-yeti-timeline-notices', 'retry');
    expect(rows(element)).toHaveLength(2);
    expect(notices.problem).toBe('');
  });

  it('says that there is no access, and asks for nothing more', async () => {
    asked.mockResolvedValue(page([], { accessible: false }));

    const element = await show();

    expect(panel(element).kind).toBe('noAccess');
    expect(getCounts).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
  });

  it('shows items even if counts and previews fail', async () => {
    asked.mockResolvedValue(page([item(1)]));
    jest.mocked(getCounts).mockRejectedValue(new Error('no'));
    jest.mocked(getPreviews).mockRejectedValue(new Error('no'));

    const element = await show();

    expect(rows(element)).toHaveLength(1);
    expect(child(element, 'c-yeti-timeline-completeness').counts).toBeUndefined();
  });

  it('forgets an answer that is out of date', async () => {
    const late = new EventTarget();
    asked.mockReturnValueOnce(
      new Promise((resolve) => late.addEventListener('answer', () => resolve(page([item(1)]))))
    );
    asked.mockResolvedValueOnce(page([item(2)]));
    const element = await show();
    await fire(element, 'c-yeti-timeline-header', 'scope', 'customer');

    late.dispatchEvent(new CustomEvent('answer'));
    await settle();

    expect(rows(element).map((row) => row.item.title)).toEqual(['Title 2']);
  });

  it('reads another record', async () => {
    asked.mockResolvedValue(page([item(1)]));
    const element = await show();

    element.recordId = '500000000000002AAA';
    await settle();

    expect(asked.mock.lastCall?.[0].recordId).toBe('500000000000002AAA');
  });

  it('leaves the feed upwards and downwards', async () => {
    asked.mockResolvedValue(page([item(1)], { cursor: 'next' }));
    const element = await show();

    const before = jest.spyOn(child(element, 'c-yeti-timeline-header'), 'focus');
    const after = jest.spyOn(child(element, '[data-after]'), 'focus');

    await fire(element, 'c-yeti-timeline-feed', 'leave', 'before');
    expect([before.mock.calls.length, after.mock.calls.length]).toEqual([1, 0]);
    await fire(element, 'c-yeti-timeline-feed', 'leave', 'after');
    expect([before.mock.calls.length, after.mock.calls.length]).toEqual([1, 1]);
  });

  it('stands twice on one page', async () => {
    asked.mockResolvedValueOnce(page([item(1)]));
    asked.mockResolvedValueOnce(page([item(2)]));

    const [first, second] = [await show(), await show({ recordId: '003000000000001AAA', objectApiName: 'Contact' })];

    expect(rows(first)[0]?.item.title).toBe('Title 1');
    expect(rows(second)[0]?.item.title).toBe('Title 2');
  });

  it('keeps scope, filters and words for the user and the record in this tab, and clears all', async () => {
    asked.mockResolvedValue(page([item(1)]));
    const first = await show();
    await fire(first, 'c-yeti-timeline-header', 'scope', 'customer');
    await fire(first, 'c-yeti-timeline-header', 'choose', { query: 'refund', statuses: ['Resolved'] });
    first.remove();

    const again = await show();
    expect(asked.mock.lastCall?.[0].filter).toMatchObject({
      scope: 'customer',
      query: 'refund',
      statuses: ['Resolved']
    });
    await show({ recordId: '500000000000002AAA' });
    expect(asked.mock.lastCall?.[0].filter).toMatchObject({ scope: 'case', query: '' });

    await fire(again, 'c-yeti-timeline-header', 'clear');
    expect(asked.mock.lastCall?.[0].filter).toMatchObject({ scope: 'customer', query: '', statuses: [] });
  });

  it('shows system events when asked for', async () => {
    asked.mockResolvedValue(page([item(1)]));
    const element = await show();
    expect(asked.mock.lastCall?.[0].filter.includeNoise).toBe(false);

    await fire(element, 'c-yeti-timeline-completeness', 'noise', true);

    expect(asked.mock.lastCall?.[0].filter.includeNoise).toBe(true);
  });

  it('offers the contacts of an account to choose from', async () => {
    const contacts = [
      { Id: '003000000000001AAA', Name: 'Greta' },
      { Id: '003000000000002AAA', Name: 'Wit' }
    ];
    asked.mockResolvedValue(page([item(1)], { contacts }));

    const element = await show({ objectApiName: 'Account', recordId: '001000000000001AAA' });

    expect(child(element, 'c-yeti-timeline-header').contactChoices).toMatchObject([
      { value: '003000000000001AAA', label: 'Greta' },
      { value: '003000000000002AAA', label: 'Wit' }
    ]);
  });

  it('keeps what is pinned on top, and lets it go', async () => {
    asked.mockResolvedValue(page([item(1)], { pinned: [{ ...item(1), pinned: true }] }));
    const element = await show();
    expect(child(element, 'c-yeti-timeline-pins').items).toHaveLength(1);

    await fire(element, 'section', 'pinned', { ...item(1), pinned: false });

    expect(element.shadowRoot?.querySelector('c-yeti-timeline-pins')).toBeNull();
  });

  it('reads again, quietly, when something on the page was changed', async () => {
    asked.mockResolvedValue(page([item(1)]));
    const element = await show();
    const [, handler] = jest.mocked(registerRefreshHandler).mock.lastCall ?? [];
    asked.mockResolvedValue(page([item(2), item(1)]));

    const reading = handler?.call(element as never);
    expect(rows(element)).toHaveLength(1);
    await reading;
    await settle();

    expect(rows(element)).toHaveLength(2);
  });

  it('shows what it has asked for where something was changed before it was here', async () => {
    asked.mockReturnValueOnce(new Promise(() => undefined)).mockResolvedValue(page([item(1)]));
    const element = await show();
    const [, handler] = jest.mocked(registerRefreshHandler).mock.lastCall ?? [];

    await handler?.call(element as never);
    await settle();

    expect(rows(element)).toHaveLength(1);
    expect(child(element, 'c-yeti-timeline-header')).toBeTruthy();
  });

  describe('while it is in view', () => {
    const news = jest.mocked(getNews);

    beforeEach(() => {
      jest.useFakeTimers();
      asked.mockResolvedValue(page([item(1)]));
      news.mockResolvedValue({ keys: [item(1), item(2)].map(itemKey), asOf: '2026-11-21T10:31:00.000Z' });
    });

    async function pass(milliseconds: number): Promise<void> {
      jest.advanceTimersByTime(milliseconds);
      await settle();
    }

    async function passTimes(halfMinutes: number): Promise<void> {
      await pass(30_000);
      if (halfMinutes > 1) await passTimes(halfMinutes - 1);
    }

    it('shows within 30 seconds what arrives', async () => {
      const element = await show();
      asked.mockResolvedValue(page([item(2), item(1)]));

      await pass(30_000);

      expect(news.mock.lastCall?.[0].since).toBe('2026-11-21T10:30:00.000Z');
      expect(rows(element).map(({ item: { title } }) => title)).toEqual(['Title 2', 'Title 1']);
    });

    it('only offers it to who reads further down, and moves nothing', async () => {
      const element = await show();
      jest.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue({ top: -400 } as never);

      await pass(30_000);
      expect(rows(element)).toHaveLength(1);
      expect(child(element, '[data-offer]').label).toBe('c.Yeti_Arrived_One');
      expect(child(element, '[data-announcement]').textContent).toBe('c.Yeti_Arrived_One');

      asked.mockResolvedValue(page([item(2), item(1)]));
      Element.prototype.scrollIntoView = jest.fn();
      await fire(element, '[data-offer]', 'click');
      expect(rows(element)).toHaveLength(2);
      expect(element.shadowRoot?.querySelector('[data-offer]')).toBeNull();
    });

    it('does not ask while it is hidden', async () => {
      const element = await show();
      jest.spyOn(Element.prototype, 'getClientRects').mockReturnValue([] as never);

      await pass(120_000);
      expect(news).not.toHaveBeenCalled();

      jest.spyOn(Element.prototype, 'getClientRects').mockReturnValue([{}] as never);
      element.remove();
      await pass(120_000);
      expect(news).not.toHaveBeenCalled();
    });

    it('asks less often while nobody is there, and at once when somebody comes back', async () => {
      news.mockResolvedValue({ keys: [], asOf: '2026-11-21T10:31:00.000Z' });
      await show();
      await passTimes(11);
      const before = news.mock.calls.length;

      await pass(90_000);
      expect(news.mock.calls.length - before).toBeLessThanOrEqual(1);

      const idle = news.mock.calls.length;
      await pass(31_000);
      window.dispatchEvent(new KeyboardEvent('keydown'));
      await settle();
      expect(news.mock.calls.length).toBeGreaterThan(idle);
    });

    it('counts as seen after a moment, not at once', async () => {
      await show();
      expect(visit).not.toHaveBeenCalled();

      await pass(3_000);

      expect(visit).toHaveBeenCalledWith({ recordId: '500000000000001AAA' });
    });

    it('hears of arrivals at once where the App Builder says so, and stops with the page', async () => {
      const element = await show({ liveUpdates: true });
      const [channel, , hear] = jest.mocked(subscribe).mock.lastCall ?? [];
      expect(channel).toBe('/event/Yeti_Interaction_Arrived__e');

      hear?.({ data: { payload: { Case_Id__c: '500000000000009AAA' } } });
      await settle();
      expect(news).not.toHaveBeenCalled();
      hear?.({ data: { payload: { Case_Id__c: '500000000000001AAA' } } });
      await settle();
      expect(news).toHaveBeenCalledTimes(1);

      element.remove();
      await settle();
      expect(unsubscribe).toHaveBeenCalledTimes(1);
    });

    it('hears nothing unless the App Builder says so', async () => {
      await show();

      expect(subscribe).not.toHaveBeenCalled();
    });
  });
});
