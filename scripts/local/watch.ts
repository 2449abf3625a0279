import { watch } from 'node:fs';
import { parseArgs } from 'node:util';
import { connectLocal } from '../lib/connection.ts';
import { fail } from '../lib/fail.ts';
import { buildComponents } from './components.ts';
import { faultsOf } from './deployReport.ts';
import { deployProject } from './package.ts';
import { packageFolders } from './packages.ts';

/** Editors write a file in several steps; this many milliseconds of silence end a change. */
const settle = 80;
/** When the start has calmed down. */
const afterStart = 5_000;

/** Deploys what is edited in the package folders for as long as the local org runs. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { folder: { type: 'string' } } });
  const { folder } = values;
  if (folder === undefined) throw new Error('--folder names the folder of the running local org.');
  const connection = await connectLocal(folder);
  const folders = await packageFolders();

  // The first edit shall not wait for it.
  setTimeout(() => void import('typescript'), afterStart).unref();

  let deploying = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      deploying = deploying.then(() => deployChange(connection, folder, folders)).catch(fail);
    }, settle);
  };
  for (const packageFolder of folders) {
    watch(packageFolder, { recursive: true }, (_event, file) => {
      if (file !== null && !file.includes('__tests__')) changed();
    });
  }
}

async function deployChange(
  connection: Parameters<typeof deployProject>[0],
  folder: string,
  folders: readonly string[]
): Promise<void> {
  await buildComponents(folders);
  const begin = performance.now();
  const result = await deployProject(connection, folder, folders);
  if (result === undefined) return;
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  if (result.success) {
    console.log(`Deployed the change (${seconds} s).`);
    return;
  }
  console.error('The change does not deploy; the org stays as it was:');
  for (const fault of faultsOf(result)) console.error(`  ${fault}`);
}

main().catch(fail);
