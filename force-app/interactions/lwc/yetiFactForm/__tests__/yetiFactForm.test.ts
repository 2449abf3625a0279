import { createElement } from 'lwc';
import YetiFactForm from 'c/yetiFactForm';
import type { Item } from 'c/yetiTimelineModel';
import forget from '@salesforce/apex/YetiFactController.forget';
import getBody from '@salesforce/apex/YetiTimelineController.getBody';
import keep from '@salesforce/apex/YetiFactController.keep';
import { settle } from 'test/support/settle';

jest.mock('@salesforce/apex/YetiFactController.forget', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiFactController.keep', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiTimelineController.getBody', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('lightning/refresh', () => ({
  RefreshEvent: class extends CustomEvent<undefined> {
    constructor() {
      super('refresh', { bubbles: true, composed: true });
    }
  }
}));

const item = { id: 'a01000000000001AAA', source: 'Yeti_Interaction', title: 'Zwrot ZP-000147' } as Item;
const refreshed = jest.fn();

async function open(): Promise<HTMLElement> {
  const element = createElement('c-yeti-fact-form', { is: YetiFactForm });
  element.item = item;
  element.addEventListener('refresh', refreshed);
  document.body.appendChild(element);
  part(element, '[data-remember]').click();
  await settle();
  return element;
}

const find = <E extends HTMLElement>(element: HTMLElement, selector: string) =>
  element.shadowRoot?.querySelector<E>(selector) ?? null;

function part<E extends HTMLElement>(element: HTMLElement, selector: string): E {
  const found = find<E>(element, selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
}

const field = (element: HTMLElement, name: string) =>
  part<HTMLElement & { value: string }>(element, `[data-field="${name}"]`);

function write(element: HTMLElement, name: string, value: string): void {
  field(element, name).dispatchEvent(new CustomEvent('change', { detail: { value } }));
}

beforeEach(() => {
  jest.mocked(getBody).mockResolvedValue({ text: 'Proszę o 749,00 zł', truncated: false });
  jest.mocked(keep).mockResolvedValue('f1');
});

afterEach(() => {
  document.body.replaceChildren();
  jest.resetAllMocks();
});

describe('c-yeti-fact-form', () => {
  it('proposes what stands in title and text, the first filled in', async () => {
    const element = await open();

    expect(getBody).toHaveBeenCalledWith({ source: 'Yeti_Interaction', itemId: item.id });
    const found = Array.from(element.shadowRoot?.querySelectorAll<HTMLElement>('[data-found]') ?? []);
    expect(found.map(({ dataset }) => dataset.found)).toEqual(['orderNumber|ZP-000147', 'amount|749,00 zł']);
    expect([field(element, 'key').value, field(element, 'value').value]).toEqual(['orderNumber', 'ZP-000147']);
    await expect(element).toBeAccessible();
  });

  it('keeps what is confirmed, says so and can take it back', async () => {
    const element = await open();
    part(element, '[data-found="amount|749,00 zł"]').click();
    await settle();
    part(element, '[data-save]').click();
    await settle();

    expect(keep).toHaveBeenCalledWith({ itemId: item.id, key: 'amount', value: '749,00 zł' });
    expect(refreshed).toHaveBeenCalledTimes(1);
    expect(find(element, '.form')).toBeNull();
    expect(part(element, '[data-kept]').textContent).toContain('c.Yeti_Fact_Kept');
    await expect(element).toBeAccessible();

    part(element, '[data-undo]').click();
    await settle();
    expect(forget).toHaveBeenCalledWith({ factId: 'f1' });
    expect(find(element, '[data-kept]')).toBeNull();
    expect(refreshed).toHaveBeenCalledTimes(2);
  });

  it('keeps something else under a name of its own, with Enter', async () => {
    const element = await open();
    write(element, 'key', '');
    await settle();
    write(element, 'name', 'Shoe size');
    write(element, 'value', ' 42 ');
    field(element, 'value').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await settle();

    expect(keep).toHaveBeenCalledWith({ itemId: item.id, key: 'Shoe size', value: '42' });
  });

  it('asks for what is missing instead of the org', async () => {
    const element = await open();
    write(element, 'value', '  ');
    part(element, '[data-save]').click();
    await settle();

    expect(keep).not.toHaveBeenCalled();
    expect(part(element, '[role="alert"]').textContent).toBe('c.Yeti_Fact_Blank');
  });

  it('says why it was refused and stays open', async () => {
    jest.mocked(keep).mockRejectedValue({ body: { message: 'Not allowed.' } });
    const element = await open();
    part(element, '[data-save]').click();
    await settle();

    expect(part(element, '[role="alert"]').textContent).toBe('Not allowed.');
    expect(find(element, '.form')).not.toBeNull();
    expect(refreshed).not.toHaveBeenCalled();
  });

  it('opens without the text where that cannot be loaded, and reads HTML too', async () => {
    jest.mocked(getBody).mockRejectedValueOnce(new Error('offline'));
    expect(field(await open(), 'value').value).toBe('ZP-000147');

    jest.mocked(getBody).mockResolvedValueOnce({ html: '<p>Data: <b>12.11.2026</b></p>', truncated: false });
    expect(find(await open(), '[data-found="date|12.11.2026"]')).not.toBeNull();
  });

  it('closes with Escape and with the button', async () => {
    const element = await open();
    part(element, '.form').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await settle();
    expect(find(element, '.form')).toBeNull();

    part(element, '[data-remember]').click();
    await settle();
    part(element, '[data-cancel]').click();
    await settle();
    expect(find(element, '.form')).toBeNull();
    expect(keep).not.toHaveBeenCalled();
  });
});
