import { createElement } from 'lwc';
import YetiTimelineFilters from 'c/yetiTimelineFilters';
import { nothingChosen, type Chosen } from 'c/yetiTimelineModel';

const contactChoices = ['003000000000001AAA', '003000000000002AAA'].map((value) => ({
  value,
  label: value,
  count: undefined
}));

function show(chosen: Partial<Chosen> = {}): HTMLElement {
  const element = createElement('c-yeti-timeline-filters', { is: YetiTimelineFilters });
  Object.assign(element, { chosen: { ...nothingChosen, ...chosen }, contactChoices });
  document.body.appendChild(element);
  return element;
}

function choose(element: HTMLElement, selector: string, detail: unknown): Partial<Chosen>[] {
  const chosen: Partial<Chosen>[] = [];
  element.addEventListener('choose', (event) => chosen.push((event as CustomEvent<Partial<Chosen>>).detail));
  element.shadowRoot?.querySelector(selector)?.dispatchEvent(new CustomEvent('change', { detail }));
  return chosen;
}

afterEach(() => {
  document.body.replaceChildren();
});

describe('c-yeti-timeline-filters', () => {
  it.each([
    ['channel', '[data-filter="channel"]', ['Chat'], { channels: ['Chat'] }],
    ['direction', '[data-filter="direction"]', ['Inbound'], { directions: ['Inbound'] }],
    ['status', '[data-filter="status"]', ['Resolved'], { statuses: ['Resolved'] }],
    ['first day', '[data-from]', { value: '2026-11-01' }, { dateFrom: '2026-11-01' }],
    ['last day', '[data-to]', { value: null }, { dateTo: undefined }]
  ])('filters by %s', (_, selector, detail, chosen) => {
    expect(choose(show(), selector, detail)).toEqual([chosen]);
  });

  it('filters by one contact of an account, the last that was chosen', async () => {
    const [first, second] = ['003000000000001AAA', '003000000000002AAA'];
    const element = show({ contactId: first });

    expect(choose(element, '[data-filter="contact"]', [first, second])).toEqual([{ contactId: second }]);
    expect(choose(show({ contactId: first }), '[data-filter="contact"]', [])).toEqual([{ contactId: undefined }]);
    await expect(element).toBeAccessible();
  });

  it('clears all', () => {
    const element = show();
    const clear = jest.fn();
    element.addEventListener('clear', clear);

    element.shadowRoot?.querySelector<HTMLElement>('[data-clear-all]')?.click();

    expect(clear).toHaveBeenCalledTimes(1);
  });
});
