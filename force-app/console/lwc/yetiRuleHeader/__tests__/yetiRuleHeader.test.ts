import { createElement } from 'lwc';
import YetiRuleHeader, { type RulesStatus } from 'c/yetiRuleHeader';
import type { Version } from 'c/yetiRuleModel';

function version(number: number, status: Version['status'], more: Partial<Version> = {}): Version {
  return {
    id: `v${String(number)}`,
    version: number,
    status,
    shadow: false,
    ruleCount: 1,
    modifiedAt: '',
    modifiedBy: '',
    ...more
  };
}

const calm: RulesStatus = {
  active: version(3, 'Active'),
  open: version(4, 'Draft'),
  saveState: 'saved',
  problem: '',
  conflictWith: '',
  isRestored: false,
  canEdit: true,
  canUndo: false,
  canRedo: true,
  changes: 0,
  errors: 0,
  warnings: 0
};

function open(status: Partial<RulesStatus> = {}): HTMLElement {
  const element = createElement('c-yeti-rule-header', { is: YetiRuleHeader });
  Object.assign(element, { status: { ...calm, ...status } });
  document.body.appendChild(element);
  return element;
}

const facts = (element: HTMLElement): readonly (string | null)[] =>
  [...(element.shadowRoot?.querySelectorAll('.fact') ?? [])].map(({ textContent }) => textContent);
const saveText = (element: HTMLElement) => element.shadowRoot?.querySelector('[data-save]')?.textContent;
const button = (element: HTMLElement, event: string) =>
  element.shadowRoot?.querySelector<HTMLElement & { disabled: boolean }>(`[data-event="${event}"]`);

afterEach(() => document.body.replaceChildren());

describe('c-yeti-rule-header', () => {
  it('says what decides, what is open and what is wrong in it, and nothing that is not so', async () => {
    const element = open({ changes: 2, errors: 1 });
    expect(facts(element)).toEqual([
      'c.Yeti_Rules_Active_Version',
      'c.Yeti_Rules_Draft_Version',
      'c.Yeti_Rules_Changes_Other',
      'c.Yeti_Rules_Errors_One'
    ]);
    await expect(element).toBeAccessible();
  });

  it('says that nothing decides, and that the draft is in shadow', () => {
    const draft = version(4, 'Draft', { shadow: true });
    expect(facts(open({ active: undefined, open: draft }))).toEqual([
      'c.Yeti_Rules_No_Active',
      'c.Yeti_Rules_Draft_Version',
      'c.Yeti_Rules_In_Shadow'
    ]);
  });

  it.each([
    ['saved', 'c.Yeti_Rules_Saved'],
    ['waiting', 'c.Yeti_Rules_Saving'],
    ['saving', 'c.Yeti_Rules_Saving'],
    ['unfinished', 'c.Yeti_Rules_Save_Unfinished'],
    ['conflict', 'c.Yeti_Rules_Save_Conflict'],
    ['failed', 'c.Yeti_Rules_Save_Failed']
  ] as [RulesStatus['saveState'], string][])('says what became of saving: %s', (saveState, text) => {
    expect(saveText(open({ saveState }))).toBe(text);
  });

  it('lets the reader choose only where somebody else has saved', () => {
    expect(button(open(), 'theirs')).toBeNull();
    const element = open({ saveState: 'conflict' });
    const mine = jest.fn();
    element.addEventListener('mine', mine);
    button(element, 'mine')?.click();
    expect(mine).toHaveBeenCalledTimes(1);
  });

  it('offers a step back or forth where there is one', () => {
    const element = open();
    expect([button(element, 'undo')?.disabled, button(element, 'redo')?.disabled]).toEqual([true, false]);
  });

  it('leads to the panels', () => {
    const element = open();
    const show = jest.fn<(event: Event) => void>();
    element.addEventListener('show', show);
    element.shadowRoot?.querySelector<HTMLElement>('[data-panel="preview"]')?.click();
    expect(show.mock.lastCall?.[0]).toMatchObject({ detail: 'preview' });
  });
});
