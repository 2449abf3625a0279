import { pathToFileURL } from 'node:url';
import { type Built, buildComponents } from './components.ts';
import { packageFolders } from './packages.ts';
import { fail } from '../lib/fail.ts';
import { buildVectors } from './vectors.ts';

/** Everything an org is sent that is made from other files: the components' JavaScript, the conformance vectors. */
export async function buildProject(): Promise<Built> {
  await buildVectors();
  return buildComponents(await packageFolders());
}

/** `npm run build`: the JavaScript of the components, beside their TypeScript, ready for `sf project deploy start`. */
async function main(): Promise<void> {
  const { written, total } = await buildProject();
  console.log(`${String(total)} component modules built, ${String(written)} of them changed.`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main().catch(fail);
