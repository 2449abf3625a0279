import { Args } from '@oclif/core';
import { Flags } from '@salesforce/sf-plugins-core';
import { activate } from '../../api/save.ts';
import type { Version } from '../../api/versions.ts';
import { messagesOf, orgFlag, YetiCommand } from '../../command.ts';

const messages = messagesOf('rules.activate');

/** Makes a version the one that decides. */
export default class RulesActivate extends YetiCommand<Version> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly args = {
    version: Args.string({ required: true, description: messages.getMessage('args.version') })
  };
  static override readonly flags = {
    'target-org': orgFlag,
    notes: Flags.string({ char: 'n', summary: messages.getMessage('flags.notes.summary') })
  };

  async run(): Promise<Version> {
    const { args, flags } = await this.parse(RulesActivate);
    const connection = await this.connection(flags['target-org']);
    const version = await activate(connection, args.version, flags.notes === undefined ? {} : { notes: flags.notes });
    this.logSuccess(messages.getMessage('active', [String(version.version)]));
    return version;
  }
}
