import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { buildVendor } from '../../src/console/index.ts';
import { buildFolder } from '../support/buildFolder.ts';
import { launchBrowser } from '../support/browser.ts';
import { FakeOmni } from './fakeOmni.ts';
import { fakeOrg, recordId } from './fakeOrg.ts';

let browser: Browser;
const closing: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  await buildVendor(buildFolder);
  browser = await launchBrowser();
}, 180_000);

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

afterAll(() => browser?.close());

async function open(content: { readonly language?: string } = {}, prepare: (omni: FakeOmni) => void = () => undefined) {
  const omni = new FakeOmni();
  prepare(omni);
  const { server } = await fakeOrg(buildFolder, { rows: 5, ...content, omni });
  closing.push(() => server.close());
  const baseURL = await server.listen({ port: 0 });
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, baseURL });
  closing.push(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(12_000);
  await page.goto(`/lightning/o/Thing__c/list`);
  await page.getByRole('link', { name: 'Thing 3', exact: true }).waitFor();
  return { page, omni };
}

const bar = (page: Page, name: string | RegExp) => page.getByRole('contentinfo').getByRole('button', { name });
const panel = (page: Page) => page.getByRole('region', { name: 'Omni-Channel', exact: true });

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

const focused = (page: Page) =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.getAttribute('aria-label') ?? (at?.textContent?.trim() || at?.localName);
  });

it('work comes to who is there, shows itself, is accepted and closed', async () => {
  const { page, omni } = await open();
  await bar(page, 'Omni-Channel (Offline)').click();
  await panel(page).getByText('You are offline: no work comes to you.').waitFor();
  await panel(page).getByRole('button', { name: 'Offline Change your presence' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Available' }).click();
  await panel(page).getByText('Since 10:30 AM').waitFor();
  await bar(page, 'Omni-Channel (Available)').click();
  await expect.poll(() => panel(page).count()).toBe(0);

  omni.assign(7, 20);
  const request = panel(page).getByRole('article', { name: 'Thing 7' });
  await request.getByText('10.5').waitFor();
  await page.getByRole('status').filter({ hasText: 'New work: Thing 7. Accept within' }).waitFor();
  await bar(page, 'Omni-Channel (Available), new work: 1').waitFor();
  await request.getByText(/Waiting 4 min \d+ sec/).waitFor();
  await request.getByText(/Accept within 1\d sec/).waitFor();
  await panel(page).getByText('1 of 5 used').waitFor();
  expect(await violations(page)).toEqual([]);

  await request.getByRole('button', { name: 'Accept Thing 7' }).click();
  await expect.poll(() => page.url()).toContain(recordId(7));
  await expect.poll(() => focused(page)).toBe('main');
  await bar(page, 'Omni-Channel (Available)').click();
  await panel(page).getByRole('link', { name: 'Thing 7' }).waitFor();
  await panel(page).getByText('My Work (1)').waitFor();
  await panel(page).getByRole('button', { name: 'Close work on Thing 7' }).click();
  await panel(page).getByText('No open work.').waitFor();
  omni.assign(8, null);
  await panel(page).getByRole('button', { name: 'Accept Thing 8' }).click();
  await expect.poll(() => page.url()).toContain(recordId(8));
  await page.getByRole('tablist', { name: 'Workspace tabs' }).getByRole('tab', { selected: true }).focus();
  await page.keyboard.press('Delete');
  await expect
    .poll(() => omni.posts)
    .toEqual([
      { address: 'presence', body: { statusId: '0N51' } },
      { address: 'work/0Bz7/accept', body: {} },
      { address: 'work/0Bz7/close', body: {} },
      { address: 'work/0Bz8/accept', body: {} },
      { address: 'work/0Bz8/close', body: {} }
    ]);
}, 60_000);

it('work is declined by keyboard with a reason, and a refusal is said', async () => {
  const { page, omni } = await open({}, (prepared) => {
    prepared.declineReasons = [{ id: '0DR1', label: 'Too busy' }];
    prepared.assign(7, null);
    prepared.assign(8, null);
  });
  await bar(page, 'Omni-Channel (Offline), new work: 2').click();
  const decline = panel(page).getByRole('button', { name: 'Decline Thing 7' });
  await decline.focus();
  await page.keyboard.press('Enter');
  // A menu takes the keyboard a moment after it is seen.
  await page.getByRole('menuitem', { name: 'Too busy' }).and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => panel(page).getByRole('article').count()).toBe(1);
  expect(omni.posts).toEqual([{ address: 'work/0Bz7/decline', body: { reason: '0DR1' } }]);
  await expect.poll(() => focused(page)).toBe('Accept Thing 8');

  omni.refusal = 'The work is no longer yours.';
  await page.keyboard.press('Enter');
  await panel(page).getByRole('alert').filter({ hasText: 'The work is no longer yours.' }).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => panel(page).count()).toBe(0);
  await expect.poll(() => focused(page)).toContain('Omni-Channel (Offline), new work: 1');
}, 60_000);

it('work waits in the bar while another utility is open, in the language of the user', async () => {
  const { page, omni } = await open({ language: 'pl' });
  await bar(page, 'Notes').click();
  await page.getByText('Remember').waitFor();
  omni.assign(7, null);
  await bar(page, 'Omni-Channel (Offline), nowa praca: 1').click();
  await panel(page).getByRole('button', { name: 'Odrzuć Thing 7' }).waitFor();
  await panel(page)
    .getByText(/Czeka 4 min \d+ s/)
    .waitFor();
  expect(await page.getByText('Remember').isVisible()).toBe(false);
}, 60_000);

it('nothing shows where the org has no Omni-Channel', async () => {
  const { page } = await open({}, (prepared) => (prepared.enabled = false));
  await bar(page, 'Notes').waitFor();
  expect(await bar(page, /Omni/).count()).toBe(0);
}, 60_000);
