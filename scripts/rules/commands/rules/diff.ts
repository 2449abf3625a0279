import { Args } from '@oclif/core';
import type { Connection } from 'jsforce';
import { changesBetween, type Change } from '../../../../force-app/routing/lwc/yetiRuleCompare/yetiRuleCompare.ts';
import type { RuleSet } from '../../../../force-app/routing/lwc/yetiRuleSet/types.ts';
import { linesOf } from '../../api/changes.ts';
import { readDocument, sound } from '../../api/document.ts';
import { documentOf, isSelector, pick, versions } from '../../api/versions.ts';
import { exitCodes, messagesOf, orgFlag, YetiCommand } from '../../command.ts';

const messages = messagesOf('rules.diff');

export interface DiffResult {
  readonly changes: readonly Change[];
}

/** Says how two rule sets differ; each is a file or a version of an org. */
export default class RulesDiff extends YetiCommand<DiffResult> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly args = {
    before: Args.string({ required: true, description: messages.getMessage('args.before') }),
    after: Args.string({ required: true, description: messages.getMessage('args.after') })
  };
  static override readonly flags = { 'target-org': orgFlag };

  async run(): Promise<DiffResult> {
    const { args, flags } = await this.parse(RulesDiff);
    const connection = [args.before, args.after].some(isSelector)
      ? await this.connection(flags['target-org'])
      : undefined;
    const changes = changesBetween(await load(args.before, connection), await load(args.after, connection));
    for (const line of linesOf(changes)) this.log(line);
    if (changes.length === 0) this.logSuccess(messages.getMessage('same'));
    else process.exitCode = exitCodes.faults;
    return { changes };
  }
}

async function load(word: string, connection: Connection | undefined): Promise<RuleSet> {
  if (!isSelector(word) || connection === undefined) return sound(await readDocument(word), word);
  const version = pick(await versions(connection), word);
  return sound(await documentOf(connection, version), `v${String(version.version)}`);
}
