import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cli, type Ran } from '../support/cli.ts';

/** The real CLI, in a copy of the fixture project, with a home of its own. */
export interface Sf {
  readonly project: string;
  /** Runs a command with `--json`. A failed one is an answer too: its `status` is not 0. One process runs all commands of a test. */
  run(command: string): Promise<SfAnswer>;
  /** Runs a command in a process of its own, as a terminal does. */
  runAlone(command: string, environment?: Readonly<Record<string, string>>): Promise<SfAnswer>;
  /** Links a plugin that lies in a folder. */
  link(folder: string): Promise<void>;
  remove(): Promise<void>;
}

export interface SfAnswer {
  readonly status: number;
  readonly result: unknown;
  readonly message?: string;
  readonly name?: string;
}

const program = join(import.meta.dirname, '../../../node_modules/@salesforce/cli/bin/run.js');

const quiet = {
  SF_DISABLE_TELEMETRY: 'true',
  SF_DISABLE_AUTOUPDATE: 'true',
  SF_SKIP_NEW_VERSION_CHECK: 'true',
  SF_AUTOUPDATE_DISABLE: 'true',
  SF_DISABLE_LOG_FILE: 'true',
  SF_USE_GENERIC_UNIX_KEYCHAIN: 'true'
};

/** Prepares a home and a project, signed in to an org under the alias `local`. */
export async function openSf(instanceUrl: string, accessToken: string): Promise<Sf> {
  const folder = await mkdtemp(join(tmpdir(), 'sf-'));
  const project = join(folder, 'project');
  await cp(join(import.meta.dirname, 'fixture'), project, { recursive: true });
  const cli = new Cli(program, { cwd: project, env: { PATH: process.env['PATH'], ...quiet, HOME: folder } });
  const runAlone = async (command: string, environment: NodeJS.ProcessEnv = {}) =>
    answerIn(command, await cli.runAlone(wordsOf(command), environment));
  const login = await runAlone(
    `org login access-token --instance-url ${instanceUrl} --no-prompt --alias local --set-default`,
    { SF_ACCESS_TOKEN: accessToken }
  );
  if (login.status !== 0) throw new Error(`sf could not sign in: ${login.message ?? ''}`);
  return {
    project,
    runAlone,
    run: async (command) => answerIn(command, await cli.run(wordsOf(command))),
    async link(plugin) {
      const { code, error } = await cli.runAlone(['plugins', 'link', plugin, '--no-install']);
      if (code !== 0) throw new Error(`sf could not link ${plugin}: ${error}`);
    },
    async remove() {
      cli.close();
      await rm(folder, { recursive: true, force: true });
    }
  };
}

function wordsOf(command: string): string[] {
  const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  return [...words, '--json'];
}

/** A command's exit code is the status in its answer. */
function answerIn(command: string, { out, error, code }: Ran): SfAnswer {
  let answer: SfAnswer;
  try {
    answer = JSON.parse(out);
  } catch (cause) {
    throw new Error(`sf ${command} did not answer in JSON:\n${out}\n${error}`, { cause });
  }
  if (answer.status !== code)
    throw new Error(`sf ${command} ended with ${String(code)}, and says ${String(answer.status)}`);
  return answer;
}
