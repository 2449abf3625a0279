import type { Problem } from '../errors.ts';
import { Draft, Source } from './draft.ts';
import { readers } from './readers.ts';
import { finishSchema } from './schema.ts';
import { standardApps } from './standard/apps.ts';
import { standardObjects } from './standard/index.ts';
import { profiles } from './standard/profiles.ts';
import type { MetadataFile, Schema } from './types.ts';
import { parseXml, XmlError } from './xml.ts';

const decoder = new TextDecoder('utf-8', { fatal: true });

function emptyDraft(): Draft {
  const draft = new Draft();
  for (const object of standardObjects) draft.addStandard(object);
  for (const app of standardApps) draft.apps.set(app.name, app);
  for (const profile of profiles) draft.profiles.set(profile.name, profile);
  return draft;
}

function readFile(file: MetadataFile, draft: Draft): void {
  const source = new Source(file, draft);
  const top = { line: 1, column: 1 };
  const reader = readers.get(file.type);
  if (!reader) {
    source.report(top, `The local org does not support metadata of type ${file.type}`);
    return;
  }
  if (!reader.isXml(file)) {
    reader.other?.(source);
    return;
  }
  try {
    const root = parseXml(decoder.decode(file.content));
    if (root.name !== reader.root) {
      source.report(root, `The root element must be ${reader.root}, not ${root.name}`);
      return;
    }
    reader.read(root, source);
  } catch (error) {
    if (error instanceof XmlError) source.report(error.place, error.message);
    else if (error instanceof TypeError && error.message.includes('encoded data')) {
      source.report(top, 'The file is not UTF-8 text');
    } else throw error;
  }
}

/**
 * Builds the schema of everything deployed: the standard objects and these files, in the order of their first deployment.
 * All files are read before references between them are checked; a file that cannot be read hides faults of the second kind.
 */
export function buildSchema(
  files: readonly MetadataFile[]
): { readonly schema: Schema } | { readonly problems: readonly Problem[] } {
  const draft = emptyDraft();
  // Types that others build upon come first: a field takes its values from a global value set.
  for (const type of readers.keys()) {
    for (const file of files) if (file.type === type) readFile(file, draft);
  }
  for (const file of files) if (!readers.has(file.type)) readFile(file, draft);
  if (draft.problems.length === 0) draft.runChecks();
  return draft.problems.length > 0 ? { problems: draft.problems } : { schema: finishSchema(draft) };
}
