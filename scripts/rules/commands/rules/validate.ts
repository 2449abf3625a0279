import { Args } from '@oclif/core';
import type { Fault } from '../../../../force-app/routing/lwc/yetiRuleSet/types.ts';
import { catalogueOf } from '../../api/catalogue.ts';
import { check, readDocument } from '../../api/document.ts';
import { pathsIn } from '../../api/paths.ts';
import { messagesOf, namedOrgFlag, YetiCommand } from '../../command.ts';

const messages = messagesOf('rules.validate');

export interface ValidateResult {
  readonly files: readonly { readonly file: string; readonly faults: readonly Fault[] }[];
}

/** Says what is wrong with rule set files. */
export default class RulesValidate extends YetiCommand<ValidateResult> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly args = {
    file: Args.string({ required: true, description: messages.getMessage('args.file') })
  };
  static override readonly strict = false;
  static override readonly flags = { 'target-org': namedOrgFlag };

  async run(): Promise<ValidateResult> {
    const { argv, flags } = await this.parse(RulesValidate);
    const org = flags['target-org'];
    const connection = org === undefined ? undefined : await this.connection(org);
    const files = [];
    for (const file of argv.map(String)) {
      const document = await readDocument(file);
      const { faults } = check(document, connection && (await catalogueOf(connection, pathsIn(document))));
      this.report(file, faults);
      if (faults.length === 0) this.logSuccess(messages.getMessage('sound', [file]));
      files.push({ file, faults });
    }
    return { files };
  }
}
