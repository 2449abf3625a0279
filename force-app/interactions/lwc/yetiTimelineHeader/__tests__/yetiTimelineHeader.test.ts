import { createElement } from 'lwc';
import YetiTimelineHeader from 'c/yetiTimelineHeader';

type Header = HTMLElement & Partial<Pick<YetiTimelineHeader, 'scope' | 'channels' | 'directions' | 'busy'>>;

function show(more: Partial<Header> = {}): Header {
  const element: Header = createElement('c-yeti-timeline-header', { is: YetiTimelineHeader }) as never;
  Object.assign(element, more);
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

  it('passes on chosen channels and directions', () => {
    const element = show();
    const channels = heard(element, 'channels');
    const directions = heard(element, 'directions');

    part(element, '[data-filter="channel"]').dispatchEvent(new CustomEvent('change', { detail: ['Chat'] }));
    part(element, '[data-filter="direction"]').dispatchEvent(new CustomEvent('change', { detail: ['Inbound'] }));

    expect([channels, directions]).toEqual([[['Chat']], [['Inbound']]]);
  });

  it('clears filters, if there are any', () => {
    expect(show().shadowRoot?.querySelector('[data-clear]')).toBeNull();

    const element = show({ directions: ['Inbound'] });
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
