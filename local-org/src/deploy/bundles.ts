import type { ApexImage } from '../apex/types.ts';
import type { Problem } from '../errors.ts';
import type { MetadataFile, Schema } from '../schema/types.ts';
import { Helper } from './child.ts';
import type { Plan, Write } from './plan.ts';

/** A component for the compiler. */
export interface BundleSource {
  readonly name: string;
  readonly apiVersion: number;
  readonly files: readonly { readonly file: string; readonly text: string }[];
}

export interface CompiledFile {
  readonly bundle: string;
  readonly file: string;
  readonly problems: readonly Problem[];
  /** What the compiled file imports. */
  readonly imports: readonly string[];
}

export interface BundleAnswer {
  readonly files: readonly CompiledFile[];
}

/** Long enough for the next edit while somebody works on a component. */
const keptFor = 120_000;

const compiler = new Helper<readonly BundleSource[], BundleAnswer>(
  new URL('./bundleCompiler.ts', import.meta.url),
  (message): message is BundleAnswer => typeof message === 'object' && message !== null && 'files' in message,
  keptFor
);

const compiledFiles = /\.(?:js|html|css)$/;
const otherFiles = /\.(?:svg|js-meta\.xml)$/;

/** What components may import, and what they could import until now. */
interface Surroundings {
  readonly schema: Schema;
  readonly image: ApexImage;
  readonly imageBefore: ApexImage;
}

/** Compiles the components a deployment changes; what fails, and what they import that does not exist, comes back with its place. */
export async function checkBundles(plan: Plan, surroundings: Surroundings): Promise<Problem[]> {
  const bundles = bundlesToCheck(plan, surroundings);
  if (bundles.length === 0) return [];
  const { schema } = surroundings;
  const problems: Problem[] = [];
  const texts = new Map<string, string>();
  const sources: BundleSource[] = [];
  for (const { fullName: name, files } of bundles) {
    for (const { file } of files) {
      if (!compiledFiles.test(file) && !otherFiles.test(file)) {
        problems.push({
          file,
          line: 1,
          column: 1,
          message: 'A component holds JavaScript, HTML, CSS, SVG and js-meta.xml files only'
        });
      }
    }
    const parts = files
      .filter(({ file }) => compiledFiles.test(file))
      .map(({ file, content }) => ({ file, text: new TextDecoder().decode(content) }));
    for (const { file, text } of parts) texts.set(file, text);
    const main = `lwc/${name}/${name}`;
    if (!parts.some(({ file }) => file === `${main}.js` || file === `${main}.html` || file === `${main}.css`)) {
      problems.push({
        file: `${main}.js-meta.xml`,
        line: 1,
        column: 1,
        message: `The component ${name} lacks ${name}.js`
      });
    }
    sources.push({ name, apiVersion: Number(schema.bundles.get(name)?.apiVersion.split('.')[0] ?? 65), files: parts });
  }
  const { files } = await compiler.ask(sources);
  for (const { file, problems: found, imports } of files) {
    problems.push(...found);
    for (const specifier of imports) {
      const missing = missingImport(specifier, surroundings);
      if (missing) problems.push({ file, ...placeIn(texts.get(file) ?? '', specifier), message: missing });
    }
  }
  return problems;
}

/** Those that change; all of them when something goes that one might import. */
function bundlesToCheck(plan: Plan, { image, imageBefore }: Surroundings): Write[] {
  const goes =
    plan.changes.some(({ fate }) => fate === 'deleted') ||
    imageBefore.units.some(({ name, auraMethods }) =>
      auraMethods.some((method) => !auraMethodExists(image, `${name}.${method.name}`))
    );
  if (!goes) return plan.writes.filter(({ type }) => type === 'LightningComponentBundle');
  const bundles = new Map<string, Write & { files: MetadataFile[] }>();
  for (const file of plan.files) {
    const { type, fullName } = file;
    if (type !== 'LightningComponentBundle') continue;
    const bundle = bundles.get(fullName) ?? { type, fullName, files: [] };
    bundle.files.push(file);
    bundles.set(fullName, bundle);
  }
  return [...bundles.values()];
}

function missingImport(specifier: string, { schema, image }: Surroundings): string | undefined {
  const [scope = '', name = '', rest = ''] = specifier.split('/');
  if (scope === 'c') return schema.bundles.has(name) ? undefined : `There is no component c/${name}`;
  if (scope !== '@salesforce') return undefined;
  const key = rest.toLowerCase();
  switch (name) {
    case 'label':
      return key.startsWith('c.') && schema.labels.has(key.slice(2)) ? undefined : `There is no label ${rest}`;
    case 'apex':
      return rest === '' || auraMethodExists(image, rest) ? undefined : `There is no @AuraEnabled method ${rest}`;
    case 'schema':
      return schemaPathExists(schema, rest) ? undefined : `There is no object or field ${rest}`;
    case 'customPermission':
      return schema.customPermissions.has(key) ? undefined : `There is no custom permission ${rest}`;
    case 'resourceUrl':
      return schema.staticResources.has(key) ? undefined : `There is no static resource ${rest}`;
    case 'messageChannel':
      return schema.messageChannels.has(key.replace(/__c$/, '')) ? undefined : `There is no message channel ${rest}`;
    default:
      return undefined;
  }
}

function auraMethodExists(image: ApexImage, path: string): boolean {
  const dot = path.lastIndexOf('.');
  const unit = image.units.find(({ name, kind }) => kind === 'class' && name === path.slice(0, dot));
  return unit?.auraMethods.some(({ name }) => name === path.slice(dot + 1)) ?? false;
}

/** `Case`, `Case.Origin`, `Case.Contact.Name`. */
function schemaPathExists(schema: Schema, path: string): boolean {
  const [objectName = '', ...steps] = path.split('.');
  let object = schema.object(objectName);
  for (const [index, step] of steps.entries()) {
    if (!object) return false;
    const last = index === steps.length - 1;
    if (last) return schema.field(object.name, step) !== undefined;
    const parent: string | undefined = [...object.fields.values()].find(
      ({ reference }) => reference?.relationshipName?.toLowerCase() === step.toLowerCase()
    )?.reference?.to[0];
    object = parent === undefined ? undefined : schema.object(parent);
  }
  return object !== undefined;
}

/** Where a text mentions an import: as written, or as a tag (`c-thing-card` for `c/thingCard`). */
function placeIn(text: string, specifier: string): { line: number; column: number } {
  const tag = specifier.replace('/', '-').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const offset = Math.max(text.indexOf(specifier), text.indexOf(tag), 0);
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
