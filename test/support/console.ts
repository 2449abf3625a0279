import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import type { Connection } from 'jsforce';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { AxeBuilder } from '@axe-core/playwright';
import { launchBrowser } from '../../local-org/tests/support/browser.ts';
import { connectLocal } from '../../scripts/lib/connection.ts';
import { faultsOf } from '../../scripts/local/deployReport.ts';
import { sendPackage } from '../../scripts/local/sendPackage.ts';
import { packageOf } from '../../scripts/local/smallPackage.ts';

export const english = 'mira.zefirska@zbik.example';
export const polish = 'kalina.szyszkowna@zbik.example';
export const withoutRights = 'jagoda.nowa@zbik.example';

/** Shorter than a test's time in ms, so that what never came is named. */
const PATIENCE = 25_000;

/** The running org with a browser and an admin's connection, for the tests of one file. */
export class Console {
  #browser: Browser | undefined;
  #connection: Connection | undefined;
  readonly #windows = new Map<string, Promise<Page>>();
  /** Those of the test that runs. */
  readonly #passing = new Set<BrowserContext>();

  async begin(): Promise<void> {
    this.#browser = await launchBrowser();
    this.#connection = await connectLocal(inject('orgFolder'));
  }

  /** Closes the windows that a test opened for itself: an open page asks the org again and again. */
  async endTest(): Promise<void> {
    const contexts = [...this.#passing];
    this.#passing.clear();
    await Promise.all(contexts.map((context) => context.close()));
  }

  async end(): Promise<void> {
    await this.#browser?.close();
  }

  /** jsforce as the admin. */
  get connection(): Connection {
    return this.#connection ?? notBegun();
  }

  /**
   * A window of its own until the test ends, in which that user has signed in. It does not load again after a deploy: other tests
   * deploy to the same org meanwhile, and a page that reloads loses the menu that is open.
   */
  async signIn(username: string): Promise<Page> {
    const page = await this.#newWindow(username);
    this.#passing.add(page.context());
    return page;
  }

  async #newWindow(username: string): Promise<Page> {
    const context = await (this.#browser ?? notBegun()).newContext({ viewport: { width: 1366, height: 768 } });
    context.setDefaultTimeout(PATIENCE);
    await context.addInitScript(() => {
      Object.assign(window, {
        EventSource: class extends EventSource {
          constructor(address: string) {
            super(address);
            this.addEventListener('deploy', (event) => event.stopImmediatePropagation());
          }
        }
      });
    });
    const page = await context.newPage();
    await page.goto(inject('orgUrl'));
    if (username !== english) {
      await page.evaluate(async (name) => {
        const answer = await fetch('/console/api/switch-user', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ username: name })
        });
        if (!answer.ok) throw new Error(await answer.text());
      }, username);
    }
    return page;
  }

  /** The one window of a user for all tests of the file: a page is loaded once, then tab follows tab as in a day of work. */
  windowOf(username: string): Promise<Page> {
    const window = this.#windows.get(username) ?? this.#load(username);
    this.#windows.set(username, window);
    return window;
  }

  /** The page was loaded for the user of before; who has signed in sees it anew. */
  async #load(username: string): Promise<Page> {
    const page = await this.#newWindow(username);
    await page.reload();
    return page;
  }

  /** Opens a record in a tab of a window that is loaded already. */
  async openTab(page: Page, object: string, recordId: string): Promise<void> {
    await page.evaluate((path) => {
      history.pushState({}, '', path);
      window.dispatchEvent(new PopStateEvent('popstate'));
    }, `/lightning/r/${object}/${recordId}/view`);
    const shown = () => timeline(page).evaluate((element) => String(Reflect.get(element, 'recordId')));
    await expect.poll(shown).toBe(recordId);
  }

  /** Opens a record's page. */
  async open(page: Page, object: string, recordId: string): Promise<void> {
    await page.goto(new URL(`/lightning/r/${object}/${recordId}/view`, inject('orgUrl')).href);
  }

  /** The only row of a query. */
  async one<T extends Record<string, unknown>>(soql: string): Promise<T> {
    const { records } = await this.connection.query<T>(soql);
    const [record] = records;
    if (record === undefined) throw new Error(`No row: ${soql}`);
    return record;
  }

  /** Deploys a few components, named by type. @throws Error with the faults */
  async deploy(
    members: Readonly<Record<string, readonly string[]>>,
    files: Readonly<Record<string, string>>
  ): Promise<void> {
    const { instanceUrl, accessToken } = this.connection;
    const result = await sendPackage({ instanceUrl, accessToken }, packageOf(members, files));
    if (!result.success) throw new Error(faultsOf(result).join('\n'));
  }

  async count(soql: string): Promise<number> {
    return (await this.connection.query(soql)).totalSize;
  }
}

/** Gives the tests of a file their console. */
export function useConsole(): Console {
  const console = new Console();
  beforeAll(() => console.begin());
  afterEach(() => console.endTest());
  afterAll(() => console.end());
  return console;
}

function notBegun(): never {
  throw new Error('The console is used before its tests begin');
}

/** What axe finds wrong on a page: rule and place. */
export async function violations(page: Page): Promise<string[]> {
  const result = await new AxeBuilder({ page }).analyze();
  return result.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

/** The visible timeline of a page, or the nth of several. */
export function timeline(page: Page, nth = 0): Locator {
  return page.locator('c-yeti-timeline:visible').nth(nth);
}

/** The rows of a timeline. */
export function rows(within: Locator): Locator {
  return within.getByRole('article');
}
