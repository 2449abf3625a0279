import { createElement } from 'lwc';
import YetiTimelineFilter from 'c/yetiTimelineFilter';

jest.mock('@salesforce/label/c.Yeti_Filter_On', () => ({ default: '{0} ({1})' }), { virtual: true });
jest.mock('@salesforce/label/c.Yeti_Filter_Count', () => ({ default: '{0} [{1}]' }), { virtual: true });

const chat = { value: 'Chat', label: 'Chat', count: '12' };
const fax = { value: 'Fax', label: 'Fax', count: undefined };

function show(chosen: readonly string[]): HTMLElement {
  const element = createElement('c-yeti-timeline-filter', { is: YetiTimelineFilter });
  Object.assign(element, { label: 'Channel', choices: [chat, fax], chosen });
  document.body.appendChild(element);
  return element;
}

function menu(element: HTMLElement): HTMLElement & { label?: string } {
  const found = element.shadowRoot?.querySelector<HTMLElement>('lightning-button-menu');
  if (!found) throw new Error('There is no menu.');
  return found;
}

function items(element: HTMLElement): (Element & { label?: string })[] {
  return Array.from(element.shadowRoot?.querySelectorAll('lightning-menu-item') ?? []);
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

    expect(items(element)).toMatchObject([
      { value: 'Chat', label: 'Chat [12]', checked: false },
      { value: 'Fax', label: 'Fax', checked: true }
    ]);
    await expect(element).toBeAccessible();
  });

  it('keeps its values while it is open: counts come in, what has none goes when it is closed', async () => {
    const element = show([]);
    const labels = () => items(element).map(({ label }) => label);
    menu(element).dispatchEvent(new CustomEvent('open'));
    const focused = items(element)[1];
    Object.assign(element, { choices: [{ ...chat, count: '13' }] });
    await Promise.resolve();
    expect(labels()).toEqual(['Chat [13]', 'Fax']);
    expect(items(element)[1]).toBe(focused);

    menu(element).dispatchEvent(new CustomEvent('close'));
    await Promise.resolve();
    expect(labels()).toEqual(['Chat [13]']);
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
