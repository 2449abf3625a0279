import { Args } from '@oclif/core';
import { Flags } from '@salesforce/sf-plugins-core';
import { rollback } from '../../api/save.ts';
import type { Version } from '../../api/versions.ts';
import { messagesOf, orgFlag, YetiCommand } from '../../command.ts';

const messages = messagesOf('rules.rollback');

/** Makes an earlier version the one that decides again. */
export default class RulesRollback extends YetiCommand<Version> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly args = {
    version: Args.string({ description: messages.getMessage('args.version') })
  };
  static override readonly flags = {
    'target-org': orgFlag,
    notes: Flags.string({ char: 'n', summary: messages.getMessage('flags.notes.summary') })
  };

  async run(): Promise<Version> {
    const { args, flags } = await this.parse(RulesRollback);
    const connection = await this.connection(flags['target-org']);
    const version = await rollback(connection, args.version, flags.notes === undefined ? {} : { notes: flags.notes });
    this.logSuccess(messages.getMessage('active', [String(version.version)]));
    return version;
  }
}
