import { Args } from '@oclif/core';
import { Flags } from '@salesforce/sf-plugins-core';
import { fieldsOf } from '../../../../force-app/routing/lwc/yetiRuleEngine/yetiRuleEngine.ts';
import { summaryOf } from '../../../../force-app/routing/lwc/yetiRuleSet/summary.ts';
import type { Values } from '../../../../force-app/routing/lwc/yetiRuleSet/types.ts';
import { findCase, valuesOf, type CaseName } from '../../api/cases.ts';
import { wordsOf } from '../../api/changes.ts';
import { readDocument, sound } from '../../api/document.ts';
import { agentsOf } from '../../api/staff.ts';
import { tryRules, type Trial } from '../../api/trial.ts';
import { documentOf, isSelector, pick, versions } from '../../api/versions.ts';
import { messagesOf, orgFlag, YetiCommand } from '../../command.ts';
import { stageLine } from '../../words.ts';

const messages = messagesOf('rules.try');

export interface TryResult extends Trial {
  readonly case: CaseName;
  readonly values: Values;
}

/** Says what rules would do with a case, and changes nothing. */
export default class RulesTry extends YetiCommand<TryResult> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly args = {
    case: Args.string({ required: true, description: messages.getMessage('args.case') })
  };
  static override readonly flags = {
    'target-org': orgFlag,
    rules: Flags.string({ char: 'r', default: 'active', summary: messages.getMessage('flags.rules.summary') })
  };

  async run(): Promise<TryResult> {
    const { args, flags } = await this.parse(RulesTry);
    const connection = await this.connection(flags['target-org']);
    const document = isSelector(flags.rules)
      ? await documentOf(connection, pick(await versions(connection), flags.rules))
      : await readDocument(flags.rules);
    const ruleSet = sound(document, flags.rules);
    const one = await findCase(connection, args.case);
    const { values, absent } = await valuesOf(connection, one.id, fieldsOf(ruleSet));
    for (const path of absent) this.warn(messages.getMessage('absent', [path]));
    const trial = tryRules(ruleSet, values, await agentsOf(connection), Date.now());
    this.show(one, values, trial);
    return { case: one, values, ...trial };
  }

  private show(one: CaseName, values: Values, { rules, requirement, stages }: Trial): void {
    this.styledHeader(`${one.number} ${one.subject}`);
    this.styledObject(Object.fromEntries(Object.entries(values).map(([path, value]) => [path, value ?? ''])));
    this.table({
      data: rules.map(({ id, label, state, failed }) => ({
        rule: id,
        label,
        state,
        failed: failed ? wordsOf(failed) : ''
      })),
      columns: ['rule', 'label', 'state', { key: 'failed', name: messages.getMessage('failed') }]
    });
    this.log(messages.getMessage('needs', [summaryOf(requirement)]));
    for (const stage of stages) this.log(stageLine(stage, messages.getMessage('nobody')));
  }
}
