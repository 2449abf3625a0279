import {
  isOperator,
  lineOf,
  operands,
  operators,
  parse,
  sentence,
  summaryOf,
  texts,
  validate,
  validator
} from 'c/yetiRuleSet';
import type { Rule, RuleSet } from 'c/yetiRuleSet';

// What each fault looks like, and the stages, stand in test/vectors.

function rule(more: Partial<Rule> = {}): Rule {
  return {
    id: 'safety',
    label: 'Safety',
    active: true,
    when: { field: 'Type', op: 'equals', value: 'Safety' },
    then: { priority: 1 },
    ...more
  };
}

function ruleSet(rules: readonly Rule[]): RuleSet {
  return { schema: 1, name: 'Test', object: 'Case', rules };
}

describe('validator', () => {
  const wrong = rule({ id: 'wrong', when: { field: 'Subject', op: 'contains', value: 5 } });
  const idle = rule({ id: 'idle', then: {} });

  it.each([
    ['a rule has moved', [wrong, idle, rule()]],
    ['a rule was changed', [rule(), { ...wrong, label: '' }, idle]],
    ['a rule is there twice', [rule(), wrong, idle, wrong]],
    ['a rule is gone', [wrong]],
    ['two rules have no id', [rule(), { ...wrong, id: undefined }, { ...idle, id: undefined }]]
  ])('says the same as validate once %s', (_what, rules) => {
    const faultsOf = validator();
    faultsOf(ruleSet([rule(), wrong, idle]));
    const document = ruleSet(rules as readonly Rule[]);
    expect(faultsOf(document)).toEqual(validate(document));
  });

  it('remembers a rule that stays the same object', () => {
    const faultsOf = validator();
    const [fault] = faultsOf(ruleSet([wrong]));
    expect(faultsOf(ruleSet([wrong, idle]))[0]).toBe(fault);
  });
});

describe('validate', () => {
  it('names the place and says what is wrong there', () => {
    const document = ruleSet([
      rule(),
      rule({
        id: 'refund',
        when: {
          all: [
            { field: 'Origin', op: 'isNotBlank' },
            { field: 'Subject', op: 'contains', value: 5 }
          ]
        }
      })
    ]);

    const faults = validate(document);

    expect(faults).toEqual([
      {
        path: 'rules[1].when.all[1].value',
        code: 'needsText',
        args: ['contains'],
        severity: 'error',
        message: "'contains' needs text."
      }
    ]);
    expect(faults.map(lineOf)).toEqual(["rules[1].when.all[1].value: 'contains' needs text."]);
  });

  it('warns of what an org rounds', () => {
    const faults = validate(ruleSet([rule({ then: { preferred: 'owner', preferredFor: 90 } })]));

    expect(faults.map(({ severity, message }) => [severity, message])).toEqual([
      ['warning', 'An org waits whole minutes: 90 s become 120 s.']
    ]);
  });

  it('allows 1,000 rules and not one more', () => {
    const rules = Array.from({ length: 1001 }, (_, index) => rule({ id: `r${String(index)}` }));

    expect(validate(ruleSet(rules.slice(1)))).toEqual([]);
    expect(validate(ruleSet(rules))).toMatchObject([{ path: 'rules', code: 'tooManyRules', args: ['1001', '1000'] }]);
  });

  it('refuses what does not fit into an org', () => {
    const words = Array.from({ length: 60_000 }, (_, index) => `w${String(index)}`);
    const [fault] = validate(ruleSet([rule({ when: { field: 'Subject', op: 'in', value: words } })]));

    expect(fault).toMatchObject({ path: '', code: 'tooLong' });
  });

  it('checks no skills where an org can tell none', () => {
    const catalogue = { fields: [], skills: JSON.parse('null'), queues: [] };
    const requirement = { skills: [{ skill: 'Polish', level: 5 }] };

    expect(validate({ ...ruleSet([]), defaults: requirement }, catalogue)).toEqual([]);
  });
});

describe('parse', () => {
  it('gives the rule set of a text, whatever it is warned of', () => {
    const document = ruleSet([rule({ then: { preferred: 'owner', preferredFor: 90 } })]);

    expect(parse(JSON.stringify(document))).toEqual(document);
  });

  it('throws all errors, one a line', () => {
    const text = JSON.stringify({ ...ruleSet([rule({ id: '' })]), schema: 2 });

    expect(() => parse(text)).toThrow(
      "schema: The schema is 1.\nrules[0].id: An id has 1 to 40 letters, digits, '-' or '_'."
    );
  });

  it('refuses what is no JSON', () => {
    expect(() => parse('{')).toThrow('This is no JSON.');
  });
});

describe('operators', () => {
  it('are offered for some type of field each', () => {
    expect(new Set(Object.values(operators).flat())).toEqual(new Set(Object.keys(operands)));
  });

  it('are told from other words', () => {
    expect([isOperator('equals'), isOperator('toString'), isOperator('Equals'), isOperator(undefined)]).toEqual([
      true,
      false,
      false,
      false
    ]);
  });
});

describe('texts', () => {
  it('are filled in their places', () => {
    expect(sentence('wrongValue', ['5', 'text'])).toBe("'5' does not fit a field of type 'text'.");
    expect(texts.needsText).toBe("'{0}' needs text.");
  });
});

describe('summaryOf', () => {
  it('says a requirement in one line', () => {
    const summary = summaryOf({
      skills: [
        { skill: 'Polish', level: 7 },
        {
          skill: 'German',
          level: 6,
          relax: [
            { after: 300, to: 4 },
            { after: 600, instead: { skill: 'English', level: 5 } },
            { after: 900, drop: true }
          ]
        }
      ],
      priority: 2,
      queue: 'Shops',
      preferred: 'lastAgent',
      preferredFor: 90,
      capacityWeight: 2,
      fallback: { after: 1800, queue: 'Duty' }
    });

    expect(summary).toBe(
      'Polish 7, German 6 (300 s: 4, 600 s: English 5 instead, 900 s: dropped), priority 2, queue Shops, ' +
        'the last agent for 90 s, weight 2, after 1800 s queue Duty'
    );
  });

  it('says nothing of what asks for nothing', () => {
    expect(summaryOf({})).toBe('');
  });
});
