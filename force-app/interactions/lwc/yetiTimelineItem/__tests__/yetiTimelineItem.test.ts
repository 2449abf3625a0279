import { createElement } from 'lwc';
import YetiTimelineItem from 'c/yetiTimelineItem';
import getBody from '@salesforce/apex/YetiTimelineController.getBody';
import type { Config, Item } from 'c/yetiTimelineModel';
import { settle } from 'test/support/settle';

jest.mock('@salesforce/apex/YetiTimelineController.getBody', () => ({ default: jest.fn() }), { virtual: true });

const mockNavigate = jest.fn((page: { attributes: { recordId: string } }) => page);
jest.mock('lightning/navigation', () => {
  const Navigate = Symbol('Navigate');
  const mixin = (Base: new () => object) =>
    class extends Base {
      [Navigate](page: { attributes: { recordId: string } }): void {
        mockNavigate(page);
      }
    };
  return { NavigationMixin: Object.assign(mixin, { Navigate }) };
});

const config: Config = {
  channels: [{ value: 'Chat', label: 'Czat' }],
  directions: [{ value: 'Inbound', label: 'Przychodzące' }],
  statuses: [],
  sources: [
    { name: 'Yeti_Task', label: 'Zadanie', objectName: 'Task', icon: 'standard:task' },
    { name: 'Yeti_Order', label: 'Zamówienie', objectName: 'Order', icon: 'standard:orders' }
  ]
};
const chat: Item = {
  id: 'a00000000000001AAA',
  source: 'Yeti_Interaction',
  channel: 'Chat',
  direction: 'Inbound',
  occurredAt: '2026-11-21T09:19:00.000Z',
  title: 'Zwrot',
  preview: '13 dni, a pieniędzy nie ma',
  actor: { name: null, kind: 'customer' },
  caseId: '500000000000001AAA',
  caseNumber: '00001027',
  noise: false
};

type Row = HTMLElement &
  Pick<YetiTimelineItem, 'item' | 'config' | 'preview' | 'position' | 'setSize' | 'fresh' | 'showCase'>;

function show(more: Partial<Row> = {}): Row {
  const element: Row = createElement('c-yeti-timeline-item', { is: YetiTimelineItem }) as never;
  Object.assign(element, { item: chat, config, position: 2, setSize: 5, ...more });
  document.body.appendChild(element);
  return element;
}

function part<E extends HTMLElement>(element: Row, selector: string): E {
  const found = element.shadowRoot?.querySelector<E>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
}

beforeEach(() => {
  jest.mocked(getBody).mockResolvedValue({ parts: [{ text: 'Text', masked: false }], truncated: false });
});

afterEach(() => {
  document.body.replaceChildren();
  jest.resetAllMocks();
});

describe('c-yeti-timeline-item', () => {
  it('is an article that says its place and what it is', async () => {
    const element = show();

    const article = part(element, 'article');
    expect(article.getAttribute('aria-posinset')).toBe('2');
    expect(article.getAttribute('aria-setsize')).toBe('5');
    expect(article.getAttribute('aria-label')).toMatch(/2026.*, Czat, Przychodzące, c\.Yeti_Customer, Zwrot$/);
    await expect(element).toBeAccessible();
  });

  it('names channel and direction beside their icons', () => {
    const icons = Array.from(
      show().shadowRoot?.querySelectorAll<HTMLElement & { alternativeText?: string }>('lightning-icon') ?? []
    );

    expect(icons.map(({ alternativeText }) => alternativeText)).toEqual(['Czat', 'Przychodzące', undefined]);
  });

  it('shows values of which nobody knows a name', () => {
    const element = show({ item: { ...chat, channel: null, direction: null, source: 'Yeti_Task' } });

    expect(part(element, 'article').getAttribute('aria-label')).toContain('Zadanie');
    expect(part<HTMLElement & { iconName: string }>(element, 'lightning-icon').iconName).toBe('standard:task');
  });

  it('shows the preview it is given, unless it has its own', () => {
    expect(part(show({ preview: 'given' }), '.preview').textContent).toBe(chat.preview);
    expect(part(show({ item: { ...chat, preview: null }, preview: 'given' }), '.preview').textContent).toBe('given');
  });

  it('does not say twice what the title says', () => {
    const element = show({ item: { ...chat, preview: chat.title } });

    expect(element.shadowRoot?.querySelector('.preview')).toBeNull();
  });

  it('opens and loads the text only then', async () => {
    const element = show();
    const button = part(element, 'button');
    expect(button.getAttribute('aria-expanded')).toBe('false');
    expect(getBody).not.toHaveBeenCalled();

    button.click();
    await settle();

    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(getBody).toHaveBeenCalledWith({ source: 'Yeti_Interaction', itemId: chat.id });
    await expect(element).toBeAccessible();

    button.click();
    await settle();
    expect(element.shadowRoot?.querySelector('c-yeti-timeline-body')).toBeNull();
  });

  it('opens with Enter and Space on the article, not on what is inside', async () => {
    const element = show();
    const article = part(element, 'article');

    article.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    await settle();
    expect(element.shadowRoot?.querySelector('c-yeti-timeline-body')).not.toBeNull();

    part(element, 'button').dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true }));
    await settle();
    expect(element.shadowRoot?.querySelector('c-yeti-timeline-body')).not.toBeNull();
  });

  it('marks what is new', () => {
    expect(show().shadowRoot?.querySelector('[data-new]')).toBeNull();
    expect(part(show({ fresh: true }), '[data-new]').textContent).toBe('c.Yeti_New');
  });

  it('goes to the record and, where it is another, to the case', async () => {
    const element = show({ showCase: true });
    part(element, 'button').click();
    await settle();

    part(element, '[data-open-record]').click();
    expect(mockNavigate.mock.lastCall?.[0].attributes.recordId).toBe(chat.id);
    part(element, '[data-open-case]').click();
    expect(mockNavigate.mock.lastCall?.[0].attributes.recordId).toBe(chat.caseId);
  });

  it('does not name the case on the page of that case', async () => {
    const element = show({ showCase: false });
    part(element, 'button').click();
    await settle();

    expect(element.shadowRoot?.querySelector('.case, [data-open-case]')).toBeNull();
  });

  it('marks who is not known for sure, who must be called back and what did not get through', async () => {
    const element = show({
      item: {
        ...chat,
        identity: { status: 'Suggested', basis: 'One address, two contacts' },
        callback: 'Needed',
        deliveryStatus: 'Failed',
        authentication: 'Verified'
      }
    });

    const marks = Array.from(element.shadowRoot?.querySelectorAll<HTMLElement>('[data-mark]') ?? []);
    expect(marks.map(({ dataset }) => dataset.mark)).toEqual(['callback', 'delivery', 'identity', 'authentication']);
    expect(part(element, 'article').getAttribute('aria-label')).toContain('c.Yeti_Mark_Callback');
    await expect(element).toBeAccessible();
  });

  it('marks nothing where all is well', () => {
    const element = show({ item: { ...chat, identity: { status: 'Matched', basis: 'Exact handle' } } });

    expect(element.shadowRoot?.querySelector('[data-mark]')).toBeNull();
  });

  it('shows the lines of an order, of nothing else', async () => {
    const order = show({ item: { ...chat, source: 'Yeti_Order' } });
    part(order, 'button').click();
    await settle();
    expect(part(order, 'c-yeti-order-lines')).toMatchObject({ orderId: chat.id });

    const task = show({ item: { ...chat, source: 'Yeti_Task' } });
    part(task, 'button').click();
    await settle();
    expect(task.shadowRoot?.querySelector('c-yeti-order-lines')).toBeNull();
  });
});
