import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { connectLocal, localFolder } from '../lib/connection.ts';
import { fail } from '../lib/fail.ts';

const program = join(import.meta.dirname, '../../node_modules/@salesforce/cli/bin/run.js');

/** `npm run org:local`: makes the running local org known to sf, so that `sf … --target-org local` reaches it. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { folder: { type: 'string', default: localFolder }, alias: { type: 'string', default: 'local' } }
  });
  const { instanceUrl, accessToken } = await connectLocal(values.folder);
  await register(instanceUrl, accessToken ?? '', values.alias);
  console.log(
    `sf knows the local org at ${instanceUrl} as "${values.alias}": try sf org display --target-org ${values.alias}`
  );
}

/** @throws Error with what sf said */
async function register(instanceUrl: string, accessToken: string, alias: string): Promise<void> {
  const words = ['org', 'login', 'access-token', '--instance-url', instanceUrl, '--no-prompt', '--alias', alias];
  const environment = {
    ...process.env,
    SF_ACCESS_TOKEN: accessToken,
    SF_SKIP_NEW_VERSION_CHECK: 'true',
    SF_DISABLE_TELEMETRY: 'true'
  };
  try {
    await promisify(execFile)(process.execPath, [program, ...words], { env: environment });
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    throw new Error(`sf could not take the org: ${said}`, { cause: error });
  }
}

main().catch(fail);
