import { parseArgs } from 'node:util';
import { connect } from '../lib/connection.ts';
import { fail } from '../lib/fail.ts';
import { readLanguage } from './language.ts';
import { loadSampleWithProgress } from './load.ts';
import { Moments } from './moments.ts';
import { readSeed } from './random.ts';

/** `npm run data:sample -- [--as-of ISO] [--seed N] [--language pl|en] [--scale] [--target-org ALIAS]` */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      'as-of': { type: 'string' },
      seed: { type: 'string', default: '1' },
      language: { type: 'string', default: 'pl' },
      scale: { type: 'boolean', default: false },
      'target-org': { type: 'string' }
    }
  });
  const options = {
    moments: Moments.read(values['as-of']),
    seed: readSeed(values.seed),
    language: readLanguage(values.language),
    scale: values.scale
  };
  const { customers, interactions, created } = await loadSampleWithProgress(
    await connect(values['target-org']),
    options
  );
  console.log(
    `${String(customers)} customers with ${String(interactions)} interactions are in the org; ${String(created)} records were new.`
  );
}

main().catch(fail);
