import { createElement } from 'lwc';
import YetiPicker, { type PickerOption } from 'c/yetiPicker';
import { settle } from 'test/support/settle';

const options: readonly PickerOption[] = [
  { value: 'Origin', label: 'Case Origin', group: 'Case' },
  { value: 'Subject', label: 'Subject', group: 'Case' },
  { value: 'Contact.Yeti_Language__c', label: 'Language', detail: 'Contact.Yeti_Language__c', group: 'Contact' }
];
const picked = jest.fn<(event: Event) => void>();

function open(more: object = {}): HTMLElement {
  const element = createElement('c-yeti-picker', { is: YetiPicker });
  Object.assign(element, { label: 'Field', options, ...more });
  element.addEventListener('pick', picked);
  document.body.appendChild(element);
  return element;
}

const input = (element: HTMLElement): HTMLInputElement => {
  const found = element.shadowRoot?.querySelector('input');
  if (!found) throw new Error('There is no field');
  return found;
};

async function type(element: HTMLElement, text: string): Promise<void> {
  input(element).value = text;
  input(element).dispatchEvent(new CustomEvent('input'));
  await settle();
}

async function press(element: HTMLElement, key: string): Promise<void> {
  input(element).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  await settle();
}

const shown = (element: HTMLElement): (string | undefined)[] =>
  [...(element.shadowRoot?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])].map(({ dataset }) => dataset.value);
const lastPick = (): unknown => (picked.mock.lastCall?.[0] as CustomEvent<string>).detail;

beforeEach(() => {
  picked.mockReset();
});
afterEach(() => document.body.replaceChildren());

describe('c-yeti-picker', () => {
  it('shows the label of the value, and offers everything once it is opened', async () => {
    const element = open({ value: 'Origin' });
    expect(input(element).value).toBe('Case Origin');
    expect(shown(element)).toEqual([]);
    input(element).click();
    await settle();
    expect(shown(element)).toEqual(['Origin', 'Subject', 'Contact.Yeti_Language__c']);
    await expect(element).toBeAccessible();
  });

  it('finds by words of the label, the group and the path', async () => {
    const element = open();
    await type(element, 'contact lang');
    expect(shown(element)).toEqual(['Contact.Yeti_Language__c']);
    await press(element, 'Enter');
    expect(lastPick()).toBe('Contact.Yeti_Language__c');
    expect(shown(element)).toEqual([]);
  });

  it('is gone through with the arrow keys, around the ends', async () => {
    const element = open();
    await press(element, 'ArrowDown');
    await press(element, 'ArrowUp');
    await press(element, 'Enter');
    expect(lastPick()).toBe('Contact.Yeti_Language__c');
  });

  it('leaves the value as it was with Escape, and for a text that is nothing', async () => {
    const element = open({ value: 'Origin' });
    await type(element, 'zebra');
    expect(element.shadowRoot?.textContent).toContain('c.Yeti_Picker_None');
    await press(element, 'Enter');
    await press(element, 'Escape');
    expect(input(element).value).toBe('Case Origin');
    expect(picked).not.toHaveBeenCalled();
  });

  it('takes any text where that will do, also when it is left', async () => {
    const element = open({ free: true });
    await type(element, '$fact.intent');
    input(element).dispatchEvent(new CustomEvent('blur'));
    expect(lastPick()).toBe('$fact.intent');
  });

  it('is picked from with the mouse', async () => {
    const element = open();
    input(element).click();
    await settle();
    element.shadowRoot?.querySelector('[data-value="Subject"]')?.dispatchEvent(new MouseEvent('mousedown'));
    expect(lastPick()).toBe('Subject');
  });

  it('shows no more than can be looked at, and says how many are left', async () => {
    const element = open({
      options: Array.from({ length: 500 }, (_, index) => ({ value: `v${String(index)}`, label: 'x' }))
    });
    input(element).click();
    await settle();
    expect(shown(element)).toHaveLength(60);
    expect(element.shadowRoot?.textContent).toContain('c.Yeti_Picker_More');
  });
});
