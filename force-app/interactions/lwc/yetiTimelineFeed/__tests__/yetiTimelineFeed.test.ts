import { createElement } from 'lwc';
import YetiTimelineFeed from 'c/yetiTimelineFeed';
import { append, emptyThread, type Config, type Item, type Page } from 'c/yetiTimelineModel';

const config: Config = { channels: [], directions: [], statuses: [], sources: [] };
const now = new Date('2026-11-21T10:30:00Z');

function item(id: string, occurredAt: string): Item {
  return { id, source: 'Yeti_Interaction', channel: 'Chat', occurredAt, title: id, noise: false };
}

const items = [
  item('today', '2026-11-21T09:00:00Z'),
  item('yesterday', '2026-11-20T09:00:00Z'),
  item('before', '2026-11-02T09:00:00Z')
];

type Feed = HTMLElement & Pick<YetiTimelineFeed, 'focusItem'>;

function show(cursor?: string, busy = false, more: Partial<Page> = {}): Feed {
  const element: Feed = createElement('c-yeti-timeline-feed', { is: YetiTimelineFeed }) as never;
  const thread = append(emptyThread, {
    accessible: true,
    items,
    notices: [],
    cursor: cursor ?? null,
    ...more
  });
  Object.assign(element, { thread, config, now, busy, previews: { 'Yeti_Interaction today': 'preview' } });
  document.body.appendChild(element);
  return element;
}

function rows(
  element: Feed
): (HTMLElement & { position: number; setSize: number; preview?: string; day?: string; fresh: boolean })[] {
  return Array.from(element.shadowRoot?.querySelectorAll('[data-row]') ?? []) as never;
}

function press(element: Feed, index: number, key: string, ctrlKey = false): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, composed: true, cancelable: true });
  rows(element)[index]?.dispatchEvent(event);
  return event;
}

const focused = (element: Feed) => rows(element).findIndex((row) => row === element.shadowRoot?.activeElement);

afterEach(() => {
  document.body.replaceChildren();
});

describe('c-yeti-timeline-feed', () => {
  it('is a feed of numbered items', async () => {
    const element = show();

    expect(rows(element).map(({ position, setSize }) => [position, setSize])).toEqual([
      [1, 3],
      [2, 3],
      [3, 3]
    ]);
    expect(rows(element)[0]?.preview).toBe('preview');
    await expect(element).toBeAccessible();
  });

  it('does not know its size while older items exist', () => {
    expect(rows(show('next'))[0]?.setSize).toBe(-1);
  });

  it('says that it is busy', () => {
    const feed = (element: Feed) => element.shadowRoot?.querySelector('[role="feed"]');

    expect(feed(show())?.getAttribute('aria-busy')).toBe('false');
    expect(feed(show(undefined, true))?.getAttribute('aria-busy')).toBe('true');
  });

  it('dates the first row of each day, the last two by name and another year with it', () => {
    const days = (more: readonly Item[]) =>
      rows(show(undefined, false, { items: [...items, ...more] })).map(({ day }) => day);

    const [today, yesterday, before, sameDay, yearBefore] = days([
      item('same day', '2026-11-02T08:00:00Z'),
      item('year before', '2025-11-02T08:00:00Z')
    ]);

    expect([today, yesterday, sameDay]).toEqual(['c.Yeti_Today', 'c.Yeti_Yesterday', undefined]);
    expect(before).toMatch(/Mon.*Nov.*2/);
    expect(yearBefore).toContain('2025');
  });

  it('calls nothing new that is still to come', () => {
    const element = show(undefined, false, {
      items: [item('appointment', '2026-11-25T09:00:00Z'), ...items],
      seenAt: '2026-11-20T12:00:00Z',
      asOf: '2026-11-21T10:30:00Z'
    });

    expect(rows(element).map(({ fresh }) => fresh)).toEqual([false, true, false, false]);
  });

  it('shows one record as the items of two sources', () => {
    const order = item('801', '2026-11-21T09:00:00Z');
    const element = show(undefined, false, { items: [order, { ...order, source: 'Shipped' }] });

    expect(rows(element)).toHaveLength(2);
  });

  it('goes from item to item with Page Down and Page Up', () => {
    const element = show();

    expect(press(element, 0, 'PageDown').defaultPrevented).toBe(true);
    expect(focused(element)).toBe(1);
    press(element, 1, 'PageUp');
    expect(focused(element)).toBe(0);
  });

  it('stays at the first item, and asks for older ones beyond the last', () => {
    const element = show('next');
    const older = jest.fn();
    element.addEventListener('older', older);

    press(element, 0, 'PageUp');
    expect(focused(element)).toBe(-1);
    press(element, 2, 'PageDown');
    expect(older).toHaveBeenCalledTimes(1);
  });

  it('is left with Control and Home or End', () => {
    const element = show();
    const leave = jest.fn();
    element.addEventListener('leave', (event) => leave((event as CustomEvent).detail));

    press(element, 1, 'Home', true);
    press(element, 1, 'End', true);
    press(element, 1, 'Home');

    expect(leave.mock.calls).toEqual([['before'], ['after']]);
  });

  it('puts the focus on an item that is asked for', () => {
    const element = show();

    element.focusItem('Yeti_Interaction before');
    expect(focused(element)).toBe(2);
    element.focusItem('unknown');
    expect(focused(element)).toBe(2);
  });

  it('says where what the user has not seen ends', () => {
    const element = show(undefined, false, { seenAt: '2026-11-20T12:00:00Z' });

    const divider = element.shadowRoot?.querySelector('[data-seen]');
    expect(divider?.nextElementSibling).toBe(rows(element)[1]);
    expect(rows(element).map((row) => row.fresh)).toEqual([true, false, false]);
  });

  it('divides nothing where all or none of it is new', () => {
    const divided = (seenAt: string) =>
      show(undefined, false, { seenAt }).shadowRoot?.querySelectorAll('[data-seen]').length;

    expect([divided('2026-11-22T00:00:00Z'), divided('2026-11-01T00:00:00Z')]).toEqual([0, 0]);
  });

  it('counts a journey and repeats as one row each', async () => {
    const hop = (id: string, occurredAt: string): Item => ({ ...item(id, occurredAt), threadKey: 'j' });
    const element = show(undefined, false, {
      items: [
        hop('web', '2026-11-21T09:00:00Z'),
        { ...item('seen 2', '2026-11-21T08:05:00Z'), title: 'seen' },
        { ...item('seen 1', '2026-11-21T08:00:00Z'), title: 'seen' },
        hop('ivr', '2026-11-21T07:00:00Z')
      ]
    });

    expect(rows(element).map(({ tagName, setSize }) => [tagName, setSize])).toEqual([
      ['C-YETI-TIMELINE-GROUP', 2],
      ['C-YETI-TIMELINE-GROUP', 2]
    ]);
    await expect(element).toBeAccessible();
  });
});
