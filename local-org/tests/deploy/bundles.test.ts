import { describe, expect, test } from 'vitest';
import { testOrg, type TestOrg } from '../support/org.ts';
import { deployTexts } from './support.ts';

const meta = `<?xml version="1.0" encoding="UTF-8"?>
<LightningComponentBundle xmlns="http://soap.sforce.com/2006/04/metadata">
    <apiVersion>65.0</apiVersion>
    <isExposed>true</isExposed>
    <targets>
        <target>lightning__RecordPage</target>
    </targets>
</LightningComponentBundle>`;
const script = `import { LightningElement, api } from 'lwc';

export default class Card extends LightningElement {
  @api recordId;
}`;

function deployCard(org: TestOrg, files: Readonly<Record<string, string>>) {
  const texts = { 'card.js-meta.xml': meta, 'card.js': script, ...files };
  return deployTexts(
    org,
    { LightningComponentBundle: ['card'] },
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [`lwc/card/${name}`, text]))
  );
}

async function problemsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { details } = await deployCard(testOrg(), files);
  return details.componentFailures.map(({ fullName, fileName, problem }) => `${fullName} ${fileName} ${problem}`);
}

describe('a Lightning component', () => {
  test('is deployed whole; sources and tests of a project stay out', async () => {
    const org = testOrg();
    const result = await deployCard(org, {
      'card.html': '<template><p>{recordId}</p></template>',
      'card.css': 'p { color: red; }',
      'card.ts': 'not for an org',
      '__tests__/card.test.js': 'not for an org either'
    });
    expect(result.details.componentFailures).toEqual([]);
    expect(result.details.componentSuccesses).toMatchObject([
      {},
      { componentType: 'LightningComponentBundle', fullName: 'card', fileName: 'lwc/card', created: true }
    ]);
    expect(org.store.all('SELECT file FROM metadata ORDER BY file').map(({ file }) => file)).toEqual([
      'lwc/card/card.css',
      'lwc/card/card.html',
      'lwc/card/card.js',
      'lwc/card/card.js-meta.xml'
    ]);
  });

  test.each([
    [
      'JavaScript that is none',
      { 'card.js': 'import { LightningElement } from "lwc";\nexport default class {' },
      /^card lwc\/card\/card\.js \[Line: 2, Col: \d+\] .*Unexpected token/
    ],
    [
      'a decorator where none may be',
      { 'card.js': script.replace('@api recordId', '@api @track recordId') },
      /^card lwc\/card\/card\.js \[Line: 4, Col: \d+\] /
    ],
    [
      'a template that is not closed',
      { 'card.html': '<template>\n  <p>\n</template>' },
      /^card lwc\/card\/card\.html \[Line: \d, Col: \d+\] /
    ],
    [
      'a style that is none',
      { 'card.css': 'p {\n  color: ;;; }}' },
      /^card lwc\/card\/card\.css \[Line: 2, Col: \d+\] /
    ],
    ['a file no component may hold', { 'card.txt': 'hello' }, /^card lwc\/card\/card\.txt .*JavaScript, HTML, CSS/],
    [
      'an unknown element in its meta file',
      { 'card.js-meta.xml': meta.replace('<isExposed>', '<surprise>1</surprise>\n    <isExposed>') },
      /^card lwc\/card\/card\.js-meta\.xml \[Line: 4, Col: 5\] .*surprise/
    ],
    [
      'an import of a component that is not there',
      { 'card.js': `import { x } from 'c/ghost';\n${script}` },
      /^card lwc\/card\/card\.js \[Line: 1, Col: 20\] There is no Lightning web component named ghost/
    ],
    [
      'a tag of a component that is not there',
      { 'card.html': '<template>\n  <c-big-ghost></c-big-ghost>\n</template>' },
      /^card lwc\/card\/card\.html \[Line: 2, Col: 4\] There is no Lightning web component named bigGhost/
    ],
    [
      'an import of a label that is not there',
      { 'card.js': `import text from '@salesforce/label/c.ghost';\n${script}` },
      /There is no custom label named ghost/
    ],
    [
      'an import of Apex that is not there',
      { 'card.js': `import go from '@salesforce/apex/Ghost.go';\n${script}` },
      /There is no Apex method Ghost\.go that is annotated with @AuraEnabled/
    ],
    [
      'an import of a field that is not there',
      { 'card.js': `import field from '@salesforce/schema/Case.Ghost__c';\n${script}` },
      /There is no field Ghost__c on Case/
    ],
    [
      'an import of a platform module that is not there',
      { 'card.js': `${script}\nimport x from 'lightning/ghost';` },
      /^card lwc\/card\/card\.js \[Line: 6, Col: 16\] .*lightning\/ghost/
    ],
    [
      'what it hands on from a platform module that is not there',
      { 'card.js': `${script}\nexport { x } from 'lightning/ghost';` },
      /^card lwc\/card\/card\.js \[Line: 6, Col: 20\] .*lightning\/ghost/
    ],
    [
      'a tag of a base component that is not there',
      { 'card.html': '<template>\n  <lightning-ghost></lightning-ghost>\n</template>' },
      /^card lwc\/card\/card\.html \[Line: 2, Col: 4\] .*lightning\/ghost/
    ]
  ])('with %s is refused', async (_name, files, problem) => {
    expect(await problemsOf(files)).toEqual([expect.stringMatching(problem)]);
  });

  test('may import what is there, and mention in a comment what is not', async () => {
    const imports = ['@salesforce/schema/Case.Contact.Name', '@salesforce/user/Id', 'lightning/navigation', 'c/card']
      .map((name, index) => `import * as x${String(index)} from '${name}';`)
      .join('\n');
    expect(await problemsOf({ 'card.js': `${imports}\n/*\nimport x from 'nowhere';\n*/\n${script}` })).toEqual([]);
  });

  test('that another one uses cannot go', async () => {
    const org = testOrg();
    await deployCard(org, {});
    const user = {
      'lwc/list/list.js': script.replaceAll('Card', 'List'),
      'lwc/list/list.html': '<template><c-card></c-card></template>',
      'lwc/list/list.js-meta.xml': meta
    };
    expect((await deployTexts(org, { LightningComponentBundle: ['list'] }, user)).status).toBe('Succeeded');
    const gone =
      '<Package><types><members>card</members><name>LightningComponentBundle</name></types><version>65.0</version></Package>';
    const result = await deployTexts(org, {}, { 'destructiveChanges.xml': gone });
    expect(result.details.componentFailures).toMatchObject([{ fullName: 'list', fileName: 'lwc/list/list.html' }]);
    expect(org.schema.bundles.has('card')).toBe(true);
  });
});
