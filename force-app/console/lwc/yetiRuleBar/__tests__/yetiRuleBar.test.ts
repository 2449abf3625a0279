import { createElement } from 'lwc';
import YetiRuleBar from 'c/yetiRuleBar';
import { settle } from 'test/support/settle';

const moveTo = jest.fn<(event: Event) => void>();

async function open(more: object = {}): Promise<HTMLElement> {
  const element = createElement('c-yeti-rule-bar', { is: YetiRuleBar });
  Object.assign(element, { total: 14, canEdit: true, ...more });
  element.addEventListener('moveto', moveTo);
  document.body.appendChild(element);
  await settle();
  return element;
}

const part = (element: HTMLElement, selector: string) => element.shadowRoot?.querySelector<HTMLElement>(selector);

function place(element: HTMLElement): HTMLInputElement {
  const input = part(element, '[data-position]');
  if (!(input instanceof HTMLInputElement)) throw new Error('There is nothing to type a place in');
  return input;
}

beforeEach(() => {
  moveTo.mockReset();
});
afterEach(() => document.body.replaceChildren());

describe('c-yeti-rule-bar', () => {
  it('counts all rules, or those that were found', async () => {
    expect(part(await open(), '.count')?.textContent).toBe('c.Yeti_Rules_Count');
    expect(part(await open({ found: 2 }), '.count')?.textContent).toBe('c.Yeti_Rules_Found');
  });

  it('tells what is searched for', async () => {
    const element = await open();
    const search = jest.fn<(event: Event) => void>();
    element.addEventListener('search', search);
    part(element, '.search')?.dispatchEvent(new CustomEvent('change', { detail: { value: 'web' } }));
    expect(search.mock.lastCall?.[0]).toMatchObject({ detail: 'web' });
  });

  it('asks where a rule is to be moved, the cursor in it, and tells the place', async () => {
    const element = await open({ moving: 4 });
    expect(element.shadowRoot?.activeElement).toBe(place(element));
    place(element).value = '9';
    part(element, 'form')?.dispatchEvent(new CustomEvent('submit', { cancelable: true }));
    expect(moveTo.mock.lastCall?.[0]).toMatchObject({ detail: 9 });
    await expect(element).toBeAccessible();
  });

  it('moves nothing on Escape', async () => {
    const element = await open({ moving: 4 });
    place(element).dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(moveTo).toHaveBeenCalledTimes(1);
    expect((moveTo.mock.lastCall?.[0] as CustomEvent<number | undefined>).detail ?? undefined).toBeUndefined();
  });

  it('adds nothing for who may only read', async () => {
    expect(part(await open({ canEdit: false }), '[data-add-rule]')).toBeNull();
  });
});
