import { createElement } from 'lwc';
import YetiTimelineNotices from 'c/yetiTimelineNotices';
import { append, emptyThread, type Page, type Thread } from 'c/yetiTimelineModel';

jest.mock('@salesforce/label/c.Yeti_Source_Failed', () => ({ default: '{0}: not answering' }), { virtual: true });
jest.mock('@salesforce/label/c.Yeti_Source_No_Access', () => ({ default: '{0}: no access' }), { virtual: true });
jest.mock('@salesforce/label/c.Yeti_Not_Searched', () => ({ default: 'not: {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.Yeti_Texts_Not_Searched', () => ({ default: 'texts not: {0}' }), { virtual: true });

function threadOf(more: Partial<Page>): Thread {
  return append(emptyThread, { accessible: true, items: [], notices: [], ...more });
}

function show(thread: Thread | undefined, problem = ''): HTMLElement {
  const element = createElement('c-yeti-timeline-notices', { is: YetiTimelineNotices });
  Object.assign(element, { thread, problem });
  document.body.appendChild(element);
  return element;
}

const notices = (element: HTMLElement) =>
  Array.from(element.shadowRoot?.querySelectorAll<HTMLElement>('[data-notice]') ?? []);

afterEach(() => {
  document.body.replaceChildren();
});

describe('c-yeti-timeline-notices', () => {
  it('takes no place where nothing is missing', () => {
    expect([undefined, threadOf({})].map((thread) => show(thread).shadowRoot?.childElementCount)).toEqual([0, 0]);
  });

  it('names sources that are missing, and why', async () => {
    const element = show(
      threadOf({ notices: [{ source: 'Yeti_Email', label: 'Emails', reason: 'NoAccess', detail: 'why' }] })
    );

    expect(notices(element).map((notice) => notice.textContent?.trim())).toEqual(['Emails: no access']);
    expect(notices(element)[0]?.title).toBe('why');
    expect(element.shadowRoot?.querySelector('lightning-button')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('offers to try again what failed', () => {
    const element = show(threadOf({ notices: [{ source: 'Yeti_Email', label: 'Emails', reason: 'Failed' }] }));
    const retry = jest.fn();
    element.addEventListener('retry', retry);

    element.shadowRoot?.querySelector<HTMLElement>('lightning-button')?.click();

    expect(retry).toHaveBeenCalledTimes(1);
  });

  it('says what could not be asked, and offers to try again', async () => {
    const element = show(threadOf({}), 'Out of order');

    expect(element.shadowRoot?.querySelector('[data-problem]')?.textContent).toContain('Out of order');
    expect(element.shadowRoot?.querySelector('[data-retry]')).toBeTruthy();
    await expect(element).toBeAccessible();
  });

  it('says which texts a search does not read', () => {
    const element = show(threadOf({ textsNotSearched: ['Emails', 'Tasks'], notSearched: ['Comments'] }));

    expect(element.shadowRoot?.querySelector('[data-not-searched]')?.textContent).toBe(
      'texts not: Emails and Tasks · not: Comments'
    );
  });
});
