import { buildShellInto } from './shellBuild.ts';
import { buildVendorInto } from './vendorBuild.ts';

/** Runs one build in a process of its own, so that the compiler's memory goes when the build is done. */
async function main([what, folder]: readonly (string | undefined)[]): Promise<void> {
  if (!folder) throw new Error('The build needs a folder to write to');
  if (what === 'base') await buildVendorInto(folder, (done) => process.send?.(done));
  else await buildShellInto(folder);
  process.disconnect();
}

await main(process.argv.slice(2));
