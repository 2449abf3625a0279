import { parseArgs } from 'node:util';
import { connect } from '../lib/connection.ts';
import { fail } from '../lib/fail.ts';
import { purge, purgeLines } from './erase.ts';

/** `npm run data:purge -- [--dry-run] [--target-org ALIAS]` */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { 'dry-run': { type: 'boolean', default: false }, 'target-org': { type: 'string' } }
  });
  const dryRun = values['dry-run'];
  const report = await purge(await connect(values['target-org']), dryRun);
  for (const line of purgeLines(report, dryRun)) console.log(line);
}

main().catch(fail);
