import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const vectorsFolder = 'test/vectors';
const resourcesFolder = 'test/org/staticresources';

const meta = `<?xml version="1.0" encoding="UTF-8"?>
<StaticResource xmlns="http://soap.sforce.com/2006/04/metadata">
    <cacheControl>Private</cacheControl>
    <contentType>application/json</contentType>
    <description>Generated from ${vectorsFolder}: what Apex and TypeScript must agree on.</description>
</StaticResource>
`;

/**
 * Makes of every file of conformance vectors a static resource, so that Apex tests read the very file that TypeScript tests read:
 * `handles.json` becomes `Yeti_Vectors_handles`. Files that are as they should be are left alone.
 */
export async function buildVectors(): Promise<void> {
  await mkdir(resourcesFolder, { recursive: true });
  const wanted = new Map<string, string>();
  for (const file of await readdir(vectorsFolder)) {
    if (!file.endsWith('.json')) continue;
    const name = `Yeti_Vectors_${file.slice(0, -'.json'.length)}`;
    wanted.set(`${name}.json`, await readFile(join(vectorsFolder, file), 'utf8'));
    wanted.set(`${name}.resource-meta.xml`, meta);
  }
  for (const [file, text] of wanted) {
    const path = join(resourcesFolder, file);
    if ((await readFile(path, 'utf8').catch(() => undefined)) !== text) await writeFile(path, text);
  }
  for (const file of await readdir(resourcesFolder)) if (!wanted.has(file)) await rm(join(resourcesFolder, file));
}
