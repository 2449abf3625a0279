import { zipSync } from 'fflate';
import { deploy, type DeployOptions, type DeployResult } from '../../src/deploy/index.ts';
import type { TestOrg } from '../support/org.ts';

const namespace = 'http://soap.sforce.com/2006/04/metadata';

/** package.xml for these components by type: `{ CustomObject: ['Thing__c'] }`. */
export function manifest(types: Readonly<Record<string, readonly string[]>>): string {
  const blocks = Object.entries(types).map(
    ([name, members]) =>
      `<types>${members.map((member) => `<members>${member}</members>`).join('')}<name>${name}</name></types>`
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Package xmlns="${namespace}">${blocks.join('\n')}<version>65.0</version></Package>`;
}

/** A zip of texts by path. */
export function packageOf(texts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(
    Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]))
  );
}

/** Deploys texts by path; package.xml is made of `types` unless it is among them. */
export function deployTexts(
  org: TestOrg,
  types: Readonly<Record<string, readonly string[]>>,
  texts: Readonly<Record<string, string>>,
  options: Partial<DeployOptions> = {}
): Promise<DeployResult> {
  return deploy(org, packageOf({ 'package.xml': manifest(types), ...texts }), options, org.adminId);
}

/** A custom object's file. */
export function objectFile(content: string, label = 'Thing', more = '<sharingModel>ReadWrite</sharingModel>'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<CustomObject xmlns="${namespace}">
    <label>${label}</label>
    <pluralLabel>${label}s</pluralLabel>
    <nameField>
        <label>Name</label>
        <type>Text</type>
    </nameField>
    <deploymentStatus>Deployed</deploymentStatus>
    ${more}
    ${content}
</CustomObject>
`;
}

export function textField(name: string, length = 80, more = ''): string {
  return `<fields>
        <fullName>${name}</fullName>
        <label>${name}</label>
        <type>Text</type>
        <length>${length}</length>${more}
    </fields>`;
}
