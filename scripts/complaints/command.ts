import { parseArgs } from 'node:util';
import { connect } from '../lib/connection.ts';
import { fail } from '../lib/fail.ts';
import { loadWithProgress } from './load.ts';

/** `npm run data:complaints -- [--scale N] [--target-org ALIAS]` */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { scale: { type: 'string', default: '1' }, 'target-org': { type: 'string' } }
  });
  const scale = Number(values.scale);
  if (!Number.isInteger(scale) || scale < 1)
    throw new Error(`--scale takes a whole number from 1, not "${values.scale}".`);
  const { complaints, created } = await loadWithProgress(await connect(values['target-org']), scale);
  console.log(`${String(complaints)} complaints are in the org; ${String(created)} records were new.`);
}

main().catch(fail);
