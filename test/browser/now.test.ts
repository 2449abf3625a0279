import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { english, polish, useConsole, violations, type Console } from '../support/console.ts';
import { countAnswers, scoreOf, shiftsOf, watchShifts } from '../support/pageLoad.ts';
import { StoryPage } from '../support/story.ts';

const org = useConsole();

const DAY = 86_400_000;
/** Several pages are opened in one story. */
const LONG = 90_000;
let customers = 0;

interface Customer {
  readonly caseId: string;
  readonly contactId: string;
  /** Words of the message that waits for an answer. */
  readonly message: string;
}

/** A customer of the test's own, so that the stories stay as they are: a lost call, then a chat that nobody answered. */
async function customerOf(console: Console): Promise<Customer> {
  const number = String(++customers);
  const name = `Jarzębina ${number} ${String(Date.now())}`;
  const message = `Where is parcel ${number}?`;
  const create = async (object: string, fields: Record<string, unknown>): Promise<string> =>
    String((await console.connection.sobject(object).create(fields)).id);
  const contactId = await create('Contact', { LastName: name, Email: `jarzebina${String(Date.now())}@example.com` });
  const caseId = await create('Case', { ContactId: contactId, Subject: message, Origin: 'Chat', Status: 'New' });
  const shared = { Contact__c: contactId, Case__c: caseId, Direction__c: 'Inbound' };
  await create('Yeti_Interaction__c', {
    ...shared,
    Channel__c: 'Phone',
    Occurred_At__c: new Date(Date.now() - DAY).toISOString(),
    Outcome__c: 'Abandoned',
    Subject__c: 'Hung up'
  });
  await create('Yeti_Interaction__c', {
    ...shared,
    Channel__c: 'Chat',
    Occurred_At__c: new Date(Date.now() - 600_000).toISOString(),
    Handle__c: `jarzebina-${number}`,
    Subject__c: 'Parcel',
    Body__c: message
  });
  return { caseId, contactId, message };
}

/** Opens the case of a customer as an agent; waits until it can be worked with. */
async function openCase({ caseId }: Customer, username = english): Promise<StoryPage> {
  const page = await org.signIn(username);
  const story = new StoryPage(org, page);
  await org.open(page, 'Case', caseId);
  await story.now.locator('[data-ready]').waitFor();
  return story;
}

/** Goes to another page of the console without loading it anew, as a tab does. */
async function switchTo(page: Page, path: string): Promise<void> {
  await page.evaluate((address) => {
    history.pushState({}, '', address);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }, path);
}

describe('an answer in place', () => {
  it(
    'is kept while it is a draft, sent by keyboard, and stands in the thread',
    async () => {
      const customer = await customerOf(org);
      const story = await openCase(customer);
      const { page, now } = story;
      const text = now.locator('c-yeti-reply textarea');
      expect(await now.innerText()).toContain(customer.message);
      expect(await now.innerText()).toContain('Our turn');
      await text.fill('It leaves tomorrow.');

      await switchTo(page, '/lightning/o/Case/list');
      await text.waitFor({ state: 'hidden' });
      await page.goBack();
      await expect.poll(() => text.inputValue()).toBe('It leaves tomorrow.');
      await page.reload();
      await now.locator('[data-ready]').waitFor();
      await expect.poll(() => text.inputValue()).toBe('It leaves tomorrow.');

      await text.press('Control+Enter');
      await now.getByText("Customer's turn").waitFor();
      expect(await text.inputValue()).toBe('');
      await story.row('It leaves tomorrow.').getByText('Recorded, not sent').waitFor();
    },
    LONG
  );

  it(
    'by e-mail is written in the composer and stands in the thread',
    async () => {
      const customer = await customerOf(org);
      const story = await openCase(customer);
      const { page, now } = story;
      await now.locator('[data-channels] button').click();
      await now.getByRole('menuitem', { name: 'Email' }).click();
      await now.locator('c-yeti-reply textarea').fill('Please see below.');
      await now.getByRole('button', { name: 'Write e-mail' }).click();
      const composer = page.locator('shell-email-composer');
      expect(await composer.locator('[data-name=to] input').inputValue()).toContain('jarzebina');
      await composer.locator('[data-name=subject] input').fill('About your parcel');
      await composer.getByRole('button', { name: 'Send' }).click();
      await story.row('About your parcel').waitFor();
      await now.getByText("Customer's turn").waitFor();
    },
    LONG
  );

  it('to an offer he unsubscribed from is blocked, to his question it is not', async () => {
    const { now } = await StoryPage.open(org, english, 'tadeusz-watch');
    const line = now.locator('c-yeti-outbound-line');
    expect(await line.locator('[data-problem]').count()).toBe(0);
    await now.locator('[data-purposes] button').click();
    await now.getByRole('menuitem', { name: 'Marketing' }).click();
    await line.locator('[data-problem]').getByText('Unsubscribed from the newsletter').waitFor();
    expect(await now.locator('[data-send] button').isDisabled()).toBe(true);
  });
});

