import { createElement } from 'lwc';
import YetiRuleEditor, { type RuleEdit } from 'c/yetiRuleEditor';
import { deskOf, type Overview } from 'c/yetiRuleModel';
import type { Rule } from 'c/yetiRuleSet';
import { settle } from 'test/support/settle';

const agent = {
  id: '1',
  name: 'Mira',
  presence: 'Available',
  channels: ['Case'],
  capacity: 5,
  used: 0,
  open: 0,
  lastWorkAt: 0
} as const;
const overview: Overview = {
  versions: [],
  catalogue: {
    fields: [
      { path: 'Type', label: 'Case Type', type: 'picklist', values: [{ value: 'Complaint', label: 'Complaint' }] },
      { path: 'Subject', label: 'Subject', type: 'text' },
      { path: '$case.ageMinutes', label: 'Age', type: 'number' }
    ],
    skills: [
      { name: 'Complaints', label: 'Complaints' },
      { name: 'Polish', label: 'Polish' }
    ],
    queues: [{ name: 'Night', label: 'Night shift' }]
  },
  agents: [{ ...agent, skills: [{ skill: 'Complaints', level: 7 }] }],
  hits: { counts: {}, last: {}, since: null, samples: [] },
  canEdit: true
};
const rule: Rule = {
  id: 'complaint',
  label: 'Complaints',
  active: true,
  when: { all: [{ field: 'Type', op: 'equals', value: 'Complaint' }] },
  then: { skills: [{ skill: 'Complaints', level: 5, relax: [{ after: 600, to: 3 }] }] }
};
const edits: RuleEdit[] = [];

async function open(more: object = {}): Promise<HTMLElement> {
  const element = createElement('c-yeti-rule-editor', { is: YetiRuleEditor });
  Object.assign(element, { rule, position: 8, desk: deskOf(overview, 0), canEdit: true, ...more });
  element.addEventListener('edit', (event) => edits.push((event as CustomEvent<RuleEdit>).detail));
  document.body.appendChild(element);
  await settle();
  return element;
}

/** The first that fits, however deep it is. */
function deep<T extends Element = HTMLElement>(root: ShadowRoot, selector: string): T {
  const found = root.querySelector<T>(selector);
  if (found) return found;
  for (const element of root.querySelectorAll('*')) {
    if (element.shadowRoot) {
      try {
        return deep<T>(element.shadowRoot, selector);
      } catch {
        continue;
      }
    }
  }
  throw new Error(`There is no ${selector}`);
}

const inside = (element: HTMLElement): ShadowRoot => element.shadowRoot as ShadowRoot;

function lastRule(): Rule {
  const edit = edits.at(-1);
  if (!edit || !('rule' in edit)) throw new Error('No rule was edited');
  return edit.rule;
}

function enter(field: HTMLInputElement, value: string): void {
  field.value = value;
  field.dispatchEvent(new CustomEvent('input', { bubbles: true }));
}

beforeEach(() => {
  edits.length = 0;
});
afterEach(() => document.body.replaceChildren());

describe('c-yeti-rule-editor', () => {
  it('shows the rule, how many have the skill, and who could take it', async () => {
    const element = await open();
    expect(deep(inside(element), '.have').textContent).toBe('c.Yeti_Rules_Have_One');
    expect(deep(inside(element), '[data-together]').textContent).toBe('c.Yeti_Rules_At_Once');
    await expect(element).toBeAccessible();
  });

  it('changes the level as it is typed, as one step', async () => {
    const element = await open();
    enter(deep<HTMLInputElement>(inside(element), '[data-level]'), '6');
    expect(lastRule().then.skills?.[0]?.level).toBe(6);
    expect(edits[0]?.step).toBe('complaint need 0 level');
  });

  it('adds a waiting step after the last, lower still, and drops at the bottom', async () => {
    const element = await open();
    deep(inside(element), '[data-add-step]').click();
    expect(lastRule().then.skills?.[0]?.relax?.[1]).toEqual({ after: 900, to: 1 });
    Object.assign(element, { rule: lastRule() });
    await settle();
    deep(inside(element), '[data-add-step]').click();
    expect(lastRule().then.skills?.[0]?.relax?.[2]).toEqual({ after: 1200, drop: true });
  });

  it('adds a condition and a group of another kind', async () => {
    const element = await open();
    deep(inside(element), '[data-add]').click();
    expect(lastRule().when).toEqual({
      all: [...('all' in rule.when ? rule.when.all : []), { field: '', op: 'equals', value: '' }]
    });
    deep(inside(element), '[data-add-group]').click();
    expect(lastRule().when).toMatchObject({ all: [{}, { any: [{ field: '' }] }] });
  });

  it('takes an operator that fits the new field, and forgets a value that does not', async () => {
    const element = await open();
    const field = deep(inside(element), '[data-field]');
    field.dispatchEvent(new CustomEvent('pick', { detail: 'Subject' }));
    expect(lastRule().when).toEqual({ all: [{ field: 'Subject', op: 'equals', value: '' }] });
    deep(inside(element), '[data-operator]').dispatchEvent(new CustomEvent('choose', { detail: 'in' }));
    expect(lastRule().when).toEqual({ all: [{ field: 'Type', op: 'in', value: ['Complaint'] }] });
  });

  it('sets and clears the other keys', async () => {
    const element = await open();
    enter(deep<HTMLInputElement>(inside(element), '[data-priority]'), '2');
    expect(lastRule().then.priority).toBe(2);
    Object.assign(element, { rule: lastRule() });
    await settle();
    enter(deep<HTMLInputElement>(inside(element), '[data-priority]'), '');
    expect('priority' in lastRule().then).toBe(false);
    deep(inside(element), '[data-fallback]').dispatchEvent(new CustomEvent('pick', { detail: 'Night' }));
    expect(lastRule().then.fallback).toEqual({ after: 1800, queue: 'Night' });
  });

  it('stops, and stops no more', async () => {
    const element = await open();
    const stop = deep<HTMLInputElement>(inside(element), '[data-stop]');
    stop.checked = true;
    stop.dispatchEvent(new CustomEvent('change'));
    expect(lastRule().stop).toBe(true);
    stop.checked = false;
    stop.dispatchEvent(new CustomEvent('change'));
    expect('stop' in lastRule()).toBe(false);
  });

  it('edits what holds otherwise', async () => {
    const element = await open({ rule: undefined, defaults: { priority: 6 } });
    enter(deep<HTMLInputElement>(inside(element), '[data-priority]'), '7');
    expect(edits).toEqual([{ defaults: { priority: 7 }, step: 'defaults priority' }]);
    await expect(element).toBeAccessible();
  });

  it('says what is wrong where it is, and the rest on top', async () => {
    const problems = [
      { ruleId: 'complaint', severity: 'error', message: 'Wrong value', place: 'when.all[0].value' },
      { ruleId: 'complaint', severity: 'warning', message: 'Never met', place: '' }
    ];
    const element = await open({ problems });
    expect(deep(inside(element), '.notices').textContent).toBe('Never met');
    expect(deep(inside(element), 'c-yeti-rule-conditions').shadowRoot?.textContent).toContain('Wrong value');
  });
});
