import { createElement } from 'lwc';
import YetiRuleTabs from 'c/yetiRuleTabs';
import { settle } from 'test/support/settle';

const tabs = ['edit', 'try', 'preview'].map((name) => ({ name, label: name }));
const show = jest.fn<(event: Event) => void>();

async function open(front = 'edit'): Promise<HTMLElement> {
  const element = createElement('c-yeti-rule-tabs', { is: YetiRuleTabs });
  Object.assign(element, { label: 'Work on the rules', tabs, front });
  element.addEventListener('show', show);
  document.body.appendChild(element);
  await settle();
  return element;
}

const tab = (element: HTMLElement, name: string) =>
  element.shadowRoot?.querySelector<HTMLElement>(`[data-name="${name}"]`);

const press = (element: HTMLElement, key: string) =>
  element.shadowRoot?.querySelector('[role="tablist"]')?.dispatchEvent(new KeyboardEvent('keydown', { key }));

beforeEach(() => {
  show.mockReset();
});
afterEach(() => document.body.replaceChildren());

describe('c-yeti-rule-tabs', () => {
  it('shows which is in front; only that one is reached with the tab key', async () => {
    const element = await open('try');
    expect(tab(element, 'try')?.getAttribute('aria-selected')).toBe('true');
    expect(tabs.map(({ name }) => tab(element, name)?.tabIndex)).toEqual([-1, 0, -1]);
    await expect(element).toBeAccessible();
  });

  it('asks for the one that is clicked', async () => {
    tab(await open(), 'preview')?.click();
    expect(show.mock.lastCall?.[0]).toMatchObject({ detail: 'preview' });
  });

  it.each([
    ['ArrowRight', 'try'],
    ['ArrowLeft', 'preview']
  ])('goes on with %s, from one end to the other, and takes the focus along', async (key, name) => {
    const element = await open();
    press(element, key);
    expect(show.mock.lastCall?.[0]).toMatchObject({ detail: name });
    expect(element.shadowRoot?.activeElement).toBe(tab(element, name));
  });

  it('leaves other keys alone', async () => {
    press(await open(), 'a');
    expect(show).not.toHaveBeenCalled();
  });
});
