import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { buildVendor } from '../../src/console/index.ts';
import { serveOrg } from '../../src/server.ts';
import type { RunningServer } from '../../src/server.ts';
import { deployTexts } from '../deploy/support.ts';
import { buildFolder } from './buildFolder.ts';
import { launchBrowser } from './browser.ts';
import { testOrg } from './org.ts';
import type { TestOrg } from './org.ts';

/** A component of one script and one template. */
export interface Component {
  readonly js: string;
  readonly html: string;
}

/** A real org behind its console, for the browser tests of one file. */
export class LiveConsole {
  #browser: Browser | undefined;
  #server: RunningServer | undefined;
  #org: TestOrg | undefined;

  async begin(files: Readonly<Record<string, string>>, components: Readonly<Record<string, Component>>): Promise<void> {
    await buildVendor(buildFolder);
    const org = testOrg({ files });
    this.#org = org;
    this.#server = await serveOrg(org, { folder: ':memory:', port: 0, buildFolder });
    const texts = Object.entries(components).flatMap(([name, { js, html }]) => [
      [`lwc/${name}/${name}.js`, js],
      [`lwc/${name}/${name}.html`, html],
      [`lwc/${name}/${name}.js-meta.xml`, meta]
    ]);
    const result = await deployTexts(
      org,
      { LightningComponentBundle: Object.keys(components) },
      Object.fromEntries(texts)
    );
    if (!result.success) throw new Error(JSON.stringify(result));
    this.#browser = await launchBrowser();
  }

  async end(): Promise<void> {
    await this.#browser?.close();
    await this.#server?.close();
  }

  get org(): TestOrg {
    return this.#org ?? notBegun();
  }

  /** A window of its own with that page in front; the admin is signed in. */
  async open(path: string): Promise<Page> {
    const { instanceUrl = '' } = this.#server?.session ?? notBegun();
    const context = await (this.#browser ?? notBegun()).newContext({
      viewport: { width: 1366, height: 768 },
      baseURL: instanceUrl
    });
    const page = await context.newPage();
    page.setDefaultTimeout(12_000);
    await page.goto(`/?retURL=${encodeURIComponent(path)}`);
    return page;
  }
}

/** Gives the tests of a file their console. */
export function useLiveConsole(
  files: Readonly<Record<string, string>>,
  components: Readonly<Record<string, Component>>
): LiveConsole {
  const console = new LiveConsole();
  beforeAll(() => console.begin(files, components), 180_000);
  afterAll(() => console.end());
  return console;
}

const meta = `<?xml version="1.0" encoding="UTF-8"?>
<LightningComponentBundle xmlns="http://soap.sforce.com/2006/04/metadata">
  <apiVersion>65.0</apiVersion><isExposed>true</isExposed>
  <targets><target>lightning__RecordPage</target><target>lightning__Tab</target></targets>
</LightningComponentBundle>`;

function notBegun(): never {
  throw new Error('The console is used before its tests begin');
}
