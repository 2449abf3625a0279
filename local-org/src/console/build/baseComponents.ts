import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** Where the installed package's files are, with forward slashes. */
export function packageFolder(name: string): string {
  return dirname(require.resolve(`${name}/package.json`)).replaceAll('\\', '/');
}

interface Manifest {
  readonly version: string;
  readonly lwc: {
    readonly modules: readonly { readonly name?: string; readonly path?: string }[];
    readonly expose: readonly string[];
  };
}

let manifest: Manifest | undefined;

function baseManifest(): Manifest {
  manifest ??= JSON.parse(
    readFileSync(join(packageFolder('lightning-base-components'), 'package.json'), 'utf8')
  ) as Manifest;
  return manifest;
}

/** Exposed by the package, but incomplete there, or replaced by a module of the console. */
const LEFT_OUT = /^lightning\/(iconSvgTemplates\w*|navigation|barcodeScanner|primitiveFigure)$/;

/** Base components a bundle may use. */
export function baseComponents(): readonly string[] {
  return baseManifest().lwc.expose.filter((name) => !LEFT_OUT.test(name));
}

/** The file behind a module name that the base components map themselves (labels, gates, formats). */
export function mappedModule(specifier: string): string | undefined {
  const entry = baseManifest().lwc.modules.find((module) => module.name === specifier);
  return entry?.path && `${packageFolder('lightning-base-components')}/${entry.path}`;
}
