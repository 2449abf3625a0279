import { createElement } from 'lwc';
import YetiTimelineFeed from 'c/yetiTimelineFeed';
import { append, emptyThread, type Config, type Item } from 'c/yetiTimelineModel';

const config: Config = { channels: [], directions: [], sources: [] };
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

function show(cursor?: string, busy = false): Feed {
  const element: Feed = createElement('c-yeti-timeline-feed', { is: YetiTimelineFeed }) as never;
  const thread = append(emptyThread, { accessible: true, items, notices: [], cursor: cursor ?? null });
  Object.assign(element, { thread, config, now, busy, previews: { today: 'preview' } });
  document.body.appendChild(element);
  return element;
}

function rows(element: Feed): (HTMLElement & { position: number; setSize: number; preview?: string })[] {
  return Array.from(element.shadowRoot?.querySelectorAll('c-yeti-timeline-item') ?? []) as never;
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

  it('heads days, the last two by name', () => {
    const headings = Array.from(show().shadowRoot?.querySelectorAll('.day') ?? []);

    expect(headings.map((heading) => heading.querySelector('strong')?.textContent)).toEqual([
      'c.Yeti_Today',
      'c.Yeti_Yesterday',
      undefined
    ]);
    expect(headings[2]?.textContent).toContain('2026');
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

    element.focusItem(2);
    expect(focused(element)).toBe(2);
    element.focusItem(7);
    expect(focused(element)).toBe(2);
  });
});
