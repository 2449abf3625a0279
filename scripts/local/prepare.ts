import { parseArgs } from 'node:util';
import type { Connection } from 'jsforce';
import { loadWithProgress } from '../complaints/load.ts';
import { runAction } from '../lib/actions.ts';
import { connectLocal } from '../lib/connection.ts';
import { fail } from '../lib/fail.ts';
import { readLanguage } from '../sample/language.ts';
import { loadSampleWithProgress } from '../sample/load.ts';
import { Moments } from '../sample/moments.ts';
import { bringToWork } from './atWork.ts';
import { faultsOf, warningsOf } from './deployReport.ts';
import { deployOrgSettings } from './orgSettings.ts';
import { deployProject } from './package.ts';
import { packageFolders } from './packages.ts';
import { ensureColleagues } from './people.ts';
import { readPreparation, writePreparation } from './preparation.ts';

/**
 * Brings a running local org up to date: deploys what changed, then makes the users and loads the data that an empty org lacks.
 * A process of its own, so that the server's stays small.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      folder: { type: 'string' },
      scale: { type: 'string', default: '1' },
      language: { type: 'string', default: 'en' }
    }
  });
  const { folder } = values;
  if (folder === undefined) throw new Error('--folder names the folder of the running local org.');
  const scale = Number(values.scale);
  if (!Number.isInteger(scale) || scale < 0)
    throw new Error(`--scale takes a whole number from 0, not "${values.scale}".`);
  const language = readLanguage(values.language);
  const connection = await connectLocal(folder);
  await deployOrgSettings(connection, folder);
  await deployChanges(connection, folder);
  // Routing looks after waiting cases every minute.
  await runAction(connection, 'YetiSweepScheduleAction', { everyMinutes: 1 });

  const done = await readPreparation(folder);
  const sampleIsDue = scale > 0 && !done.sample;
  if (!done.people || sampleIsDue) await ensureColleagues(connection);
  if (sampleIsDue)
    await loadSampleWithProgress(connection, { moments: Moments.read(), seed: 1, language, scale: false });
  if (done.complaints < scale) await loadWithProgress(connection, scale);
  if (sampleIsDue) await bringToWork(connection);
  await writePreparation(folder, {
    people: true,
    complaints: Math.max(done.complaints, scale),
    sample: done.sample || sampleIsDue
  });
}

/** Without the package there is nothing to look at: a deployment that fails ends the preparation. */
async function deployChanges(connection: Connection, folder: string): Promise<void> {
  const begin = performance.now();
  const result = await deployProject(connection, folder, await packageFolders());
  if (result === undefined) return;
  if (!result.success) throw new Error(['The package does not deploy:', ...faultsOf(result)].join('\n  '));
  for (const warning of warningsOf(result)) console.log(`  ${warning}`);
  console.log(
    `Deployed ${String(result.numberComponentsTotal)} components (${((performance.now() - begin) / 1000).toFixed(1)} s).`
  );
}

main().catch(fail);
