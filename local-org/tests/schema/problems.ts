import { buildSchema, type MetadataFile } from '../../src/schema/index.ts';
import { metadataFiles } from '../support/schema.ts';

/** What is wrong with metadata texts: `file:line:column message`. */
export function problemsOf(texts: Readonly<Record<string, string>>): string[] {
  return problemsIn(metadataFiles(texts));
}

/** What is wrong with metadata files. */
export function problemsIn(files: readonly MetadataFile[]): string[] {
  const built = buildSchema(files);
  if ('schema' in built) return [];
  return built.problems.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
}

/** The messages alone. */
export function messagesOf(texts: Readonly<Record<string, string>>): string[] {
  return problemsOf(texts).map((problem) => problem.replace(/^.+?:\d+:\d+ /, ''));
}
