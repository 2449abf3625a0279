import { createElement } from 'lwc';
import YetiNowSteps from 'c/yetiNowSteps';
import type { Now } from 'c/yetiNowModel';
import type { Config } from 'c/yetiTimelineModel';

const moment = new Date('2026-11-21T09:30:00Z');
const now: Now = {
  accessible: true,
  capped: false,
  tried: [
    { id: 'a1', channel: 'Chatbot', occurredAt: '2026-11-21T09:15:00Z', title: 'status found' },
    { id: 'a2', channel: 'Phone', occurredAt: '2026-11-20T09:15:00Z', title: 'Call', outcome: 'Abandoned' }
  ],
  callback: { id: 'a2', channel: 'Phone', occurredAt: '2026-11-20T09:15:00Z' },
  promise: { id: 'b1', what: 'Refund', dueAt: '2026-11-20T09:15:00Z', overdue: true }
};
const config = {
  channels: [{ value: 'Phone', label: 'Telefon' }],
  directions: [],
  sources: [],
  statuses: []
} as Config;

function show(more: Partial<Now> = {}): HTMLElement {
  const element: HTMLElement & Pick<YetiNowSteps, 'now'> = createElement('c-yeti-now-steps', {
    is: YetiNowSteps
  }) as never;
  Object.assign(element, { now: { ...now, ...more }, config, moment });
  document.body.appendChild(element);
  return element;
}

const texts = (element: HTMLElement, selector: string) =>
  Array.from(element.shadowRoot?.querySelectorAll(selector) ?? [], ({ textContent }) => textContent);

afterEach(() => document.body.replaceChildren());

describe('c-yeti-now-steps', () => {
  it('says in one line what was tried', async () => {
    const element = show();

    expect(texts(element, '[data-step]')).toEqual([
      'Chatbot, 15 min. ago: status found',
      'Telefon, yesterday: c.Yeti_Outcome_Abandoned'
    ]);
    await expect(element).toBeAccessible();
  });

  it('asks for the call back and lets it be logged', () => {
    const element = show();
    const heard = jest.fn();
    element.addEventListener('callback', heard);

    element.shadowRoot?.querySelector<HTMLElement>('[data-callback] lightning-button')?.click();

    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('marks what is overdue not by colour alone, and leaves out what has time', () => {
    const element = show();
    expect(element.shadowRoot?.querySelector('[data-promise] lightning-icon')).not.toBeNull();
    expect(texts(element, '[data-promise]')).toEqual(['c.Yeti_Now_Overdue']);

    const soon = show({ promise: { id: 'b1', what: 'Refund', dueAt: '2026-11-24T22:59:00Z', overdue: false } });
    expect(texts(soon, '[data-promise]')).toEqual(['c.Yeti_Now_Due']);
    expect(soon.shadowRoot?.querySelector('[data-promise] lightning-icon')).toBeNull();

    const later = show({ promise: { id: 'b1', what: 'Refund', dueAt: '2026-12-20T09:15:00Z', overdue: false } });
    expect(texts(later, '[data-promise]')).toEqual([]);
  });

  it('says that nothing was tried', () => {
    const element = show({ tried: [], callback: null, promise: null });

    expect(texts(element, '.step')).toEqual(['c.Yeti_Now_Tried_Nothing']);
    expect(texts(element, '.due')).toEqual([]);
  });
});
