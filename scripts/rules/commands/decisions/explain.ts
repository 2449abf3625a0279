import { Args } from '@oclif/core';
import { Flags } from '@salesforce/sf-plugins-core';
import { stagesOf } from '../../../../force-app/routing/lwc/yetiRuleSet/stages.ts';
import { findCase, type CaseName } from '../../api/cases.ts';
import { decisionsOf, type Decision } from '../../api/decisions.ts';
import { agentsOf } from '../../api/staff.ts';
import { candidatesOf, type TrialStage } from '../../api/trial.ts';
import { messagesOf, orgFlag, YetiCommand } from '../../command.ts';
import { stageLine } from '../../words.ts';

const messages = messagesOf('decisions.explain');

export interface Explained extends Decision {
  /** Who could take it now, step by step. */
  readonly stages: readonly TrialStage[];
}

export interface ExplainResult {
  readonly case: CaseName;
  readonly decisions: readonly Explained[];
}

/** Says why a case went where it is. */
export default class DecisionsExplain extends YetiCommand<ExplainResult> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly args = {
    case: Args.string({ required: true, description: messages.getMessage('args.case') })
  };
  static override readonly flags = {
    'target-org': orgFlag,
    all: Flags.boolean({ summary: messages.getMessage('flags.all.summary') })
  };

  async run(): Promise<ExplainResult> {
    const { args, flags } = await this.parse(DecisionsExplain);
    const connection = await this.connection(flags['target-org']);
    const one = await findCase(connection, args.case);
    const made = await decisionsOf(connection, one.id);
    const wanted = flags.all ? made : made.filter(({ shadow }) => !shadow).slice(0, 1);
    const agents = await agentsOf(connection);
    const decisions = wanted.map((decision) => ({
      ...decision,
      stages: stagesOf(decision.requirement, true).map((stage) => ({
        ...stage,
        candidates: candidatesOf(stage, decision.requirement.capacityWeight ?? 1, agents, Date.now())
      }))
    }));
    this.styledHeader(`${one.number} ${one.subject}`);
    if (decisions.length === 0) this.log(messages.getMessage('none'));
    for (const decision of decisions) this.show(decision);
    return { case: one, decisions };
  }

  private show({
    decidedAt,
    version,
    status,
    shadow,
    matched,
    summary,
    agent,
    problem,
    steps,
    stages
  }: Explained): void {
    this.log(
      messages.getMessage(shadow ? 'shadow' : 'decided', [decidedAt, version === null ? '?' : String(version), status])
    );
    this.log(messages.getMessage('matched', [matched.join(', ') || '-']));
    this.log(messages.getMessage('needs', [summary]));
    if (agent !== null) this.log(messages.getMessage('agent', [agent]));
    if (problem !== null) this.log(messages.getMessage('problem', [problem]));
    for (const { at, kind, text, by } of steps) this.log(`  ${at}  ${kind}  ${[text, by].filter(Boolean).join(', ')}`);
    for (const stage of stages) this.log(stageLine(stage, messages.getMessage('nobody')));
  }
}
