import { join } from 'node:path';
import type { Connection } from 'jsforce';
import { Messages, SfError } from '@salesforce/core';
import { Flags, SfCommand, StandardColors } from '@salesforce/sf-plugins-core';
import { connect } from '../lib/connection.ts';
import type { Fault } from '../../force-app/routing/lwc/yetiRuleSet/types.ts';

/** What a command leaves behind: 0 all is well, 1 what it looked at has faults, 2 it could not look. */
export const exitCodes = { faults: 1, failure: 2 } as const;

/** The texts of a command: `messages/NAME.md`. */
export function messagesOf(name: string): Messages<string> {
  Messages.importMessageFile('yeti', join(import.meta.dirname, 'messages', `${name}.md`));
  return Messages.loadMessages('yeti', name);
}

const common = messagesOf('common');

/** The org that sf knows by default, else the local org that is running here. */
export const orgFlag = Flags.optionalOrg({
  char: 'o',
  summary: common.getMessage('flags.target-org.summary')
});

/** An org for commands that also work without one: only where it is named. */
export const namedOrgFlag = Flags.string({
  char: 'o',
  summary: common.getMessage('flags.named-org.summary')
});

/** What all our commands share. */
export abstract class YetiCommand<T> extends SfCommand<T> {
  static override readonly enableJsonFlag = true;

  /** Connects to an org of sf, or without one to the running local org. */
  protected async connection(org: { getUsername(): string | undefined } | string | undefined): Promise<Connection> {
    return connect(typeof org === 'string' ? org : org?.getUsername());
  }

  /** Shows what is wrong with a document, and ends with exit code 1 where an error is among it. */
  protected report(file: string, faults: readonly Fault[]): void {
    for (const { severity, path, message } of faults) this.finding(severity, file, path, message);
    if (faults.some(({ severity }) => severity === 'error')) process.exitCode = exitCodes.faults;
  }

  /** One line: `rules.json  error  rules[3].when.op  'contains' needs text.` */
  protected finding(severity: 'error' | 'warning' | 'info', file: string, path: string, message: string): void {
    const colour = { error: StandardColors.error, warning: StandardColors.warning, info: StandardColors.info }[
      severity
    ];
    this.log([file, colour(severity), path, message].filter(Boolean).join('  '));
  }

  /** One sentence and exit code 2, whatever went wrong. */
  protected override catch(error: Error): Promise<never> {
    if (error instanceof SfError || 'oclif' in error) return super.catch(error);
    const failure = new SfError(error.message, 'YetiError', [], exitCodes.failure, error);
    return super.catch(failure);
  }
}
