import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { rollup, type Plugin, type RollupLog } from 'rollup';
import { baseComponents, mappedModule, packageFolder } from './baseComponents.ts';
import { iconSprites } from './icons.ts';
import { writeFolder } from './output.ts';
import { contextModule } from './platformModules.ts';
import { lwcFiles, type ComponentFiles } from './lwcPlugin.ts';

const BASE = `${packageFolder('lightning-base-components')}/src/lightning`;
/** Style sheets for native shadow: the engine would skip them, since the platform's shadow is synthetic. */
const NOTHING = '\0nothing';
const ICON_LIBRARY = '\0icon-library';
const NO_ICON_TEMPLATES = `export const hasIconLibrary = () => true; export const getIconLibrary = () => ({}); export const fetchIconLibrary = async () => ({});`;
const require = createRequire(import.meta.url);

/** Builds engine, base components, icons and styles into a folder that appears only when it is complete. */
export async function buildVendorInto(folder: string, onModule: (done: number) => void): Promise<void> {
  const entries = Object.fromEntries(baseComponents().map((name) => [name, name]));
  const bundle = await rollup({
    input: { lwc: 'lwc', ...entries },
    external: (id) => id.startsWith('@console/'),
    preserveEntrySignatures: 'strict',
    onwarn: failOnMissing,
    plugins: [progress(onModule), vendorModules(), lwcFiles(baseFiles()), constants()]
  });
  const { output } = await bundle.generate({
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
    hoistTransitiveImports: false,
    manualChunks: (id) => (id === '\0lwc' || id.includes('/@lwc/') ? 'engine' : 'base')
  });
  const styles = join(packageFolder('@salesforce-ux/design-system-2'), 'dist/css/bundled/slds2.cosmos.css');
  writeFolder(folder, [
    ...output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file.code]] : [])),
    ...[...iconSprites()].map(([name, svg]) => [`icons/${name}`, svg]),
    ['slds.css', readFileSync(styles, 'utf8')]
  ]);
}

/** The base components' own circles and unused imports are theirs to mend; a module that is missing breaks the console. */
function failOnMissing(warning: RollupLog): void {
  if (warning.code === 'UNRESOLVED_IMPORT') throw new Error(warning.message);
}

function baseFiles(): ComponentFiles {
  return {
    read: (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined),
    component(path) {
      if (!path.startsWith(BASE)) return undefined;
      return { namespace: 'lightning', name: path.slice(BASE.length + 1).split('/')[0] ?? '' };
    }
  };
}

/** Names become files; labels and formats become questions to the signed-in user's context. */
function vendorModules(): Plugin {
  return {
    name: 'vendor-modules',
    resolveId(id, importer) {
      if (id.endsWith('.native.css')) return NOTHING;
      if (id === './fetch' && importer?.includes('/primitiveIcon/')) return ICON_LIBRARY;
      if (id === 'lwc' || isOfTheUser(id)) return `\0${id}`;
      if (id.startsWith('@lwc/')) return `${dirname(require.resolve(id))}/index.js`.replaceAll('\\', '/');
      const mapped = mappedModule(id);
      if (mapped) return mapped;
      return id.startsWith('lightning/') ? baseModule(id.slice('lightning/'.length)) : null;
    },
    load(id) {
      if (id === NOTHING) return 'export default []';
      if (id === ICON_LIBRARY) return NO_ICON_TEMPLATES;
      if (id === '\0lwc') return `import '@lwc/synthetic-shadow'; export * from '@lwc/engine-dom';`;
      if (!id.startsWith('\0@salesforce/')) return null;
      const [kind = '', name = ''] = id.slice('\0@salesforce/'.length).split('/');
      return kind === 'label' ? contextModule('baseLabel', name, englishText(id.slice(1))) : contextModule(kind, name);
    }
  };
}

/** A component, or a module that is only a style sheet. */
function baseModule(name: string): string | null {
  return ['js', 'css'].map((type) => `${BASE}/${name}/${name}.${type}`).find((file) => existsSync(file)) ?? null;
}

/** Texts and formats that depend on who looks; the calendar tables stay as the base components ship them. */
function isOfTheUser(id: string): boolean {
  if (/calendarData|common\.digits|defaultCalendar|showJapaneseCalendar/.test(id)) return false;
  return /^@salesforce\/(i18n|label|client)\//.test(id);
}

function englishText(id: string): string {
  const file = mappedModule(id);
  const text = file && /export default (".*");?\s*$/.exec(readFileSync(file, 'utf8'))?.[1];
  if (!text) throw new Error(`The base components have no text for ${id}`);
  const value: unknown = JSON.parse(text);
  return String(value);
}

/** Settings of a build for production in the browser, and icons drawn from the sprites. */
function constants(): Plugin {
  return {
    name: 'constants',
    transform(code, id) {
      const replaced = code
        .replaceAll('process.env.NODE_ENV', '"production"')
        .replaceAll('import.meta.env.SSR', 'false');
      return { code: mended(id, replaced), map: null };
    }
  };
}

function mended(id: string, code: string): string {
  if (id.endsWith('/primitiveIcon/primitiveIcon.js')) return iconsFromSprite(code);
  return id.endsWith('/timepicker/timepicker.js') ? namedTimeField(code) : code;
}

/** Outside native shadow nothing ties the label of a time field to its text box: let the box carry the name. */
function namedTimeField(code: string): string {
  const before = /&&\s*this\._isNativeShadow\s*\? this\.label/;
  if (!before.test(code)) throw new Error('The time field of the base components has a form that is not known');
  return code.replace(before, '? this.label');
}

/** Without loaded templates the base icon draws `<use href>`: let it point into the sprite. */
function iconsFromSprite(code: string): string {
  const before = "return this.src ? sanitizeURL(this.src) : '';";
  if (!code.includes(before)) throw new Error('The icon of the base components has a form that is not known');
  const address = 'new URL(`../icons/${this.category}.svg#${this.name}`, import.meta.url).href';
  return code.replace(before, `return this.src ? sanitizeURL(this.src) : this.name && ${address};`);
}

/** Counts modules for the progress line. */
function progress(onModule: (done: number) => void): Plugin {
  let done = 0;
  return {
    name: 'progress',
    moduleParsed() {
      done += 1;
      onModule(done);
    }
  };
}
