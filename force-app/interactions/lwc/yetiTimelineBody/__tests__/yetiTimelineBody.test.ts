import { createElement } from 'lwc';
import YetiTimelineBody from 'c/yetiTimelineBody';
import getBody from '@salesforce/apex/YetiTimelineController.getBody';
import type { Body } from 'c/yetiTimelineModel';
import { settle } from 'test/support/settle';

jest.mock('@salesforce/apex/YetiTimelineController.getBody', () => ({ default: jest.fn() }), { virtual: true });

const answer = jest.mocked(getBody);

async function show(): Promise<HTMLElement> {
  const element = createElement('c-yeti-timeline-body', { is: YetiTimelineBody });
  Object.assign(element, { source: 'Yeti_Email', itemId: '02s000000000001AAA' });
  document.body.appendChild(element);
  await settle();
  return element;
}

const find = (element: HTMLElement, selector: string) =>
  element.shadowRoot?.querySelector<HTMLElement & { value?: string }>(selector);

afterEach(() => {
  document.body.replaceChildren();
  jest.resetAllMocks();
});

describe('c-yeti-timeline-body', () => {
  it('gives HTML only to the component that cleans it', async () => {
    const html = '<p onclick="alert(1)">Hi</p><script>alert(1)</script>';
    answer.mockResolvedValue({ html, truncated: false });

    const element = await show();

    expect(find(element, 'lightning-formatted-rich-text')?.value).toBe(html);
    expect(element.shadowRoot?.querySelector('script')).toBeNull();
  });

  it('shows plain text as text, whatever it looks like', async () => {
    answer.mockResolvedValue({
      parts: [
        { text: '<b>not bold</b> ', masked: false },
        { text: '•••• 1111', masked: true, kind: 'Card', index: 0 }
      ],
      field: 'Body__c',
      truncated: false
    });

    const element = await show();

    const text = find(element, 'c-yeti-masked-text');
    expect(text).toMatchObject({ itemId: '02s000000000001AAA', field: 'Body__c' });
    expect(text?.shadowRoot?.textContent).toContain('<b>not bold</b>');
    expect(text?.shadowRoot?.querySelector('b')).toBeNull();
    expect(find(element, 'lightning-formatted-rich-text')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('says that it shows only the beginning', async () => {
    answer.mockResolvedValue({ parts: [{ text: 'long', masked: false }], truncated: true });

    expect(find(await show(), '[data-truncated]')?.textContent).toBe('c.Yeti_Body_Truncated');
  });

  it.each<[string, Body | null, string]>([
    ['is empty', { truncated: false }, 'c.Yeti_Body_Empty'],
    ['may not be read', { truncated: false, hidden: true }, 'c.Yeti_Body_Hidden'],
    ['is gone', null, 'c.Yeti_Body_Gone']
  ])('says that the text %s', async (_, body, message) => {
    answer.mockResolvedValue(body);

    expect(find(await show(), '[data-message]')?.textContent).toBe(message);
  });

  it('says why the text could not be loaded', async () => {
    answer.mockRejectedValue({ body: { message: 'Out of order' } });

    expect(find(await show(), '[data-message]')?.textContent).toBe('Out of order');
  });

  it('says that it is loading', async () => {
    answer.mockReturnValue(new Promise(() => undefined));

    expect(find(await show(), '[role="status"]')?.textContent).toBe('c.Yeti_Loading');
  });

  it('shows what the item handed on, even without a text', async () => {
    answer.mockResolvedValue({
      truncated: false,
      carried: [
        {
          key: 'account',
          value: '[IBAN •••• 4821]',
          sensitive: true,
          parts: [{ text: '•••• 4821', masked: true, kind: 'IBAN', index: 0 }],
          field: 'Carried_Data__c'
        }
      ]
    });

    const element = await show();

    expect(find(element, '[data-carried] c-yeti-masked-text')).toMatchObject({
      parts: [{ text: '•••• 4821', masked: true }],
      field: 'Carried_Data__c'
    });
    await expect(element).toBeAccessible();
  });
});
