import { createElement } from 'lwc';
import YetiTimelinePin from 'c/yetiTimelinePin';
import type { Item } from 'c/yetiTimelineModel';
import pin from '@salesforce/apex/YetiTimelineController.pin';
import unpin from '@salesforce/apex/YetiTimelineController.unpin';
import { settle } from 'test/support/settle';

jest.mock('@salesforce/apex/YetiTimelineController.pin', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiTimelineController.unpin', () => ({ default: jest.fn() }), { virtual: true });

const chat: Item = { id: 'a1', source: 's', occurredAt: '2026-11-21T09:00:00Z', title: 'Chat', noise: false };

function show(item: Item): HTMLElement {
  const element = createElement('c-yeti-timeline-pin', { is: YetiTimelinePin });
  Object.assign(element, { item, recordId: '500000000000001AAA' });
  document.body.appendChild(element);
  return element;
}

function heard(element: HTMLElement): Item[] {
  const items: Item[] = [];
  element.addEventListener('pinned', (event) => items.push((event as CustomEvent<Item>).detail));
  return items;
}

afterEach(() => {
  document.body.replaceChildren();
  jest.resetAllMocks();
});

describe('c-yeti-timeline-pin', () => {
  it('pins for a time', async () => {
    jest.mocked(pin).mockResolvedValue({ ...chat, pinned: true });
    const element = show(chat);
    const items = heard(element);

    element.shadowRoot
      ?.querySelector('[data-pin]')
      ?.dispatchEvent(new CustomEvent('select', { detail: { value: 'week' } }));
    await settle();

    expect(pin).toHaveBeenCalledWith({ recordId: '500000000000001AAA', source: 's', itemId: 'a1', until: 'week' });
    expect(items).toEqual([{ ...chat, pinned: true }]);
    await expect(element).toBeAccessible();
  });

  it('unpins', async () => {
    jest.mocked(unpin).mockResolvedValue(undefined);
    const element = show({ ...chat, pinned: true, pinnedUntil: '2026-11-22T00:00:00Z' });
    const items = heard(element);

    element.shadowRoot?.querySelector<HTMLElement>('[data-unpin]')?.click();
    await settle();

    expect(unpin).toHaveBeenCalledWith({ itemId: 'a1' });
    expect(items[0]).toMatchObject({ id: 'a1', pinned: false });
  });

  it('says why it could not', async () => {
    jest.mocked(pin).mockRejectedValue({ body: { message: 'Not allowed' } });
    const element = show(chat);

    element.shadowRoot
      ?.querySelector('[data-pin]')
      ?.dispatchEvent(new CustomEvent('select', { detail: { value: 'today' } }));
    await settle();

    expect(element.shadowRoot?.querySelector('[role="alert"]')?.textContent).toBe('Not allowed');
  });
});
