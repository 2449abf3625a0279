import { spawn, type ChildProcess } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildVendor } from '../../local-org/src/console/index.ts';
import { createMatcher } from '../../force-app/routing/lwc/yetiMatcher/yetiMatcher.ts';
import { typescriptLoader } from '../../local-org/src/loader.ts';
import { startServer } from '../../local-org/src/server.ts';
import { localFolder } from '../lib/connection.ts';
import { fail } from '../lib/fail.ts';
import { Progress } from '../lib/progress.ts';
import { buildProject } from './build.ts';
import { isOrgSetUp } from './orgSettings.ts';
import { isDeployed } from './package.ts';
import { packageFolders } from './packages.ts';
import { administrator, demoAgent } from '../../sample/company/people.ts';
import { nextStep } from './nextStep.ts';
import { readPreparation } from './preparation.ts';

/** What is built of the dependencies goes with them: `npm ci` removes both. */
const buildFolder = join('node_modules', '.cache', 'local-org');

/**
 * `npm start [-- --port N] [--folder F] [--user USERNAME] [--scale N] [--language pl|en] [--no-data] [--no-watch]
 * [--build-folder F]`
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8080' },
      folder: { type: 'string', default: localFolder },
      user: { type: 'string', default: demoAgent },
      scale: { type: 'string', default: '1' },
      language: { type: 'string', default: 'en' },
      'build-folder': { type: 'string', default: buildFolder },
      data: { type: 'boolean', default: true },
      watch: { type: 'boolean', default: true }
    },
    allowNegative: true
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`--port takes a number from 0 to 65535, not "${values.port}".`);

  await buildProject();
  const server = await startServer({
    folder: values.folder,
    port,
    buildFolder: values['build-folder'],
    demoUser: values.user,
    createMatcher,
    newOrg: { name: 'Żbik i Paproć', locale: 'pl_PL', timeZone: 'Europe/Warsaw', admin: administrator }
  });
  const children: ChildProcess[] = [];
  endWith(async () => {
    for (const child of children) child.kill();
    await server.close();
  });

  const consoleBuilt = buildConsole(values['build-folder']);
  const prepared = await prepare(values.folder, values.data ? Number(values.scale) : 0, values.language);
  await consoleBuilt;
  if (values.watch) children.push(inBackground(script('scripts/local/watch.ts', ['--folder', values.folder])));
  const url = `http://localhost:${String(server.port)}/`;
  if (prepared) {
    console.log(`Ready: ${url}`);
    console.log(nextStep(server.org, url));
  } else {
    console.error(
      `Not prepared: ${url} runs without what is named above. Mend it${values.watch ? '; what you save is deployed' : ' and start again'}.`
    );
  }
}

async function buildConsole(folder: string): Promise<void> {
  let progress: Progress | undefined;
  await buildVendor(folder, (share) => {
    if (share === 1 && progress === undefined) return;
    progress ??= new Progress('Building the console (once, in percent)', 100);
    progress.update(Math.round(share * 100));
  });
}

/** Deploys, makes users, loads data, if any of it is due. @returns whether all is there; if not it has been said why */
async function prepare(folder: string, scale: number, language: string): Promise<boolean> {
  const { people, complaints, sample } = await readPreparation(folder);
  const hasData = complaints >= scale && (sample || scale === 0);
  if (people && hasData && (await isOrgSetUp(folder)) && (await isDeployed(folder, await packageFolders())))
    return true;
  return run('scripts/local/prepare.ts', ['--folder', folder, '--scale', String(scale), '--language', language]);
}

/** Ends the org in order when the terminal or the system asks for it. */
function endWith(close: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      close().then(
        () => process.exit(0),
        (error: unknown) => {
          fail(error);
          process.exit(1);
        }
      );
    });
  }
}

function script(file: string, parameters: readonly string[]): ChildProcess {
  return spawn(process.execPath, ['--import', typescriptLoader, file, ...parameters], {
    stdio: ['ignore', 'inherit', 'inherit']
  });
}

/** Lets the first page come before it. */
function inBackground(child: ChildProcess): ChildProcess {
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  return child;
}

/** Runs one of our commands to its end. @returns whether it succeeded; if not it has said why */
function run(file: string, parameters: readonly string[]): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = script(file, parameters);
    child.on('error', reject);
    child.on('exit', (code) => {
      resolve(code === 0);
    });
  });
}

main().catch((error: unknown) => {
  fail(error);
  process.exit(1);
});
