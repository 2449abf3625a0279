import { createElement } from 'lwc';
import YetiRuleFindings from 'c/yetiRuleFindings';
import { Problems } from 'c/yetiRuleModel';
import { settle } from 'test/support/settle';

const rules = {
  schema: 1,
  name: 'Test',
  object: 'Case',
  rules: [{ id: 'a', label: 'French', active: true, when: { field: 'Type', op: 'isBlank' }, then: {} }]
};
const problems = new Problems([
  { ruleId: undefined, severity: 'warning', message: 'Too long', place: '' },
  { ruleId: 'a', severity: 'error', message: 'Nobody has it', place: '', about: 'Type is blank' }
]);

async function open(more: object = {}): Promise<HTMLElement> {
  const element = createElement('c-yeti-rule-findings', { is: YetiRuleFindings });
  Object.assign(element, { document: rules, problems, ...more });
  document.body.appendChild(element);
  await settle();
  return element;
}

afterEach(() => document.body.replaceChildren());

describe('c-yeti-rule-findings', () => {
  it('names the worst first, each with its rule, and leads there', async () => {
    const element = await open();
    const groups = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('[data-group]') ?? [])];
    expect(groups.map(({ dataset }) => dataset.group)).toEqual(['error', 'warning']);
    expect(groups[0]?.textContent).toContain('1 FrenchType is blank: Nobody has it');
    const pick = jest.fn<(event: Event) => void>();
    element.addEventListener('pick', pick);
    element.shadowRoot?.querySelector<HTMLElement>('button')?.click();
    expect(pick.mock.lastCall?.[0]).toMatchObject({ detail: 'a' });
    await expect(element).toBeAccessible();
  });

  it('says that nothing is wrong', async () => {
    const element = await open({ problems: new Problems([]) });
    expect(element.shadowRoot?.querySelector('[data-none]')).not.toBeNull();
  });
});
