import { createElement } from 'lwc';
import YetiRuleBuilder from 'c/yetiRuleBuilder';
import type { DocumentAnswer, Overview, Version } from 'c/yetiRuleModel';
import type { RuleSet } from 'c/yetiRuleSet';
import getDocument from '@salesforce/apex/YetiRuleSetController.getDocument';
import getOverview from '@salesforce/apex/YetiRuleSetController.getOverview';
import saveDraft from '@salesforce/apex/YetiRuleSetController.saveDraft';
import { settle } from 'test/support/settle';

jest.mock('@salesforce/apex/YetiRuleSetController.getDocument', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiRuleSetController.getOverview', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiRuleSetController.saveDraft', () => ({ default: jest.fn() }), { virtual: true });

const SOON = 1300;
const document: RuleSet = {
  schema: 1,
  name: 'Test',
  object: 'Case',
  rules: ['a', 'b', 'c'].map((id) => ({
    id,
    label: `Rule ${id}`,
    active: true,
    when: { all: [{ field: 'Type', op: 'equals', value: id }] },
    then: { priority: 3 }
  }))
};

function version(number: number, status: Version['status']): Version {
  return {
    id: `v${String(number)}`,
    version: number,
    status,
    shadow: false,
    ruleCount: 3,
    modifiedAt: '2026-11-21T09:30:00Z',
    modifiedBy: 'Zenon'
  };
}

function overviewOf(...versions: readonly Version[]): Overview {
  return {
    versions,
    catalogue: { fields: [{ path: 'Type', label: 'Type', type: 'text' }], skills: [], queues: [] },
    agents: [],
    hits: { counts: {}, last: {}, since: null, samples: [] },
    canEdit: true
  };
}

async function open(overview: Overview = overviewOf(version(4, 'Draft'), version(3, 'Active'))): Promise<HTMLElement> {
  jest.mocked(getOverview).mockResolvedValue(overview);
  const element = createElement('c-yeti-rule-builder', { is: YetiRuleBuilder });
  globalThis.document.body.appendChild(element);
  await settle();
  await settle();
  return element;
}

const part = <T extends HTMLElement>(element: HTMLElement, selector: string): T => {
  const found = element.shadowRoot?.querySelector<T>(selector);
  if (!found) throw new Error(`There is no ${selector}`);
  return found;
};

const order = (element: HTMLElement): string => {
  const list = part(element, 'c-yeti-rule-list') as HTMLElement & { document: RuleSet };
  return list.document.rules.map(({ id }) => id).join();
};

const act = (element: HTMLElement, detail: object): boolean =>
  part(element, 'c-yeti-rule-list').dispatchEvent(new CustomEvent('row', { detail }));

const saveText = (element: HTMLElement): string | null | undefined =>
  part(element, 'c-yeti-rule-header').shadowRoot?.querySelector('[data-save]')?.textContent;

async function pass(milliseconds: number): Promise<void> {
  jest.advanceTimersByTime(milliseconds);
  jest.useRealTimers();
  await settle();
  await settle();
}

const answer = (state: string, more: Partial<DocumentAnswer> = {}): DocumentAnswer => ({
  id: 'v4',
  version: 4,
  state,
  document: JSON.stringify(document),
  ...more
});

beforeEach(() => {
  jest.mocked(getDocument).mockReset().mockResolvedValue(answer('seen'));
  jest.mocked(saveDraft).mockReset().mockResolvedValue(answer('saved'));
});
afterEach(() => {
  jest.useRealTimers();
  globalThis.document.body.replaceChildren();
  sessionStorage.clear();
});

