import { createElement } from 'lwc';
import YetiRuleList, { type RowAction } from 'c/yetiRuleList';
import { deskOf, type Overview } from 'c/yetiRuleModel';
import type { RuleSet } from 'c/yetiRuleSet';
import { settle } from 'test/support/settle';

const overview: Overview = {
  versions: [],
  catalogue: { fields: [], skills: [], queues: [] },
  agents: [],
  hits: { counts: { 'rule-1': 214 }, last: {}, since: null, samples: [] },
  canEdit: true
};

function documentOf(count: number): RuleSet {
  const rules = Array.from({ length: count }, (_, index) => ({
    id: `rule-${String(index)}`,
    label: `Rule ${String(index)}`,
    active: true,
    when: { field: 'Type', op: 'equals', value: String(index) } as const,
    then: { skills: [{ skill: 'Polish', level: 5 }] }
  }));
  return { schema: 1, name: 'Test', object: 'Case', rules };
}

const actions: RowAction[] = [];

async function open(more: object = {}): Promise<HTMLElement> {
  const element = createElement('c-yeti-rule-list', { is: YetiRuleList });
  Object.assign(element, {
    document: documentOf(3),
    desk: deskOf(overview, 0),
    canEdit: true,
    selectedId: 'rule-1',
    ...more
  });
  element.addEventListener('row', (event) => actions.push((event as CustomEvent<RowAction>).detail));
  document.body.appendChild(element);
  await settle();
  return element;
}

const row = (element: HTMLElement, id: string): HTMLElement =>
  element.shadowRoot?.querySelector(`[role="row"][data-id="${id}"]`) as HTMLElement;

function press(element: HTMLElement, key: string, more: object = {}): void {
  row(element, 'rule-1').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
}

beforeEach(() => {
  actions.length = 0;
});
afterEach(() => document.body.replaceChildren());

describe('c-yeti-rule-list', () => {
  it('says each rule as a sentence, how often it was met, and that nobody has its skills', async () => {
    const element = await open();
    const text = row(element, 'rule-1').textContent ?? '';
    expect(text).toContain('Type c.Yeti_Rules_Op_Equals 1');
    expect(text).toContain('Polish ≥ 5');
    expect(text).toContain('214');
    expect(text).toContain('c.Yeti_Rules_Nobody');
    expect(row(element, '$defaults').textContent).toContain('c.Yeti_Rules_Otherwise');
    await expect(element).toBeAccessible();
  });

  it('has only the rows that are seen, of a thousand', async () => {
    const element = await open({ document: documentOf(1000), selectedId: 'rule-0' });
    expect(element.shadowRoot?.querySelectorAll('[role="row"][data-id]').length).toBeLessThan(60);
    expect(element.shadowRoot?.querySelector('[role="grid"]')?.getAttribute('aria-rowcount')).toBe('1002');
  });

  it.each([
    ['ArrowDown', {}, { kind: 'select', id: 'rule-2' }],
    ['ArrowUp', {}, { kind: 'select', id: 'rule-0' }],
    ['End', {}, { kind: 'select', id: '$defaults' }],
    ['ArrowDown', { altKey: true }, { kind: 'down', id: 'rule-1' }],
    ['ArrowUp', { altKey: true }, { kind: 'up', id: 'rule-1' }],
    ['Enter', {}, { kind: 'open', id: 'rule-1' }],
    [' ', {}, { kind: 'active', id: 'rule-1', active: false }],
    ['Delete', {}, { kind: 'delete', id: 'rule-1' }]
  ])('hears the key %s %j', async (key, more, action) => {
    press(await open(), key, more);
    expect(actions).toEqual([action]);
  });

  it('changes nothing for who may only read', async () => {
    const element = await open({ canEdit: false });
    press(element, 'ArrowDown', { altKey: true });
    press(element, 'Delete');
    press(element, ' ');
    expect(actions).toEqual([]);
    expect(element.shadowRoot?.querySelector('[data-way]')).toBeNull();
  });

  it('keeps the focus on the row once it was moved by its button', async () => {
    const element = await open();
    row(element, 'rule-1').querySelector<HTMLElement>('[data-way="down"]')?.click();
    expect(actions).toEqual([{ kind: 'down', id: 'rule-1' }]);
    const { rules } = documentOf(3);
    Object.assign(element, { document: { ...documentOf(3), rules: [rules[0], rules[2], rules[1]] } });
    await settle();
    expect((element.shadowRoot?.activeElement as HTMLElement | null)?.dataset).toMatchObject({
      id: 'rule-1',
      way: 'down'
    });
  });

  it('shows only what was found, with the position each has among all', async () => {
    const all = documentOf(3);
    const element = await open({ document: all, shown: [all.rules[2]] });
    expect(element.shadowRoot?.querySelectorAll('.space [role="row"]')).toHaveLength(1);
    expect(row(element, 'rule-2').textContent).toMatch(/^\s*3/);
  });
});
