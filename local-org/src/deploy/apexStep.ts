import { compile } from '../apex/index.ts';
import type { ApexImage, ApexSource, CompileResult } from '../apex/types.ts';
import type { Problem } from '../errors.ts';
import type { LiveOrg } from '../org.ts';
import type { MetadataFile, Schema } from '../schema/types.ts';
import { Helper } from './child.ts';
import type { Plan } from './plan.ts';
import { childText, parseXml, XmlError } from './xml.ts';

/** Compiled Apex and what it was compiled from. */
export interface CompiledApex {
  readonly image: ApexImage;
  readonly sources: readonly ApexSource[];
}

/** What the process that compiles is asked. Contents are base64. */
export interface CompileQuestion {
  readonly metadata: readonly (Omit<MetadataFile, 'content'> & { readonly content: string })[];
  readonly sources: readonly ApexSource[];
}

/** What code can name, or what decides whether it is there: a page, a right or a translation changes no code. */
const namedByApex: ReadonlySet<string> = new Set([
  'ApexClass',
  'ApexTrigger',
  'CustomObject',
  'CustomLabels',
  'Settings'
]);

/** More classes than this are compiled in another process: the compiler and all parsed code weigh 150 MB. */
const inProcess = 10;

/** While somebody works on a class, the next edit finds all others parsed. */
const keptFor = 120_000;

const compiler = new Helper<CompileQuestion, CompileResult>(
  new URL('./apexCompiler.ts', import.meta.url),
  (message): message is CompileResult =>
    typeof message === 'object' && message !== null && ('image' in message || 'problems' in message),
  keptFor
);

/** Compiles the Apex a deployment leaves in the org; code that nothing concerns keeps its image. */
export async function compileApex(
  org: LiveOrg,
  plan: Plan,
  schema: Schema
): Promise<CompiledApex | { readonly problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  const sources = apexSources(plan.files, problems);
  if (problems.length > 0) return { problems };
  if (!concernsApex(plan)) return { image: org.apex.image, sources };
  if (sources.length === 0) return { image: { units: [] }, sources };
  const result = await (sources.length > inProcess
    ? compileElsewhere(plan.files, sources)
    : compile(sources, schema, org.apex.image));
  return 'problems' in result ? result : { image: result.image, sources };
}

/** Code that compiled without an object goes on without it when it is new. */
function concernsApex({ changes, writes }: Plan): boolean {
  const made = new Set(
    changes.filter(({ type, fate }) => type === 'CustomObject' && fate === 'created').map(({ fullName }) => fullName)
  );
  return writes.some(({ type, fullName }) => namedByApex.has(type) && !(type === 'CustomObject' && made.has(fullName)));
}

function compileElsewhere(files: readonly MetadataFile[], sources: readonly ApexSource[]): Promise<CompileResult> {
  const code = new Set(sources.map(({ file }) => file));
  const metadata = files
    .filter(({ file }) => !code.has(file))
    .map((file) => ({ ...file, content: Buffer.from(file.content).toString('base64') }));
  return compiler.ask({ metadata, sources });
}

/** The Apex among the files, as the compiler takes it. Faults in their -meta.xml files are reported to `problems`. */
function apexSources(files: readonly MetadataFile[], problems: Problem[]): ApexSource[] {
  const metas = new Map(files.filter(({ file }) => file.endsWith('-meta.xml')).map((file) => [file.file, file]));
  return files
    .filter(({ type, file }) => (type === 'ApexClass' || type === 'ApexTrigger') && !file.endsWith('-meta.xml'))
    .map(({ type, fullName, file, content }) => ({
      name: fullName,
      kind: type === 'ApexClass' ? 'class' : 'trigger',
      file,
      text: new TextDecoder().decode(content),
      apiVersion: apiVersionOf(metas.get(`${file}-meta.xml`), problems)
    }));
}

function apiVersionOf(meta: MetadataFile | undefined, problems: Problem[]): string {
  if (!meta) return '';
  try {
    const root = parseXml(new TextDecoder().decode(meta.content), meta.file);
    return childText(root, 'apiVersion') ?? '';
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    problems.push(error.problem);
    return '';
  }
}
