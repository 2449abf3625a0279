import { rollup, type Plugin } from 'rollup';
import type { Problem } from '../../errors.ts';
import type { CompiledBundle, ComponentBundle, ComponentReferences } from '../types.ts';
import { exportsOf } from './exports.ts';
import { CompileError, lwcFiles, type ComponentFiles } from './lwcPlugin.ts';
import { platformModule } from './platformModules.ts';

/**
 * Compiles one bundle to one ES module; other bundles, base components and the engine stay imports.
 * With `references` every import is checked against what is deployed, as a deploy does.
 */
export async function compileBundle(
  bundle: ComponentBundle,
  references?: ComponentReferences
): Promise<CompiledBundle> {
  const problems: Problem[] = [];
  const folder = `/c/${bundle.name}`;
  const entry = ['js', 'ts', 'css'].map((type) => `${bundle.name}.${type}`).find((file) => bundle.files.has(file));
  if (!entry) {
    const message = `A Lightning web component needs the file ${bundle.name}.js`;
    return { problems: [{ file: `lwc/${bundle.name}`, line: 1, column: 1, message }] };
  }
  try {
    const built = await rollup({
      input: `${folder}/${entry}`,
      onwarn: () => undefined,
      plugins: [imports(bundle, references, problems), lwcFiles(bundleFiles(bundle, folder))]
    });
    const { output } = await built.generate({ format: 'es', inlineDynamicImports: true });
    problems.push(...missingNames(output[0].importedBindings, bundle));
    return problems.length > 0 ? { problems } : { code: output[0].code };
  } catch (error) {
    return { problems: [...problems, problemOf(error, bundle)] };
  }
}

function bundleFiles(bundle: ComponentBundle, folder: string): ComponentFiles {
  return {
    read: (path) => (path.startsWith(`${folder}/`) ? bundle.files.get(path.slice(folder.length + 1)) : undefined),
    component: () => ({ namespace: 'c', name: bundle.name })
  };
}

/** Decides about every import that is not a file of the bundle. */
function imports(bundle: ComponentBundle, references: ComponentReferences | undefined, problems: Problem[]): Plugin {
  const codes = new Map<string, string>();
  return {
    name: 'imports',
    resolveId: {
      order: 'post',
      handler(specifier, importer) {
        if (!importer) return null;
        const found: ReturnType<typeof platformModule> = specifier.startsWith('.')
          ? { refused: `There is no file ${specifier} in this component` }
          : platformModule(specifier, references);
        if ('code' in found) {
          codes.set(`\0${specifier}`, found.code);
          return `\0${specifier}`;
        }
        if ('refused' in found) problems.push(problemOfImport(found.refused, specifier, importer, bundle));
        return { id: specifier, external: true };
      }
    },
    load: (id) => codes.get(id) ?? null
  };
}

/** Names that a module of the platform has, but not here: the browser would only say so when the page loads. */
function missingNames(imported: Readonly<Record<string, readonly string[]>>, bundle: ComponentBundle): Problem[] {
  return Object.entries(imported).flatMap(([specifier, names]) => {
    const known = exportsOf(specifier);
    if (!known) return [];
    const file = [...bundle.files.keys()].find((path) => bundle.files.get(path)?.includes(`'${specifier}'`));
    return names
      .filter((name) => name !== '*' && !known.has(name))
      .map((name) =>
        problemInFile(`The local org does not support ${name} of ${specifier}`, specifier, file ?? '', bundle)
      );
  });
}

function problemOfImport(message: string, specifier: string, importer: string, bundle: ComponentBundle): Problem {
  const file = importer.split('?')[0]?.slice(`/c/${bundle.name}/`.length) ?? '';
  return problemInFile(message, specifier, file, bundle);
}

function problemInFile(message: string, specifier: string, file: string, bundle: ComponentBundle): Problem {
  const source = bundle.files.get(file) ?? '';
  const [namespace = '', name = ''] = specifier.split('/');
  const tag = `<${namespace}-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  const quoted = [`'${specifier}'`, `"${specifier}"`].map((text) => source.indexOf(text)).find((at) => at >= 0);
  return { file: `lwc/${bundle.name}/${file}`, ...placeOf(source, quoted ?? source.indexOf(tag)), message };
}

function placeOf(source: string, offset: number): { line: number; column: number } {
  const lines = source.slice(0, Math.max(0, offset)).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** Rollup wraps what a plugin throws; its own errors point into compiled code, so the place is looked up in the source. */
function problemOf(error: unknown, bundle: ComponentBundle): Problem {
  const cause = error instanceof Error && error.cause instanceof CompileError ? error.cause : error;
  if (cause instanceof CompileError) {
    const { file, line, column, message } = cause;
    return { file: shownPath(file, bundle), line, column, message };
  }
  if (isMissingExport(error)) {
    const file = error.id.slice(`/c/${bundle.name}/`.length);
    const source = bundle.files.get(file) ?? '';
    const place = placeOf(source, source.indexOf(error.binding));
    const message = `"${error.binding}" is not exported by ${shownPath(error.exporter, bundle)}`;
    return { file: shownPath(error.id, bundle), ...place, message };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { file: `lwc/${bundle.name}`, line: 1, column: 1, message };
}

function shownPath(path: string, bundle: ComponentBundle): string {
  return path.replace(`/c/${bundle.name}/`, `lwc/${bundle.name}/`);
}

function isMissingExport(error: unknown): error is Error & { id: string; binding: string; exporter: string } {
  return error instanceof Error && 'binding' in error && 'exporter' in error && 'id' in error;
}
