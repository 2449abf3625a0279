import { createElement } from 'lwc';
import YetiTimelineCompleteness from 'c/yetiTimelineCompleteness';
import { append, emptyThread, type Counts, type Page, type Thread } from 'c/yetiTimelineModel';

jest.mock('@salesforce/label/c.Yeti_Shown_One', () => ({ default: '{0} item shown' }), { virtual: true });
jest.mock('@salesforce/label/c.Yeti_Shown_Other', () => ({ default: '{0} items shown' }), { virtual: true });
jest.mock('@salesforce/label/c.Yeti_Shown_Of_Other', () => ({ default: '{0} of {1} items' }), { virtual: true });
jest.mock('@salesforce/label/c.Yeti_Count_Capped', () => ({ default: '{0}+' }), { virtual: true });
jest.mock('@salesforce/label/c.Yeti_Hidden_Other', () => ({ default: '{0} hidden' }), { virtual: true });
jest.mock('@salesforce/label/c.Yeti_Cases_Capped', () => ({ default: 'only {0} cases' }), { virtual: true });

function threadOf(more: Partial<Page>): Thread {
  return append(emptyThread, { accessible: true, items: [], notices: [], ...more });
}

const two = ['1', '2'].map((id) => ({ id, source: 's', occurredAt: id, title: id, noise: false }));
const counts: Counts = { total: 112, capped: false, hidden: 0, channels: {}, directions: {}, statuses: {} };

function show(thread: Thread | undefined, counted?: Counts): HTMLElement {
  const element = createElement('c-yeti-timeline-completeness', { is: YetiTimelineCompleteness });
  Object.assign(element, { thread, counts: counted });
  document.body.appendChild(element);
  return element;
}

const summary = (element: HTMLElement) => element.shadowRoot?.querySelector('[data-summary]')?.textContent;
afterEach(() => {
  document.body.replaceChildren();
});

describe('c-yeti-timeline-completeness', () => {
  it('says nothing while nothing is loaded', () => {
    expect(summary(show(undefined))).toBe('');
  });

  it('says how much is shown and whether older items exist', () => {
    expect(summary(show(threadOf({ items: two })))).toBe('2 items shown · c.Yeti_All_Shown');
    expect(summary(show(threadOf({ items: two.slice(1), cursor: 'x' })))).toBe('1 item shown · c.Yeti_Older_Exist');
  });

  it('says of how many, once they are counted', () => {
    expect(summary(show(threadOf({ items: two }), counts))).toContain('2 of 112 items');
    expect(summary(show(threadOf({ items: two }), { ...counts, total: 2000, capped: true }))).toContain(
      '2 of 2,000+ items'
    );
  });

  it('says that older cases are not covered', () => {
    expect(summary(show(threadOf({ items: two, caseLimit: 500 })))).toContain('only 500 cases');
  });

  it('says that more is pinned than stays on top', () => {
    expect(summary(show(threadOf({ items: two, pinLimit: 10 })))).toContain('c.Yeti_Pins_Capped');
  });

  it('counts the system events that are folded, and shows them on demand', async () => {
    const element = show(threadOf({ items: two }), { ...counts, hidden: 40 });
    const noise = jest.fn();
    element.addEventListener('noise', (event) => noise((event as CustomEvent).detail));

    expect(element.shadowRoot?.querySelector('[data-hidden]')?.textContent).toBe('40 hidden');
    element.shadowRoot?.querySelector<HTMLElement>('[data-show]')?.click();
    expect(noise).toHaveBeenLastCalledWith(true);
    await expect(element).toBeAccessible();

    Object.assign(element, { counts, showsNoise: true });
    await Promise.resolve();
    element.shadowRoot?.querySelector<HTMLElement>('[data-hide]')?.click();
    expect(noise).toHaveBeenLastCalledWith(false);
  });
});
