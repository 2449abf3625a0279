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
  readonly file: string;
  readonly text: string;
  readonly problems: readonly Problem[];
  /** What the compiled file imports. */
  readonly imports: readonly string[];
}

export interface BundleAnswer {
  readonly files: readonly CompiledFile[];
}

export interface CompiledBundles {
  readonly files: readonly CompiledFile[];
  readonly problems: readonly Problem[];
}

/** Long enough for the next edit: somebody looks at pages, or works on a component. */
const keptFor = 600_000;

const compiler = new Helper<readonly BundleSource[], BundleAnswer>(
  new URL('./bundleCompiler.ts', import.meta.url),
  (message): message is BundleAnswer => typeof message === 'object' && message !== null && 'files' in message,
  keptFor
);

const compiledFiles = /\.(?:js|html|css)$/;
const otherFiles = /\.(?:svg|js-meta\.xml)$/;

/** Starts the compiler: soon a component may be edited. */
export function prepareBundleCompiler(): void {
  compiler.prepare();
}

/** Compiles the components a deployment changes; all of them when something goes that one might import. */
export function compileBundles(plan: Plan, schema: Schema): Promise<CompiledBundles> {
  const goes = plan.changes.some(({ fate }) => fate === 'deleted');
  return goes
    ? compileAllBundles(plan, schema)
    : compile(
        plan.writes.filter(({ type }) => type === bundleType),
        schema
      );
}

/** Compiles every component the org will have. */
export function compileAllBundles(plan: Plan, schema: Schema): Promise<CompiledBundles> {
  const bundles = new Map<string, Write & { files: MetadataFile[] }>();
  for (const file of plan.files) {
    const { type, fullName } = file;
    if (type !== bundleType) continue;
    const bundle = bundles.get(fullName) ?? { type, fullName, files: [] };
    bundle.files.push(file);
    bundles.set(fullName, bundle);
  }
  return compile([...bundles.values()], schema);
}

const bundleType = 'LightningComponentBundle';

async function compile(bundles: readonly Write[], schema: Schema): Promise<CompiledBundles> {
  const present = bundles.filter(({ files }) => files.length > 0);
  if (present.length === 0) return { files: [], problems: [] };
  const problems = present.flatMap(shapeProblems);
  const sources = present.map(({ fullName: name, files }) => ({
    name,
    apiVersion: Number(schema.bundles.get(name)?.apiVersion.split('.')[0]),
    files: files
      .filter(({ file }) => compiledFiles.test(file))
      .map(({ file, content }) => ({ file, text: new TextDecoder().decode(content) }))
  }));
  const { files } = await compiler.ask(sources);
  return { files, problems: [...problems, ...files.flatMap((file) => file.problems)] };
}

/** Files a component may not hold, and the one it must. */
function shapeProblems({ fullName: name, files }: Write): Problem[] {
  const problems = files
    .filter(({ file }) => !compiledFiles.test(file) && !otherFiles.test(file))
    .map(({ file }) => at(file, 'A component holds JavaScript, HTML, CSS, SVG and js-meta.xml files only'));
  const main = `lwc/${name}/${name}`;
  const found = files.some(({ file }) => ['js', 'html', 'css'].some((suffix) => file === `${main}.${suffix}`));
  return found ? problems : [...problems, at(`${main}.js-meta.xml`, `The component ${name} lacks ${name}.js`)];
}

function at(file: string, message: string): Problem {
  return { file, line: 1, column: 1, message };
}
