import { createElement } from 'lwc';
import YetiTimelineFilter from 'c/yetiTimelineFilter';

jest.mock('@salesforce/label/c.Yeti_Filter_On', () => ({ default: '{0} ({1})' }), { virtual: true });
jest.mock('@salesforce/label/c.Yeti_Filter_Count', () => ({ default: '{0} [{1}]' }), { virtual: true });

function show(chosen: readonly string[]): HTMLElement {
  const element = createElement('c-yeti-timeline-filter', { is: YetiTimelineFilter });
  const choices = [
    { value: 'Chat', label: 'Chat', count: '12' },
    { value: 'Fax', label: 'Fax', count: undefined }
  ];
  Object.assign(element, { label: 'Channel', choices, chosen });
  document.body.appendChild(element);
  return element;
}

function menu(element: HTMLElement): HTMLElement & { label?: string } {
  const found = element.shadowRoot?.querySelector<HTMLElement>('lightning-button-menu');
  if (!found) throw new Error('There is no menu.');
  return found;
}

function choose(element: HTMLElement, value: string): unknown {
  let detail: unknown;
  element.addEventListener('change', (event) => (detail = event instanceof CustomEvent && event.detail));
  menu(element).dispatchEvent(new CustomEvent('select', { detail: { value } }));
  return detail;
}

afterEach(() => {
  document.body.replaceChildren();
});

describe('c-yeti-timeline-filter', () => {
  it('shows values with their counts and what is chosen', async () => {
    const element = show(['Fax']);
    const items = Array.from(element.shadowRoot?.querySelectorAll('lightning-menu-item') ?? []);

    expect(items).toMatchObject([
      { value: 'Chat', label: 'Chat [12]', checked: false },
      { value: 'Fax', label: 'Fax', checked: true }
    ]);
    await expect(element).toBeAccessible();
  });

  it('shows on its button that it is on', () => {
    expect(menu(show([])).label).toBe('Channel');
    expect(menu(show(['Chat', 'Fax'])).label).toBe('Channel (2)');
  });

  it('adds a value, or takes it away', () => {
    expect(choose(show(['Fax']), 'Chat')).toEqual(['Fax', 'Chat']);
    expect(choose(show(['Fax', 'Chat']), 'Fax')).toEqual(['Chat']);
  });
});
