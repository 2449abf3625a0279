import { pathToFileURL } from 'node:url';
import { buildComponents } from './components.ts';
import { packageFolders } from './packages.ts';
import { fail } from '../lib/fail.ts';

/** `npm run build`: the JavaScript of the components, beside their TypeScript, ready for `sf project deploy start`. */
async function main(): Promise<void> {
  const { written, total } = await buildComponents(await packageFolders());
  console.log(`${String(total)} component modules built, ${String(written)} of them changed.`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main().catch(fail);
