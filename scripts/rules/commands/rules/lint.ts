import { Args } from '@oclif/core';
import { Flags } from '@salesforce/sf-plugins-core';
import { logicOf } from '../../../../force-app/routing/lwc/yetiRuleEngine/yetiRuleEngine.ts';
import { lint, type Finding } from '../../../../force-app/routing/lwc/yetiRuleLint/yetiRuleLint.ts';
import { stagesOf } from '../../../../force-app/routing/lwc/yetiRuleSet/stages.ts';
import { readDocument, sound } from '../../api/document.ts';
import { agentsOf } from '../../api/staff.ts';
import { documentOf, isSelector, pick, versions } from '../../api/versions.ts';
import { exitCodes, messagesOf, namedOrgFlag, YetiCommand } from '../../command.ts';

const messages = messagesOf('rules.lint');

export interface LintResult {
  readonly findings: readonly Finding[];
}

/** Finds rules that cannot work as meant. */
export default class RulesLint extends YetiCommand<LintResult> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly args = {
    rules: Args.string({ required: true, description: messages.getMessage('args.rules') })
  };
  static override readonly flags = {
    'target-org': namedOrgFlag,
    strict: Flags.boolean({ summary: messages.getMessage('flags.strict.summary') })
  };

  async run(): Promise<LintResult> {
    const { args, flags } = await this.parse(RulesLint);
    const org = flags['target-org'];
    const isVersion = isSelector(args.rules);
    const connection = isVersion || org !== undefined ? await this.connection(org) : undefined;
    const document =
      isVersion && connection !== undefined
        ? await documentOf(connection, pick(await versions(connection), args.rules))
        : await readDocument(args.rules);
    const ruleSet = sound(document, args.rules);
    const agents = connection && (await agentsOf(connection));
    const findings = lint(
      ruleSet,
      { logic: logicOf(ruleSet), stagesOf },
      { now: Date.now(), ...(agents && { agents }) }
    );
    for (const { severity, ruleId, message, mend } of findings)
      this.finding(severity, args.rules, ruleId ?? 'defaults', `${message} ${mend}`);
    if (findings.length === 0) this.logSuccess(messages.getMessage('nothing', [args.rules]));
    if (findings.some(({ severity }) => severity === 'error' || flags.strict)) process.exitCode = exitCodes.faults;
    return { findings };
  }
}
