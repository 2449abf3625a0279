import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { compileBundle, type ComponentReferences } from '../../src/console/index.ts';
import { BundleCompiler } from '../../src/console/build/compiler.ts';
import { bundleOf } from './fakeOrg.ts';

const CLASS = `import { LightningElement } from 'lwc';\nexport default class Thing extends LightningElement {}`;

function compile(files: Readonly<Record<string, string>>, references?: ComponentReferences) {
  return compileBundle(bundleOf('thing', files), references);
}

function withImport(line: string): Readonly<Record<string, string>> {
  return {
    'thing.js': `import { LightningElement } from 'lwc';\n${line}\nexport default class Thing extends LightningElement {}`
  };
}

const NOTHING: ComponentReferences = {
  bundle: () => false,
  label: () => false,
  apexMethod: () => false,
  schema: (object, field) => object === 'Thing__c' && field !== 'Gone__c',
  customPermission: () => false,
  staticResource: () => false,
  messageChannel: () => false
};

describe('a bundle that compiles', () => {
  it('becomes one module that leaves engine, base components and other bundles to the browser', async () => {
    const compiled = await compile({
      'thing.js': `import { LightningElement } from 'lwc';\nimport { size } from './parts/size';\nexport default class Thing extends LightningElement { size = size; }`,
      'parts/size.js': 'export const size = 42;',
      'thing.html':
        '<template><lightning-button label={size}></lightning-button><c-other-thing></c-other-thing></template>',
      'thing.css': ':host { color: red; }'
    });
    const code = 'code' in compiled ? compiled.code : '';
    expect(code).toContain(`from 'lwc'`);
    expect(code).toContain(`from 'lightning/button'`);
    expect(code).toContain(`from 'c/otherThing'`);
    expect(code).toContain('const size = 42');
    expect(code).toContain('color: red');
  });

  it('may be written in TypeScript, or be only a style sheet', async () => {
    const typed = await compile({
      'thing.ts': `import { LightningElement, api } from 'lwc';\nexport default class Thing extends LightningElement { @api size: number | undefined; }`
    });
    expect('code' in typed && typed.code).toContain('publicProps');
    const styles = await compile({ 'thing.css': '.thing { color: red; }' });
    expect('code' in styles && styles.code).toContain('.thing');
  });

  it('gets values of the org in place of platform imports', async () => {
    const compiled = await compile(
      withImport(
        `import a from '@salesforce/apex/Things.read'; import b from '@salesforce/schema/Thing__c.Parent__r.Name'; import c from '@salesforce/resourceUrl/Words'; console.log(a, b, c);`
      )
    );
    const code = 'code' in compiled ? compiled.code : '';
    expect(code).toContain('apexMethod("Things", "read")');
    expect(code).toContain('{"fieldApiName":"Parent__r.Name","objectApiName":"Thing__c"}');
    expect(code).toContain('"/resource/Words"');
  });
});

describe('a bundle that does not compile says where', () => {
  it.each([
    ['a fault in JavaScript', { 'thing.js': `${CLASS}\nconst size = ;` }, 'thing.js', 3, /Unexpected token/],
    [
      'a fault in a template',
      { 'thing.js': CLASS, 'thing.html': '<template>\n  <p if:true={}></p>\n</template>' },
      'thing.html',
      2,
      /LWC\d+/
    ],
    [
      'a fault in a style sheet',
      { 'thing.js': CLASS, 'thing.html': '<template></template>', 'thing.css': '.a {\n color: red;\n' },
      'thing.css',
      1,
      /Unclosed block/
    ],
    [
      'an unknown module',
      withImport(`import id from '@salesforce/community/Id';`),
      'thing.js',
      2,
      /does not support the module @salesforce\/community\/Id/
    ],
    [
      'an unknown base component',
      { 'thing.js': CLASS, 'thing.html': '<template>\n<lightning-nothing></lightning-nothing></template>' },
      'thing.html',
      2,
      /lightning\/nothing/
    ],
    [
      'a name that a platform module lacks',
      withImport(`import { getNothing } from 'lightning/uiRecordApi'; console.log(getNothing);`),
      'thing.js',
      2,
      /getNothing of lightning\/uiRecordApi/
    ],
    ['a missing file', withImport(`import './gone';`), 'thing.js', 2, /There is no file .\/gone/],
    [
      'a missing name in its own file',
      { ...withImport(`import { b } from './parts'; console.log(b);`), 'parts.js': 'export const a = 1;' },
      'thing.js',
      2,
      /"b" is not exported/
    ]
  ])('%s', async (_name, files, file, line, message) => {
    const compiled = await compile(files);
    expect(compiled).toMatchObject({
      problems: [{ file: `lwc/thing/${file}`, line, message: expect.stringMatching(message) }]
    });
  });

  it('when what it refers to is not deployed', async () => {
    const lines = [
      `import a from '@salesforce/label/c.Gone';`,
      `import b from '@salesforce/apex/Gone.read';`,
      `import c from '@salesforce/schema/Thing__c.Gone__c';`,
      `import d from '@salesforce/customPermission/Gone';`,
      `import e from '@salesforce/resourceUrl/Gone';`,
      `import f from '@salesforce/messageChannel/Gone__c';`,
      `import g from 'c/gone';`,
      `import h from '@salesforce/schema/Thing__c.Size__c'; console.log(a, b, c, d, e, f, g, h);`
    ];
    const compiled = await compile(withImport(lines.join('\n')), NOTHING);
    const problems = 'problems' in compiled ? compiled.problems : [];
    expect(problems.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7, 8]);
    expect(problems.every(({ message }) => /no .*gone/i.test(message))).toBe(true);
  });

  it('when the main file is missing', async () => {
    expect(await compile({ 'other.js': CLASS })).toMatchObject({
      problems: [{ message: expect.stringContaining('thing.js') }]
    });
  });
});

describe('the compiler of the server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bundles-'));
  const compiler = new BundleCompiler(folder);
  afterAll(() => {
    compiler.close();
    rmSync(folder, { recursive: true });
  });

  it('keeps what it compiled by content, and nothing of what failed', async () => {
    const good = bundleOf('thing', { 'thing.js': CLASS });
    const [first, again] = await Promise.all([compiler.compile(good), compiler.compile(good)]);
    expect(first).toEqual(again);
    expect(readdirSync(folder)).toHaveLength(1);
    expect(await compiler.compile(bundleOf('thing', { 'thing.js': 'let ;' }))).toHaveProperty('problems');
    expect(readdirSync(folder)).toHaveLength(1);
    expect(await new BundleCompiler(folder).compile(good)).toEqual(first);
  }, 60_000);
});
