import { createHash } from 'node:crypto';
import type { ConsoleSource } from '../console/types.ts';
import { componentFiles } from '../deploy/index.ts';
import type { LiveOrg } from '../org.ts';
import type { Schema } from '../schema/types.ts';

interface Bundles {
  /** The schema these were read under: a deployment brings a new one. */
  readonly schema: Schema;
  readonly hashes: ReadonlyMap<string, string>;
}

/** What the console reads of the org's metadata. */
export function createConsoleSource(org: LiveOrg): ConsoleSource {
  let known: Bundles | undefined;
  org.events.subscribe('deploy', () => {
    known = undefined;
  });
  const bundles = (): Bundles => {
    if (known?.schema !== org.schema) known = readBundles(org);
    return known;
  };
  return {
    bundles: () => [...bundles().hashes].map(([name, hash]) => ({ name, hash })),
    bundle(name) {
      const hash = bundles().hashes.get(name);
      if (hash === undefined) return undefined;
      const folder = `lwc/${name}/`;
      const files = componentFiles(org.store, 'LightningComponentBundle', name).map(
        ({ file, content }) => [file.slice(folder.length), Buffer.from(content).toString('utf8')] as const
      );
      return { name, hash, files: new Map(files) };
    },
    labels: (language) => labelsIn(org.schema, language),
    staticResource(name) {
      const resource = org.schema.staticResources.get(name.toLowerCase());
      const file =
        resource &&
        componentFiles(org.store, 'StaticResource', resource.name).find((entry) => !entry.file.endsWith('-meta.xml'));
      return file && { contentType: resource.contentType, bytes: file.content };
    }
  };
}

function readBundles(org: LiveOrg): Bundles {
  const rows = org.store.all(
    `SELECT fullName, file, hash FROM metadata WHERE type = 'LightningComponentBundle' ORDER BY fullName, file`
  );
  const parts = new Map<string, string[]>();
  for (const { fullName, file, hash } of rows) {
    const list = parts.get(String(fullName)) ?? [];
    parts.set(String(fullName), list);
    list.push(`${String(file)} ${String(hash)}`);
  }
  const hashes = [...parts].map(([name, list]) => [name, shortHash(list.join('\n'))] as const);
  return { schema: org.schema, hashes: new Map(hashes) };
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

function labelsIn(schema: Schema, language: string): Record<string, string> {
  const translations = schema.translations.get(language);
  return Object.fromEntries(
    [...schema.labels.values()].map(({ name, value }) => [
      name,
      translations?.get(`label:${name.toLowerCase()}`) ?? value
    ])
  );
}
