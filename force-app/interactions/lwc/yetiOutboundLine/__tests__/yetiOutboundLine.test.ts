import { createElement } from 'lwc';
import YetiOutboundLine from 'c/yetiOutboundLine';
import type { Check } from 'c/yetiNowModel';

const check: Check = {
  channel: 'SMS',
  purpose: 'Service',
  forbidden: false,
  consent: 'Given',
  consentAt: '2026-01-10T09:00:00Z',
  consentSource: 'Web form',
  statedChannel: 'Email',
  quiet: true,
  windowEnd: '2026-11-22T09:19:00Z',
  recentContacts: 3,
  weeklyLimit: 3
};

function show(more: Partial<Check> = {}): HTMLElement {
  const element: HTMLElement & Pick<YetiOutboundLine, 'check'> = createElement('c-yeti-outbound-line', {
    is: YetiOutboundLine
  }) as never;
  Object.assign(element, { check: { ...check, ...more }, moment: new Date('2026-11-21T09:30:00Z') });
  document.body.appendChild(element);
  return element;
}

function remarks(element: HTMLElement): Record<string, boolean> {
  const found = Array.from(element.shadowRoot?.querySelectorAll<HTMLElement>('[data-remark]') ?? []);
  return Object.fromEntries(
    found.map((remark) => [remark.dataset.remark ?? '', remark.querySelector('lightning-icon') !== null])
  );
}

afterEach(() => document.body.replaceChildren());

describe('c-yeti-outbound-line', () => {
  it('says in one line what to know, and marks what to think about', async () => {
    const element = show();

    expect(remarks(element)).toEqual({ consent: false, prefers: true, window: false, quiet: true, recent: true });
    await expect(element).toBeAccessible();
  });

  it('has nothing to warn of where all is well', () => {
    const element = show({ statedChannel: 'SMS', quiet: false, windowEnd: null, recentContacts: 0, consent: null });

    expect(remarks(element)).toEqual({ consent: false, prefers: false, recent: false });
  });

  it('says why nothing can be sent in the place of all else', () => {
    const element = show({ problem: 'The window has shut.' });

    expect(remarks(element)).toEqual({});
    expect(element.shadowRoot?.querySelector('[data-problem]')?.textContent).toBe('The window has shut.');
  });
});
