import { createElement } from 'lwc';
import YetiRuleKeys, { type KeysChange } from 'c/yetiRuleKeys';
import type { Requirement } from 'c/yetiRuleSet';

const catalogue = { fields: [], skills: [], queues: [{ name: 'Duty', label: 'Duty desk' }] };
const changes: KeysChange[] = [];

function open(requirement: Requirement, more: object = {}): HTMLElement {
  const element = createElement('c-yeti-rule-keys', { is: YetiRuleKeys });
  Object.assign(element, { requirement, desk: { catalogue }, canEdit: true, ...more });
  element.addEventListener('keys', (event) => changes.push((event as CustomEvent<KeysChange>).detail));
  document.body.appendChild(element);
  return element;
}

const part = (element: HTMLElement, selector: string) => element.shadowRoot?.querySelector<HTMLElement>(selector);
const choose = (element: HTMLElement, selector: string, name: string, detail: unknown) =>
  part(element, selector)?.dispatchEvent(new CustomEvent(name, { detail }));

function type(element: HTMLElement, selector: string, value: string): void {
  const input = part(element, selector);
  if (!(input instanceof HTMLInputElement)) throw new Error(`There is no ${selector}`);
  input.value = value;
  input.dispatchEvent(new CustomEvent('input', { bubbles: true }));
}

beforeEach(() => {
  changes.length = 0;
});
afterEach(() => document.body.replaceChildren());

describe('c-yeti-rule-keys', () => {
  it('takes a number, and takes it out again where the field is emptied', async () => {
    const element = open({ priority: 3, capacityWeight: 2 });
    type(element, '[data-priority]', '1');
    type(element, '[data-weight]', '');
    expect(changes).toEqual([
      { requirement: { priority: 1, capacityWeight: 2 }, step: 'priority' },
      { requirement: { priority: 3 }, step: 'weight' }
    ]);
    await expect(element).toBeAccessible();
  });

  it('asks somebody first for a while, or nobody', () => {
    choose(open({}), '[data-preferred]', 'choose', 'owner');
    choose(open({ preferred: 'owner', preferredFor: 60 }), '[data-preferred]', 'choose', '');
    expect(changes.map(({ requirement }) => requirement)).toEqual([{ preferred: 'owner', preferredFor: 120 }, {}]);
  });

  it('names a queue by its label, and a time before the case falls into it', () => {
    const element = open({});
    expect(part(element, '[data-queue]')).toMatchObject({
      options: [{ value: '' }, { value: 'Duty', label: 'Duty desk' }]
    });
    choose(element, '[data-fallback]', 'pick', 'Duty');
    choose(open({ queue: 'Duty' }), '[data-queue]', 'pick', '');
    expect(changes.map(({ requirement }) => requirement)).toEqual([{ fallback: { after: 1800, queue: 'Duty' } }, {}]);
  });

  it('says what is wrong with its own keys only', () => {
    const problems = [
      { ruleId: 'a', severity: 'error', message: 'Wrong priority', place: 'then.priority' },
      { ruleId: 'a', severity: 'error', message: 'Wrong level', place: 'then.skills[0].level' }
    ];
    expect(part(open({ priority: -1 }, { problems }), '.problem')?.textContent).toBe('Wrong priority');
  });
});
