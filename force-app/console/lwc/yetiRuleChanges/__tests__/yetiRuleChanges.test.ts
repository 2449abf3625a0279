import { createElement } from 'lwc';
import YetiRuleChanges from 'c/yetiRuleChanges';
import type { Change } from 'c/yetiRuleCompare';
import type { Rule } from 'c/yetiRuleSet';
import { namesOf } from 'c/yetiRuleWords';

const names = namesOf({ fields: [], skills: [{ name: 'KeyAccounts', label: 'Key accounts' }], queues: [] });

function rule(more: Partial<Rule> = {}): Rule {
  return {
    id: 'key',
    label: 'Key account',
    active: true,
    when: { field: 'Type', op: 'isBlank' },
    then: { skills: [{ skill: 'KeyAccounts', level: 6 }] },
    ...more
  };
}

function open(changes: readonly Change[]): HTMLElement {
  const element = createElement('c-yeti-rule-changes', { is: YetiRuleChanges });
  Object.assign(element, { changes, desk: { names } });
  document.body.appendChild(element);
  return element;
}

const texts = (element: HTMLElement, selector: string): readonly (string | null)[] =>
  [...(element.shadowRoot?.querySelectorAll(selector) ?? [])].map(({ textContent }) => textContent);

afterEach(() => document.body.replaceChildren());

describe('c-yeti-rule-changes', () => {
  it('says what was before and what is now, in words', async () => {
    const element = open([
      {
        kind: 'changed',
        before: rule(),
        after: rule({ then: { skills: [{ skill: 'KeyAccounts', level: 8 }] } }),
        moved: false
      }
    ]);
    expect(texts(element, 'del')).toEqual(['Type c.Yeti_Rules_Op_Blank → Key accounts ≥ 6']);
    expect(texts(element, 'ins')).toEqual(['Type c.Yeti_Rules_Op_Blank → Key accounts ≥ 8']);
    await expect(element).toBeAccessible();
  });

  it('says of a renamed rule only its names', () => {
    const element = open([{ kind: 'changed', before: rule(), after: rule({ label: 'Big account' }), moved: false }]);
    expect([...texts(element, 'del'), ...texts(element, 'ins')]).toEqual(['Key account', 'Big account']);
  });

  it('leads to a rule that is there, not to one that is gone', () => {
    const element = open([
      { kind: 'added', after: rule() },
      { kind: 'removed', before: rule({ id: 'gone' }) },
      { kind: 'defaults', before: {}, after: { priority: 6 } }
    ]);
    const pick = jest.fn<(event: Event) => void>();
    element.addEventListener('pick', pick);
    const buttons = element.shadowRoot?.querySelectorAll('button') ?? [];
    buttons.forEach((button) => button.click());
    expect(pick.mock.calls.map(([event]) => (event as CustomEvent<string>).detail)).toEqual(['key', '$defaults']);
  });

  it('says that nothing differs, and how many are not shown', () => {
    expect(texts(open([]), '[data-none]')).toEqual(['c.Yeti_Rules_Change_None']);
    const many = Array.from({ length: 101 }, (_, index): Change => ({
      kind: 'added',
      after: rule({ id: String(index) })
    }));
    const element = open(many);
    expect(texts(element, 'li')).toHaveLength(100);
    expect(element.shadowRoot?.textContent).toContain('c.Yeti_Rules_Change_More');
  });
});
