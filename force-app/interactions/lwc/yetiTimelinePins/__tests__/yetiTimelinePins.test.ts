import { createElement } from 'lwc';
import YetiTimelinePins from 'c/yetiTimelinePins';
import type { Item } from 'c/yetiTimelineModel';

const items = ['1', '2', '3'].map((id): Item => ({
  id,
  source: 's',
  occurredAt: '2026-11-21T09:00:00Z',
  title: id,
  noise: false,
  pinned: true
}));

afterEach(() => {
  document.body.replaceChildren();
});

describe('c-yeti-timeline-pins', () => {
  it('shows the newest pins, and all when asked for', async () => {
    const element = createElement('c-yeti-timeline-pins', { is: YetiTimelinePins });
    Object.assign(element, {
      items,
      now: new Date('2026-11-24T09:00:00Z'),
      config: { channels: [], directions: [], statuses: [], sources: [] }
    });
    document.body.appendChild(element);
    const shown = Array.from(element.shadowRoot?.querySelectorAll<HTMLElement>('c-yeti-timeline-item') ?? []);
    expect(shown.map((pin) => Reflect.get(pin, 'day'))).toEqual(['Sat, Nov 21', 'Sat, Nov 21']);
    await expect(element).toBeAccessible();

    element.shadowRoot?.querySelector<HTMLElement>('[data-all]')?.click();
    await Promise.resolve();

    expect(element.shadowRoot?.querySelectorAll('c-yeti-timeline-item')).toHaveLength(3);
    expect(element.shadowRoot?.querySelector('[data-all]')).toBeNull();
  });
});
