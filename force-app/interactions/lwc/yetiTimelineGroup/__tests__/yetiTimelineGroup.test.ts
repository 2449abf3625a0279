import { createElement } from 'lwc';
import YetiTimelineGroup from 'c/yetiTimelineGroup';
import { rowsOf, type Config, type Item, type Row } from 'c/yetiTimelineModel';
import getJourney from '@salesforce/apex/YetiTimelineController.getJourney';
import { settle } from 'test/support/settle';

jest.mock('@salesforce/apex/YetiTimelineController.getJourney', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/label/c.Yeti_Repeats', () => ({ default: '{0}×' }), { virtual: true });
jest.mock('@salesforce/label/c.Yeti_Journey', () => ({ default: 'Journey' }), { virtual: true });
jest.mock('@salesforce/label/c.Yeti_Switch_Customer', () => ({ default: '{0} by customer' }), { virtual: true });
jest.mock('@salesforce/label/c.Yeti_Switch_Declined', () => ({ default: '{0} declined' }), { virtual: true });
jest.mock('@salesforce/label/c.Yeti_Mark_Verified_Ago', () => ({ default: 'verified {0}' }), { virtual: true });

const config: Config = {
  channels: ['IVR', 'SMS', 'Web', 'Phone'].map((value) => ({ value, label: value })),
  directions: [],
  statuses: [],
  sources: []
};
const now = new Date('2026-11-21T10:30:00Z');

function hop(id: string, channel: string, minute: number, more: Partial<Item> = {}): Item {
  const occurredAt = new Date(Date.UTC(2026, 10, 21, 10, minute)).toISOString();
  return { id, source: 's', channel, occurredAt, title: id, noise: false, threadKey: 'refund', ...more };
}

const loaded = [hop('web', 'Web', 14), hop('sms', 'SMS', 12, { switchedBy: 'Customer' })];
const whole = [
  ...loaded,
  hop('phone', 'Phone', 11, { switchedBy: 'CompanyDeclined' }),
  hop('ivr', 'IVR', 11, {
    authentication: 'Verified',
    authenticatedAt: '2026-11-21T10:11:00Z',
    carried: [
      {
        key: 'account',
        value: '[IBAN •••• 4821]',
        sensitive: true,
        parts: [{ text: '•••• 4821', masked: true, kind: 'IBAN', index: 0 }],
        field: 'Carried_Data__c'
      }
    ]
  })
];

function show(items: readonly Item[]): HTMLElement {
  const element = createElement('c-yeti-timeline-group', { is: YetiTimelineGroup });
  const row: Row | undefined = rowsOf(items)[0];
  Object.assign(element, { row, config, now, recordId: '003000000000001AAA', position: 1, setSize: 1 });
  document.body.appendChild(element);
  return element;
}

function part(element: HTMLElement, selector: string): HTMLElement {
  const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
}

const texts = (element: HTMLElement, selector: string) =>
  Array.from(element.shadowRoot?.querySelectorAll(selector) ?? []).map(({ textContent }) => textContent);

async function open(element: HTMLElement): Promise<void> {
  part(element, 'button').click();
  await settle();
}

beforeEach(() => {
  jest.mocked(getJourney).mockResolvedValue(whole);
});

afterEach(() => {
  document.body.replaceChildren();
  jest.resetAllMocks();
});

describe('c-yeti-timeline-group', () => {
  it('names the way of a journey, from its first channel', async () => {
    const element = show(loaded);

    expect(part(element, '[data-title]').textContent).toBe('Journey SMS → Web');
    expect(getJourney).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
  });

  it('shows all hops when opened: who changed the channel, who the customer is, what was handed on', async () => {
    const element = show(loaded);

    await open(element);

    expect(getJourney).toHaveBeenCalledWith({ recordId: '003000000000001AAA', threadKey: 'refund' });
    const items = Array.from(
      element.shadowRoot?.querySelectorAll<HTMLElement & { item: Item }>('li c-yeti-timeline-item') ?? []
    );
    expect(items.map(({ item }) => item.id)).toEqual(['ivr', 'phone', 'sms', 'web']);
    expect(texts(element, '[data-notes]')).toEqual([
      expect.stringMatching(/^verified 19 min/),
      'Phone declined',
      'SMS by customer'
    ]);
    expect(element.shadowRoot?.querySelector('[data-carried] c-yeti-masked-text')).toMatchObject({
      parts: [{ text: '•••• 4821', masked: true }],
      itemId: 'ivr',
      field: 'Carried_Data__c'
    });
    expect(part(element, '[data-title]').textContent).toBe('Journey IVR → Phone → SMS → Web');
    await expect(element).toBeAccessible();
  });

  it('keeps the loaded hops where the others cannot be had', async () => {
    jest.mocked(getJourney).mockRejectedValue({ body: { message: 'Out of order' } });
    const element = show(loaded);

    await open(element);

    expect(part(element, '[role="alert"]').textContent).toBe('Out of order');
    expect(element.shadowRoot?.querySelectorAll('li')).toHaveLength(2);
  });

  it('says how often the same happened, and opens to each of them without asking', async () => {
    const repeats = [1, 2, 3].map((minute) =>
      hop(String(minute), 'Web', 10 - minute, { title: 'Viewed', threadKey: null })
    );
    const element = show(repeats);
    expect(part(element, '[data-count]').textContent).toBe('3×');

    part(element, 'article').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    await settle();

    expect(element.shadowRoot?.querySelectorAll('li')).toHaveLength(3);
    expect(getJourney).not.toHaveBeenCalled();
  });
});
