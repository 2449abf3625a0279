import { createElement } from 'lwc';
import YetiMaskedText from 'c/yetiMaskedText';
import { partsOf } from 'c/yetiSensitive';
import reveal from '@salesforce/apex/YetiRevealController.reveal';
import { settle } from 'test/support/settle';

jest.mock('@salesforce/apex/YetiRevealController.reveal', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/customPermission/Yeti_Reveal_Masked_Values', () => ({ default: true }), { virtual: true });

const parts = partsOf('Karta 4111111111111111, PESEL 44051401359.');

function show(): HTMLElement {
  const element = createElement('c-yeti-masked-text', { is: YetiMaskedText });
  element.parts = parts;
  element.itemId = 'a01000000000001AAA';
  element.field = 'Body__c';
  document.body.appendChild(element);
  return element;
}

function part<E extends HTMLElement>(element: HTMLElement, selector: string): E {
  const found = element.shadowRoot?.querySelector<E>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
}

async function ask(element: HTMLElement, index: number, reason: string): Promise<void> {
  part(element, `[data-button="${String(index)}"]`).click();
  await settle();
  part(element, '[data-reason]').dispatchEvent(new CustomEvent('change', { detail: { value: reason } }));
  part(element, '[data-show]').click();
  await settle();
}

const shown = (element: HTMLElement, index: number) => part(element, `[data-value="${String(index)}"]`).textContent;

beforeEach(() => {
  jest.useFakeTimers();
  jest.mocked(reveal).mockResolvedValue('44051401359');
});

afterEach(() => {
  document.body.replaceChildren();
  jest.resetAllMocks();
  jest.useRealTimers();
});

describe('c-yeti-masked-text', () => {
  it('shows words as they are and values as chips with their kind', async () => {
    const element = show();

    expect(element.shadowRoot?.querySelector('.text')?.textContent).toBe(
      'Karta c.Yeti_Masked_Card•••• 1111, PESEL c.Yeti_Masked_Pesel•••• 59.'
    );
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('asks for a reason in place and reveals that value only', async () => {
    const element = show();
    const refreshed = jest.fn();
    element.addEventListener('lightning__refresh', refreshed);
    await ask(element, 1, ' customer asks for it ');

    expect(refreshed).toHaveBeenCalledTimes(1);
    expect(reveal).toHaveBeenCalledWith({
      itemId: 'a01000000000001AAA',
      field: 'Body__c',
      index: 1,
      reason: 'customer asks for it'
    });
    expect(shown(element, 1)).toBe('44051401359');
    expect(shown(element, 0)).toBe('•••• 1111');
    expect(element.shadowRoot?.querySelector('[data-reason]')).toBeNull();
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('hides it again after 30 seconds, and on demand', async () => {
    const element = show();
    await ask(element, 1, 'customer asks');
    jest.advanceTimersByTime(30_000);
    await settle();
    expect(shown(element, 1)).toBe('•••• 59');

    await ask(element, 1, 'customer asks again');
    part(element, '[data-button="1"]').click();
    await settle();
    expect(shown(element, 1)).toBe('•••• 59');
  });

  it('does not ask the org without a reason, and says so', async () => {
    const element = show();
    await ask(element, 0, 'why ');

    expect(reveal).not.toHaveBeenCalled();
    expect(part(element, '[role="alert"]').textContent).toBe('c.Yeti_Reveal_Reason_Too_Short');
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('says what the org says when it refuses, and shows no value', async () => {
    jest.mocked(reveal).mockRejectedValue({ body: { message: 'Not kept.' } });
    const element = show();
    await ask(element, 0, 'customer asks');

    expect(part(element, '[role="alert"]').textContent).toBe('Not kept.');
    expect(shown(element, 0)).toBe('•••• 1111');
  });

  it('closes with Escape and with the button, without revealing', async () => {
    const element = show();
    part(element, '[data-button="0"]').click();
    await settle();
    part(element, '.form').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await settle();
    expect(element.shadowRoot?.querySelector('[data-reason]')).toBeNull();

    part(element, '[data-button="0"]').click();
    await settle();
    part(element, '[data-cancel]').click();
    await settle();
    expect(element.shadowRoot?.querySelector('[data-reason]')).toBeNull();
    expect(reveal).not.toHaveBeenCalled();
  });

  it('sends the reason with Enter', async () => {
    const element = show();
    part(element, '[data-button="0"]').click();
    await settle();
    const input = part(element, '[data-reason]');
    input.dispatchEvent(new CustomEvent('change', { detail: { value: 'customer asks' } }));
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await settle();

    expect(reveal).toHaveBeenCalledTimes(1);
  });
});
