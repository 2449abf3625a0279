import { createElement } from 'lwc';
import YetiNowMessage from 'c/yetiNowMessage';
import type { Message } from 'c/yetiNowModel';

function show(message: Partial<Message> | null): HTMLElement {
  const element: HTMLElement & Pick<YetiNowMessage, 'message'> = createElement('c-yeti-now-message', {
    is: YetiNowMessage
  }) as never;
  Object.assign(element, { message });
  document.body.appendChild(element);
  return element;
}

afterEach(() => document.body.replaceChildren());

describe('c-yeti-now-message', () => {
  it('shows the words with what is sensitive masked, and can be scrolled by keyboard', async () => {
    const parts = [{ text: '13 dni', masked: false }];
    const element = show({ id: 'a00000000000001AAA', field: 'Body__c', parts, truncated: true });

    const words = element.shadowRoot?.querySelector<HTMLElement & { parts: unknown }>('c-yeti-masked-text');
    expect(words?.parts).toEqual(parts);
    expect(element.shadowRoot?.querySelector('.message')?.getAttribute('tabindex')).toBe('0');
    expect(element.shadowRoot?.querySelector('[data-truncated]')).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  it('says that nothing was said yet', () => {
    expect(show(null).shadowRoot?.querySelector('[data-empty]')?.textContent).toBe('c.Yeti_Now_No_Message');
  });
});