describe('what happened beside the computer', () => {
  it(
    'a call settles the callback, and the form names every field',
    async () => {
      const customer = await customerOf(org);
      const { page, now } = await openCase(customer);
      await now.locator('[data-callback]').getByRole('button', { name: 'Log the call' }).click();
      const form = now.locator('c-yeti-log');
      await form.getByLabel('What happened').fill('Told her that it leaves tomorrow.');
      expect(await violations(page)).toEqual([]);
      await form.getByRole('button', { name: 'Save' }).click();
      await form.waitFor({ state: 'detached' });
      await now.locator('[data-callback]').waitFor({ state: 'detached' });
      await now.getByText("Customer's turn").waitFor();
    },
    LONG
  );

  it(
    'a call is refused before it is made: the form says who forbade it and when, in the language of who looks',
    async () => {
      const { now } = await StoryPage.open(org, polish, 'ludmila-bag');
      await now.locator('[data-log] button').click();
      await now.getByRole('menuitem').first().click();
      const form = now.locator('c-yeti-log');
      await form.getByText('Godzina').waitFor();
      await form.getByText('My', { exact: true }).click();
      await form
        .locator('[data-problem]')
        .getByText(/Registration: “I do not hear”/)
        .waitFor();
      expect(await form.locator('[data-problem]').innerText()).toMatch(/\d{4}/);
      expect(await form.locator('[data-save] button').isDisabled()).toBe(true);
    },
    LONG
  );
});

describe('a promise', () => {
  it(
    'is added, kept and opened again; overdue it is on the case and on the list',
    async () => {
      const customer = await customerOf(org);
      const { page, now, promises } = await openCase(customer);
      await promises.getByRole('button', { name: 'Add' }).click();
      await promises.locator('[data-what] input').fill('Send the parcel');
      const soon = new Date(Date.now() + 3 * DAY).toLocaleDateString('en-US', { dateStyle: 'medium' });
      await promises.getByLabel('Date').first().fill(soon);
      await promises.getByLabel('Time').first().fill('10:00 AM');
      await promises.getByLabel('Time').first().press('Tab');
      await promises.getByRole('button', { name: 'Save' }).click();
      const named = now.locator('[data-promise]').getByText('Send the parcel');
      await named.waitFor();
      await promises.getByRole('button', { name: 'Kept: Send the parcel' }).click();
      await named.waitFor({ state: 'detached' });
      await promises.getByRole('button', { name: 'Undo: Send the parcel' }).click();
      await named.waitFor();

      const { Id } = await org.one<{ Id: string }>(
        `SELECT Id FROM Yeti_Promise__c WHERE Case__c = '${customer.caseId}'`
      );
      await org.connection
        .sobject('Yeti_Promise__c')
        .update({ Id, Due_At__c: new Date(Date.now() - DAY).toISOString() });
      await page.reload();
      await now.locator('[data-promise] lightning-icon').waitFor();
      expect(await now.locator('[data-promise]').innerText()).toContain('Overdue');
      await promises.locator('[data-overdue]').waitFor();
      await page.goto(new URL('/lightning/o/Case/list?filterName=Yeti_Overdue', inject('orgUrl')).href);
      await page.getByText(customer.message).first().waitFor();
    },
    LONG
  );
});

describe('the case page', () => {
  it(
    'asks the server eight times at most until it can be worked with, and moves nothing',
    async () => {
      const { Id } = await org.one<{ Id: string }>("SELECT Id FROM Case WHERE Sample_Key__c = 'marek-refund'");
      const first = await org.signIn(english);
      for (const warm of [false, true]) {
        const page = await first.context().newPage();
        const answers = await countAnswers(page);
        await watchShifts(page);
        await org.open(page, 'Case', Id);
        await page.locator('c-yeti-now [data-ready]').waitFor();
        if (warm) expect(answers()).toBeLessThanOrEqual(8);
        await page.waitForLoadState('networkidle');
        const shifts = await shiftsOf(page);
        expect(scoreOf(shifts), JSON.stringify(shifts)).toBeLessThanOrEqual(0.02);
        await page.close();
      }
    },
    LONG
  );
});
