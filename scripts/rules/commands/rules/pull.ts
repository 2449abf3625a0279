import { writeFile } from 'node:fs/promises';
import { Args } from '@oclif/core';
import { Flags } from '@salesforce/sf-plugins-core';
import type { RuleSet } from '../../../../force-app/routing/lwc/yetiRuleSet/types.ts';
import { sound, textOf } from '../../api/document.ts';
import { documentOf, pick, versions, type Version } from '../../api/versions.ts';
import { messagesOf, orgFlag, YetiCommand } from '../../command.ts';

const messages = messagesOf('rules.pull');

export interface PullResult {
  readonly version: Version;
  readonly file: string | undefined;
  readonly document: RuleSet;
}

/** Brings a version of the rules out of an org. */
export default class RulesPull extends YetiCommand<PullResult> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly args = {
    version: Args.string({ default: 'active', description: messages.getMessage('args.version') })
  };
  static override readonly flags = {
    'target-org': orgFlag,
    file: Flags.file({ char: 'f', summary: messages.getMessage('flags.file.summary') })
  };

  async run(): Promise<PullResult> {
    const { args, flags } = await this.parse(RulesPull);
    const connection = await this.connection(flags['target-org']);
    const version = pick(await versions(connection), args.version);
    const document = sound(await documentOf(connection, version), `v${String(version.version)}`);
    if (flags.file === undefined) {
      this.log(textOf(document).trimEnd());
    } else {
      await writeFile(flags.file, textOf(document));
      this.logSuccess(
        messages.getMessage('written', [String(version.version), version.status.toLowerCase(), flags.file])
      );
    }
    return { version, file: flags.file, document };
  }
}
