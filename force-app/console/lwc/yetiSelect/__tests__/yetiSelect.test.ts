import { createElement } from 'lwc';
import YetiSelect from 'c/yetiSelect';

const options = [
  { value: 'all', label: 'All of these' },
  { value: 'any', label: 'Any of these' }
];

function open(more: object = {}): HTMLElement {
  const element = createElement('c-yeti-select', { is: YetiSelect });
  Object.assign(element, { label: 'Which', options, value: 'any', ...more });
  document.body.appendChild(element);
  return element;
}

const select = (element: HTMLElement): HTMLSelectElement => {
  const found = element.shadowRoot?.querySelector('select');
  if (!found) throw new Error('There is nothing to choose with');
  return found;
};

afterEach(() => document.body.replaceChildren());

describe('c-yeti-select', () => {
  it('shows what is chosen, and tells what is chosen instead', async () => {
    const element = open();
    const choose = jest.fn<(event: Event) => void>();
    element.addEventListener('choose', choose);
    expect(select(element).value).toBe('any');
    select(element).value = 'all';
    select(element).dispatchEvent(new CustomEvent('change', { bubbles: true }));
    expect(choose.mock.lastCall?.[0]).toMatchObject({ detail: 'all' });
    await expect(element).toBeAccessible();
  });

  it('can be shut', () => {
    expect(select(open({ disabled: true })).disabled).toBe(true);
  });
});
