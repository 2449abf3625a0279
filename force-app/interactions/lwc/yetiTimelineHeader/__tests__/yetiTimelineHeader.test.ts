import { createElement } from 'lwc';
import YetiTimelineHeader from 'c/yetiTimelineHeader';
import { nothingChosen } from 'c/yetiTimelineModel';

type Header = HTMLElement & Partial<Pick<YetiTimelineHeader, 'scope' | 'chosen' | 'busy'>>;

function show(more: Partial<Header> = {}): Header {
  const element: Header = createElement('c-yeti-timeline-header', { is: YetiTimelineHeader }) as never;
  Object.assign(element, { chosen: nothingChosen, ...more });
  document.body.appendChild(element);
  return element;
}

function part(element: Header, selector: string): HTMLElement {
  const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
}

function heard(element: Header, event: string): unknown[] {
  const details: unknown[] = [];
  element.addEventListener(event, (fired) => details.push(fired instanceof CustomEvent ? fired.detail : undefined));
  return details;
}

afterEach(() => {
  document.body.replaceChildren();
});

describe('c-yeti-timeline-header', () => {
  it('offers a scope only where there is one to choose', async () => {
    expect(show().shadowRoot?.querySelector('lightning-radio-group')).toBeNull();

    const element = show({ scope: 'case' });
    const details = heard(element, 'scope');
    part(element, 'lightning-radio-group').dispatchEvent(new CustomEvent('change', { detail: { value: 'customer' } }));

    expect(details).toEqual(['customer']);
    await expect(element).toBeAccessible();
  });

  it('shows the filters when asked for, and passes on what is chosen', async () => {
    const element = show();
    const details = heard(element, 'choose');
    expect(element.shadowRoot?.querySelector('c-yeti-timeline-filters')).toBeNull();

    part(element, '[data-filters]').click();
    await Promise.resolve();
    part(element, 'c-yeti-timeline-filters').dispatchEvent(
      new CustomEvent('choose', { detail: { channels: ['Chat'] } })
    );

    expect(details).toEqual([{ channels: ['Chat'] }]);
    await expect(element).toBeAccessible();
  });

  it('says how many filters are on, also while they are out of sight', () => {
    expect(part(show(), '[data-filters]')).toMatchObject({ label: 'c.Yeti_Filter', variant: 'neutral' });

    const element = show({ chosen: { ...nothingChosen, channels: ['Chat'], dateFrom: '2026-11-01' } });

    expect(part(element, '[data-filters]')).toMatchObject({ label: 'c.Yeti_Filter_On', variant: 'brand-outline' });
  });

  it('looks for words when nobody types any longer, or at once with Enter', () => {
    jest.useFakeTimers();
    const element = show();
    const details = heard(element, 'choose');
    const search = part(element, '[data-search]');

    search.dispatchEvent(new CustomEvent('change', { detail: { value: 're' } }));
    search.dispatchEvent(new CustomEvent('change', { detail: { value: ' refund ' } }));
    jest.advanceTimersByTime(399);
    expect(details).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(details).toEqual([{ query: 'refund' }]);

    Object.assign(search, { value: 'boots' });
    search.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    expect(details).toEqual([{ query: 'refund' }, { query: 'boots' }]);
    jest.useRealTimers();
  });

  it('clears filters, if there are any', () => {
    expect(show().shadowRoot?.querySelector('[data-clear]')).toBeNull();

    const element = show({ chosen: { ...nothingChosen, query: 'refund' } });
    const cleared = heard(element, 'clear');
    part(element, '[data-clear]').click();

    expect(cleared).toHaveLength(1);
  });

  it('refreshes, but not while it is busy', () => {
    const element = show();
    const refreshed = heard(element, 'refresh');

    part(element, '[data-refresh]').click();

    expect(refreshed).toHaveLength(1);
    expect(part(show({ busy: true }), '[data-refresh]')).toMatchObject({ disabled: true });
  });

  it('takes the focus to refresh', () => {
    const element = show();
    const focus = jest.spyOn(part(element, '[data-refresh]'), 'focus');

    element.focus();

    expect(focus).toHaveBeenCalled();
  });
});
