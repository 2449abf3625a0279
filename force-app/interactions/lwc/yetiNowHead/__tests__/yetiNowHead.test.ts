import { createElement } from 'lwc';
import YetiNowHead from 'c/yetiNowHead';
import type { Message, Now } from 'c/yetiNowModel';
import type { Config } from 'c/yetiTimelineModel';

const moment = new Date('2026-11-21T09:30:00Z');
const message: Message = {
  id: 'a00000000000001AAA',
  source: 'Yeti_Interaction',
  channel: 'Chat',
  occurredAt: '2026-11-21T09:19:00Z',
  who: 'Marek Kozibród',
  title: 'Zwrot',
  parts: [{ text: '13 dni', masked: false }],
  truncated: false,
  identityStatus: 'Matched',
  identityBasis: 'Verified handle',
  authentication: 'Verified',
  authenticatedAt: '2026-11-21T09:11:00Z',
  authenticatedOn: ['IVR', 'SMS']
};
const now: Now = {
  accessible: true,
  turn: 'Ours',
  turnSince: '2026-11-21T09:19:00Z',
  waitingSince: '2026-11-18T09:19:00Z',
  message,
  contactsOfCase: 4,
  contactsOfMonth: 6,
  capped: false,
  tried: []
};
const config = { channels: [{ value: 'Chat', label: 'Czat' }], directions: [], sources: [], statuses: [] } as Config;

function show(more: Partial<Now> = {}): HTMLElement {
  const element: HTMLElement & Pick<YetiNowHead, 'now' | 'config' | 'moment'> = createElement('c-yeti-now-head', {
    is: YetiNowHead
  }) as never;
  Object.assign(element, { now: { ...now, ...more }, config, moment });
  document.body.appendChild(element);
  return element;
}

const text = (element: HTMLElement, selector: string) => element.shadowRoot?.querySelector(selector)?.textContent;

afterEach(() => document.body.replaceChildren());

describe('c-yeti-now-head', () => {
  it('says whose turn it is, who wrote, how sure that is and how often', async () => {
    const element = show();

    expect(text(element, '[data-turn="Ours"]')).toBe('c.Yeti_Now_Turn_Ours');
    expect(text(element, '[data-who]')).toBe('Marek Kozibród');
    expect(element.shadowRoot?.querySelector('[data-identity="Matched"]')).not.toBeNull();
    expect(text(element, '[data-authentication]')).toBe('c.Yeti_Now_Verified_On');
    expect(text(element, '[data-contacts]')).toBe('c.Yeti_Now_Nth');
    expect(text(element, '[data-waiting]')).toBe('c.Yeti_Now_Waiting');
    await expect(element).toBeAccessible();
  });

  it('warns in words where the customer is not certain', () => {
    const element = show({ message: { ...message, identityStatus: 'Suggested', authentication: 'Claimed' } });

    expect(text(element, '[data-identity]')).toBe('c.Yeti_Now_Suggested');
    expect(text(element, '[data-authentication]')).toBe('c.Yeti_Now_Claimed');
  });

  it('says that nobody waits, and nothing of a message that is not there', () => {
    const element = show({ turn: null, message: null, contactsOfCase: null, contactsOfMonth: 0, waitingSince: null });

    expect(text(element, '.turn')).toBe('c.Yeti_Now_Turn_None');
    expect(element.shadowRoot?.querySelectorAll('[data-who], [data-contacts], [data-waiting]')).toHaveLength(0);
  });

  it('says when the message came where it is the turn of the customer', () => {
    expect(text(show({ turn: 'Customer' }), '[data-when]')).toMatch(/11 min/);
    expect(text(show(), '[data-when]')).toBeUndefined();
  });
});
