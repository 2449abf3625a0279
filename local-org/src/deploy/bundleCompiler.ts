import { Kept } from '../kept.ts';
import type { BundleFile, Findings } from './bundleFile.ts';
import type { BundleAnswer, BundleSource, CompiledFile } from './bundles.ts';
import { answerParent } from './child.ts';

const kept = new Kept<Findings>('components', [new URL('bundleFile.ts', import.meta.url)]);

/** The compiler is heavy and therefore loaded when there is something that nobody compiled before. */
const loadCompiler = () => import('./bundleFile.ts');

/** Compiles the files of components, one by one, for their faults and for what they import. */
answerParent(async (question): Promise<BundleAnswer> => {
  const bundles: BundleSource[] = JSON.parse(question);
  const files: CompiledFile[] = [];
  for (const { name, apiVersion, files: sources } of bundles) {
    for (const { file, text } of sources) {
      files.push({ file, text, ...(await findingsOf({ name, apiVersion, file, text })) });
    }
  }
  return { files };
}, loadCompiler);

async function findingsOf(source: BundleFile): Promise<Findings> {
  const { file, text, apiVersion } = source;
  const madeOf = `${String(apiVersion)}\n${text}`;
  const known = kept.find(file, madeOf);
  if (known) return known;
  const { compileFile } = await loadCompiler();
  const findings = compileFile(source);
  kept.keep(file, madeOf, findings);
  return findings;
}
