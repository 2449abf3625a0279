import type { Connection } from 'jsforce';
import type { Browser, BrowserContext } from 'playwright-core';
import { launchBrowser } from '../local-org/tests/support/browser.ts';
import { createAll } from '../scripts/lib/ensure.ts';
import { countAnswers, scoreOf, shiftsOf, watchShifts } from '../test/support/pageLoad.ts';
import { atMost, median, type Measurement } from './measurement.ts';

/** Where an agent can start: the customer's words are there, and so is the place to answer. */
const usable = 'c-yeti-now [data-ready]';

/** The case page in a real browser: of a customer with a long history against one with a short one. */
export async function measureCasePage(
  connection: Connection,
  url: string,
  contacts: { readonly busy: string; readonly quiet: string }
): Promise<readonly Measurement[]> {
  const busy = await casePage(connection, url, contacts.busy);
  const quiet = await casePage(connection, url, contacts.quiet);
  const browser = await launchBrowser();
  try {
    const context = await signedIn(browser, url);
    const slow = await median(() => open(context, busy), 9, 3);
    const fast = await median(() => open(context, quiet), 9, 3);
    const { requests, shift } = await look(context, busy);
    return [
      atMost(
        'case page with Now panel usable, customer with 50000 interactions ÷ customer with 50',
        slow / fast,
        1.3,
        ''
      ),
      atMost('requests to the server until the case page is usable', requests, 8, ''),
      atMost('layout shift of the case page after first paint (CLS)', shift, 0.02, '')
    ];
  } finally {
    await browser.close();
  }
}

/** A case of the contact. @returns the address of its page */
async function casePage(connection: Connection, url: string, contactId: string): Promise<string> {
  const subject = `Case of ${contactId}`;
  const [caseId] = (
    await createAll(connection, 'Case', [{ Subject: subject, ContactId: contactId }], () => subject)
  ).values();
  if (caseId === undefined) throw new Error(`${subject} was not created`);
  return new URL(`/lightning/r/Case/${caseId}/view`, url).href;
}

/** A browser whose cache is warm. */
async function signedIn(browser: Browser, url: string): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole('navigation').first().waitFor();
  await page.close();
  return context;
}

async function open(context: BrowserContext, address: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(address);
  await page.locator(usable).waitFor();
  await page.close();
}

/** Counts what really reaches the server, not what the browser has kept, and what moves after the first paint. */
async function look(context: BrowserContext, address: string): Promise<{ requests: number; shift: number }> {
  const page = await context.newPage();
  const answers = await countAnswers(page);
  await watchShifts(page);
  await page.goto(address);
  await page.locator(usable).waitFor();
  const untilUsable = answers();
  await page.waitForLoadState('networkidle');
  const shift = scoreOf(await shiftsOf(page));
  await page.close();
  return { requests: untilUsable, shift };
}
