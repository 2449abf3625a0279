import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The real CLI, in a copy of the fixture project, with a home of its own. */
export interface Sf {
  readonly project: string;
  /** Runs a command with `--json`. A failed one is an answer too: its `status` is not 0. */
  run(command: string, environment?: Readonly<Record<string, string>>): Promise<SfAnswer>;
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
  const run = (command: string, environment: Readonly<Record<string, string>> = {}) =>
    runSf(project, command, { ...quiet, HOME: folder, ...environment });
  const login = await run(
    `org login access-token --instance-url ${instanceUrl} --no-prompt --alias local --set-default`,
    {
      SF_ACCESS_TOKEN: accessToken
    }
  );
  if (login.status !== 0) throw new Error(`sf could not sign in: ${login.message ?? ''}`);
  const link = async (plugin: string) => {
    const environment = { PATH: process.env['PATH'], ...quiet, HOME: folder };
    await promisify(execFile)(process.execPath, [program, 'plugins', 'link', plugin, '--no-install'], {
      cwd: project,
      env: environment
    });
  };
  return { project, run, link, remove: () => rm(folder, { recursive: true, force: true }) };
}

function runSf(cwd: string, command: string, environment: Readonly<Record<string, string>>): Promise<SfAnswer> {
  const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [program, ...words, '--json'],
      { cwd, env: { PATH: process.env['PATH'], ...environment }, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        try {
          resolve(JSON.parse(stdout));
        } catch {
          reject(new Error(`sf ${command} did not answer in JSON:\n${stdout}\n${stderr}`, { cause: error }));
        }
      }
    );
  });
}
