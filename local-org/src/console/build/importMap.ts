import { baseComponents } from './baseComponents.ts';
import { CONSOLE_MODULES, CONTEXT_MODULES } from './platformModules.ts';
import type { VendorFolders } from './vendor.ts';

/** Tells the browser where each module is. Every address names its content, so all of them may be cached for ever. */
export function importMap(
  folders: VendorFolders,
  bundles: readonly { readonly name: string; readonly hash: string }[]
): Record<string, string> {
  const base = `/console/vendor/${folders.base}`;
  const shell = `/console/vendor/${folders.shell}`;
  return {
    lwc: `${base}/lwc.js`,
    ...Object.fromEntries(baseComponents().map((name) => [name, `${base}/${name}.js`])),
    ...Object.fromEntries([...CONTEXT_MODULES, ...CONSOLE_MODULES].map((name) => [name, `${shell}/${name}.js`])),
    ...Object.fromEntries(bundles.map(({ name, hash }) => [`c/${name}`, `/console/modules/${hash}/${name}.js`]))
  };
}
