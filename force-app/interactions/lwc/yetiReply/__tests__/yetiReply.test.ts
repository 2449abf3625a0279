import { createElement } from 'lwc';
import YetiReply from 'c/yetiReply';
import type { Check } from 'c/yetiNowModel';
import { readDraft, keepDraft } from 'c/yetiDrafts';
import getCheck from '@salesforce/apex/YetiReplyController.getCheck';
import getChecks from '@salesforce/apex/YetiReplyController.getChecks';
import send from '@salesforce/apex/YetiReplyController.send';
import { settle } from 'test/support/settle';

jest.mock('@salesforce/apex/YetiReplyController.getCheck', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiReplyController.getChecks', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiReplyController.send', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('lightning/refresh', () => ({
  RefreshEvent: class extends CustomEvent<undefined> {
    constructor() {
      super('refresh', { bubbles: true, composed: true });
    }
  }
}));

jest.mock('lightning/pageReferenceUtils', () => ({
  encodeDefaultFieldValues: (values: object) => JSON.stringify(values)
}));

const mockNavigate = jest.fn((page: { state: { defaultFieldValues: string } }) => page);
jest.mock('lightning/navigation', () => {
  const Navigate = Symbol('Navigate');
  const mixin = (Base: new () => object) =>
    class extends Base {
      [Navigate](page: { state: { defaultFieldValues: string } }): void {
        mockNavigate(page);
      }
    };
  return { NavigationMixin: Object.assign(mixin, { Navigate }) };
});

const recordId = '500000000000001AAA';
const chat: Check = { channel: 'Chat', purpose: 'Service', forbidden: false, quiet: false, recentContacts: 0 };
const shut = 'The window has shut.';

type Reply = HTMLElement & Pick<YetiReply, 'check' | 'recordId' | 'email' | 'subject'>;

function show(check: Check | undefined = chat): Reply {
  const element: Reply = createElement('c-yeti-reply', { is: YetiReply }) as never;
  Object.assign(element, { recordId, check, email: 'marek@example.com', subject: 'Refund' });
  document.body.appendChild(element);
  return element;
}

function part<E extends HTMLElement>(element: HTMLElement, selector: string): E {
  const found = element.shadowRoot?.querySelector<E>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
}

const field = (element: HTMLElement) => part<HTMLTextAreaElement>(element, 'textarea');
const button = (element: HTMLElement) => part<HTMLButtonElement & { label: string }>(element, '[data-send]');
const notice = (element: HTMLElement) => part(element, '[data-notice]').textContent;

async function write(element: HTMLElement, text: string): Promise<void> {
  field(element).value = text;
  field(element).dispatchEvent(new CustomEvent('input'));
  await settle();
}

async function choose(element: HTMLElement, menu: string, value: string): Promise<void> {
  part(element, menu).dispatchEvent(new CustomEvent('select', { detail: { value } }));
  await settle();
}

beforeEach(() => {
  jest.mocked(send).mockResolvedValue('a00000000000001AAA');
  const check = ({ channel, purpose }: Check) => Promise.resolve({ ...chat, channel, purpose });
  jest.mocked(getCheck).mockImplementation(check as never);
  jest.mocked(getChecks).mockResolvedValue([{ ...chat, channel: 'Messenger', problem: shut }, chat]);
});

afterEach(() => {
  document.body.replaceChildren();
  sessionStorage.clear();
  jest.resetAllMocks();
});

describe('c-yeti-reply', () => {
  it('sends on the proposed channel with Ctrl+Enter, then forgets the draft', async () => {
    const element = show();
    const refreshed = jest.fn();
    element.addEventListener('refresh', refreshed);
    await write(element, 'On its way');
    expect(readDraft(recordId)?.text).toBe('On its way');

    field(element).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true }));
    await settle();

    expect(send).toHaveBeenCalledWith({ recordId, channel: 'Chat', text: 'On its way', purpose: 'Service' });
    expect(field(element).value).toBe('');
    expect(readDraft(recordId)).toBeUndefined();
    expect(refreshed).toHaveBeenCalledTimes(1);
    expect(notice(element)).toBe('c.Yeti_Reply_Done');
    await expect(element).toBeAccessible();
  });

  it('goes on with a draft, on the channel it was begun on', async () => {
    keepDraft(recordId, { channel: 'SMS', purpose: 'Collections', text: 'Half on Friday' });

    const element = show();
    await settle();

    expect(field(element).value).toBe('Half on Friday');
    expect(getCheck).toHaveBeenCalledWith({ recordId, channel: 'SMS', purpose: 'Collections' });
    button(element).click();
    await settle();
    expect(send).toHaveBeenCalledWith(expect.objectContaining({ channel: 'SMS', purpose: 'Collections' }));
  });

  it('keeps the text where sending fails, and says why', async () => {
    jest.mocked(send).mockRejectedValue({ body: { message: shut } });
    const element = show();
    await write(element, 'Hello');

    button(element).click();
    await settle();

    expect(notice(element)).toBe(shut);
    expect(field(element).value).toBe('Hello');
    expect(readDraft(recordId)?.text).toBe('Hello');
  });

  it('warns once before a card number leaves', async () => {
    const element = show();
    await write(element, 'Card 4111 1111 1111 1111');

    button(element).click();
    await settle();
    expect(send).not.toHaveBeenCalled();
    expect(notice(element)).toBe('c.Yeti_Reply_Sensitive');
    expect(button(element).label).toBe('c.Yeti_Reply_Send_Anyway');

    button(element).click();
    await settle();
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('cannot send without text, where the channel is shut, or where there is nobody', () => {
    expect(button(show()).disabled).toBe(true);
    expect(button(show({ ...chat, problem: shut })).disabled).toBe(true);
    const nobody = show(undefined);
    Object.assign(nobody, { check: undefined });
    expect(button(nobody).disabled).toBe(true);
  });

  it('lists other channels with the reason why one cannot be used', async () => {
    const element = show();
    part(element, '[data-channels]').dispatchEvent(new CustomEvent('open'));
    await settle();

    const items = Array.from(
      element.shadowRoot?.querySelectorAll<HTMLElement & { value: string; disabled: boolean }>(
        '[data-channels] lightning-menu-item'
      ) ?? [],
      ({ value, disabled }) => [value, disabled]
    );
    expect(items).toEqual([
      ['Chat', false],
      ['Email', false],
      ['Messenger', true]
    ]);
  });

  it('asks anew for another channel or purpose', async () => {
    const element = show();
    await choose(element, '[data-purposes]', 'Marketing');
    expect(getCheck).toHaveBeenLastCalledWith({ recordId, channel: 'Chat', purpose: 'Marketing' });

    await choose(element, '[data-channels]', 'SMS');
    expect(getCheck).toHaveBeenLastCalledWith({ recordId, channel: 'SMS', purpose: 'Marketing' });
  });

  it('opens the composer of the platform for a mail, filled', async () => {
    const element = show({ ...chat, channel: 'Email', problem: 'Email is not answered from here.' });
    await write(element, 'a < b\nBye');
    expect(button(element).label).toBe('c.Yeti_Reply_Email');

    button(element).click();

    expect(mockNavigate.mock.lastCall?.[0]).toEqual({
      type: 'standard__quickAction',
      attributes: { apiName: 'Global.SendEmail' },
      state: {
        recordId,
        defaultFieldValues: JSON.stringify({
          ToAddress: 'marek@example.com',
          RelatedToId: recordId,
          Subject: 'Refund',
          HtmlBody: '<p>a &lt; b<br>Bye</p>'
        })
      }
    });
    expect(send).not.toHaveBeenCalled();
  });

  it('does not open the composer where mail is forbidden', () => {
    expect(button(show({ ...chat, channel: 'Email', forbidden: true, problem: 'No.' })).disabled).toBe(true);
  });
});