describe('c-yeti-rule-builder', () => {
  it('opens the draft before the active version', async () => {
    const element = await open();
    expect(order(element)).toBe('a,b,c');
    expect(getDocument).toHaveBeenLastCalledWith({ ruleSetId: 'v4' });
  });

  it('says what failed, and tries again', async () => {
    jest.mocked(getOverview).mockRejectedValueOnce({ body: { message: 'No answer' } });
    const element = createElement('c-yeti-rule-builder', { is: YetiRuleBuilder });
    globalThis.document.body.appendChild(element);
    await settle();
    const panel = part(element, 'c-yeti-state-panel');
    expect(panel).toMatchObject({ kind: 'error', text: 'No answer' });
    jest.mocked(getOverview).mockResolvedValue(overviewOf(version(4, 'Draft')));
    panel.dispatchEvent(new CustomEvent('action'));
    await settle();
    expect(order(element)).toBe('a,b,c');
  });

  it('moves, copies and deletes rules, says so, and takes it back with the keyboard', async () => {
    const element = await open();
    act(element, { kind: 'down', id: 'a' });
    expect(part(element, '[data-announcement]').textContent).toBe('');
    await settle();
    expect(order(element)).toBe('b,a,c');
    expect(part(element, '[data-announcement]').textContent).toBe('c.Yeti_Rules_Moved');
    act(element, { kind: 'duplicate', id: 'c' });
    act(element, { kind: 'delete', id: 'b' });
    await settle();
    expect(order(element)).toBe('a,c,c-2');
    const undo = (more: object): boolean =>
      part(element, '.page').dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, ...more }));
    for (let step = 0; step < 3; step++) undo({});
    await settle();
    expect(order(element)).toBe('a,b,c');
    undo({ shiftKey: true });
    await settle();
    expect(order(element)).toBe('b,a,c');
  });

  it('saves by itself after a pause, on top of what was seen', async () => {
    const element = await open();
    jest.useFakeTimers();
    act(element, { kind: 'down', id: 'a' });
    expect(saveDraft).not.toHaveBeenCalled();
    await pass(SOON);
    expect(jest.mocked(saveDraft).mock.lastCall?.[0]).toMatchObject({ draftId: 'v4', state: 'seen', name: 'Test' });
    expect(saveText(element)).toBe('c.Yeti_Rules_Saved');
    expect(sessionStorage).toHaveLength(0);
  });

  it('begins a draft with the first change of the active version', async () => {
    jest.mocked(getDocument).mockResolvedValue(answer('seen', { id: 'v3', version: 3 }));
    const element = await open(overviewOf(version(3, 'Active')));
    jest.useFakeTimers();
    act(element, { kind: 'down', id: 'a' });
    await pass(SOON);
    expect(jest.mocked(saveDraft).mock.lastCall?.[0]).toMatchObject({ basedOn: 'v3' });
    expect(part(element, 'c-yeti-rule-header').shadowRoot?.textContent).toContain('c.Yeti_Rules_Draft_Version');
  });

  it('keeps in the tab what cannot be saved, and has it again', async () => {
    const element = await open();
    jest.useFakeTimers();
    part(element, 'c-yeti-rule-bar').dispatchEvent(new CustomEvent('add'));
    await pass(SOON);
    expect(saveDraft).not.toHaveBeenCalled();
    expect(saveText(element)).toBe('c.Yeti_Rules_Save_Unfinished');
    globalThis.document.body.replaceChildren();
    expect(order(await open())).toBe('a,rule-2,b,c');
  });

  it('notices that somebody else saved, and lets the admin choose', async () => {
    const element = await open();
    jest.mocked(saveDraft).mockResolvedValueOnce(answer('theirs', { conflictWith: 'Dobrawa' }));
    jest.useFakeTimers();
    act(element, { kind: 'down', id: 'a' });
    await pass(SOON);
    expect(saveText(element)).toBe('c.Yeti_Rules_Save_Conflict');
    expect(order(element)).toBe('b,a,c');
    jest.mocked(getDocument).mockResolvedValue(answer('theirs'));
    part(element, 'c-yeti-rule-header').dispatchEvent(new CustomEvent('mine'));
    await settle();
    await settle();
    expect(jest.mocked(saveDraft).mock.lastCall?.[0]).toMatchObject({ state: 'theirs' });
    expect(saveText(element)).toBe('c.Yeti_Rules_Saved');
  });

  it('takes what the other saved, and one step back leads to one’s own', async () => {
    const element = await open();
    jest.mocked(saveDraft).mockResolvedValueOnce(answer('theirs', { conflictWith: 'Dobrawa' }));
    jest.useFakeTimers();
    act(element, { kind: 'down', id: 'a' });
    await pass(SOON);
    part(element, 'c-yeti-rule-header').dispatchEvent(new CustomEvent('theirs'));
    await settle();
    expect(order(element)).toBe('a,b,c');
    part(element, 'c-yeti-rule-header').dispatchEvent(new CustomEvent('undo'));
    await settle();
    expect(order(element)).toBe('b,a,c');
  });

  it('finds rules by what they say', async () => {
    const element = await open();
    part(element, 'c-yeti-rule-bar').dispatchEvent(new CustomEvent('search', { detail: 'rule b' }));
    await settle();
    expect(part(element, 'c-yeti-rule-list')).toMatchObject({ shown: [{ id: 'b' }] });
  });
});
