import { Args } from '@oclif/core';
import { Flags } from '@salesforce/sf-plugins-core';
import type { Fault } from '../../../../force-app/routing/lwc/yetiRuleSet/types.ts';
import { catalogueOf } from '../../api/catalogue.ts';
import { check, readDocument } from '../../api/document.ts';
import { pathsIn } from '../../api/paths.ts';
import { push } from '../../api/save.ts';
import type { Version } from '../../api/versions.ts';
import { messagesOf, orgFlag, YetiCommand } from '../../command.ts';

const messages = messagesOf('rules.push');

export interface PushResult {
  /** Absent where the file has errors: nothing was saved. */
  readonly version: Version | undefined;
  readonly faults: readonly Fault[];
}

/** Puts a rule set file into an org as a draft. */
export default class RulesPush extends YetiCommand<PushResult> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly args = {
    file: Args.string({ required: true, description: messages.getMessage('args.file') })
  };
  static override readonly flags = {
    'target-org': orgFlag,
    notes: Flags.string({ char: 'n', summary: messages.getMessage('flags.notes.summary') }),
    over: Flags.string({ summary: messages.getMessage('flags.over.summary') })
  };

  async run(): Promise<PushResult> {
    const { args, flags } = await this.parse(RulesPush);
    const document = await readDocument(args.file);
    const connection = await this.connection(flags['target-org']);
    const { faults, ruleSet } = check(document, await catalogueOf(connection, pathsIn(document)));
    this.report(args.file, faults);
    if (ruleSet === undefined) return { version: undefined, faults };
    const { notes, over } = flags;
    const version = await push(connection, ruleSet, {
      ...(notes === undefined ? {} : { notes }),
      ...(over === undefined ? {} : { over })
    });
    this.logSuccess(messages.getMessage('saved', [String(version.version)]));
    return { version, faults };
  }
}
