import { beforeAll, expect, inject, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { useConsole, violations } from '../support/console.ts';

const org = useConsole();
const admin = 'zenon.kosodrzew@zbik.example';
const stamp = String(Date.now());
const polishAdmin = `zebra.${stamp}@zbik.example`;
const name = `Zebra ${stamp}`;
let caseNumber = '';
let activeBefore = 0;

beforeAll(async () => {
  const { id } = await org.connection.sobject('Case').create({ Subject: `A zebra ${stamp}`, Origin: 'Web' });
  ({ CaseNumber: caseNumber } = await org.one<{ CaseNumber: string }>(
    `SELECT CaseNumber FROM Case WHERE Id = '${String(id)}'`
  ));
  activeBefore = await activeVersion();
  const { ProfileId } = await org.one<{ ProfileId: string }>(`SELECT ProfileId FROM User WHERE Username = '${admin}'`);
  const user = await org.connection.sobject('User').create({
    Username: polishAdmin,
    IsActive: true,
    LastName: 'Zebra',
    Alias: 'zebra',
    Email: polishAdmin,
    ProfileId,
    LanguageLocaleKey: 'pl',
    LocaleSidKey: 'pl_PL',
    TimeZoneSidKey: 'Europe/Warsaw',
    EmailEncodingKey: 'UTF-8'
  });
  const { Id } = await org.one<{ Id: string }>(`SELECT Id FROM PermissionSet WHERE Name = 'Yeti_Admin'`);
  await org.connection.sobject('PermissionSetAssignment').create({ AssigneeId: user.id, PermissionSetId: Id });
});

async function activeVersion(): Promise<number> {
  const { Version__c } = await org.one<{ Version__c: number }>(
    `SELECT Version__c FROM Yeti_Rule_Set__c WHERE Status__c = 'Active'`
  );
  return Version__c;
}

async function openRules(username: string): Promise<Page> {
  const page = await org.windowOf(username);
  await page.goto(new URL('/lightning/n/Yeti_Routing_Rules', inject('orgUrl')).href);
  await ruleRow(page, 1).waitFor();
  return page;
}

const ruleRow = (page: Page, position: number): Locator =>
  page.locator(`c-yeti-rule-list [role="row"][aria-rowindex="${String(position + 1)}"]`);

const show = (page: Page, panel: string): Promise<void> =>
  page.locator(`c-yeti-rule-tabs [data-name="${panel}"]`).click();

/** The position of the row that has the focus, however deep. */
const focusedPosition = (page: Page): Promise<number> =>
  page.evaluate(() => {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    return Number(focused?.getAttribute('aria-rowindex')) - 1;
  });

it('an admin writes a rule, tries it on a case, activates the version and rolls back', async () => {
  const page = await openRules(admin);
  await show(page, 'versions');
  await page
    .locator(`[data-version="v${String(activeBefore)}"]`)
    .getByRole('button', { name: /^Open/ })
    .click();
  await page.locator('c-yeti-rule-header').getByText('1 change').waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'Add rule' }).click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  const condition = page.locator('c-yeti-rule-comparison');
  await condition.getByRole('combobox', { name: 'Field' }).fill('subject');
  await page.keyboard.press('Enter');
  await condition.getByLabel('Operator').selectOption('contains');
  await condition.getByLabel('Value', { exact: true }).fill('zebra');
  await page.getByLabel('Priority').fill('4');
  await page.locator('[data-save]').getByText('Saved').waitFor();
  const header = page.locator('c-yeti-rule-header');
  await header.getByText('1 change').waitFor();
  expect(await violations(page)).toEqual([]);

  await show(page, 'try');
  await page.getByLabel('Case number').fill(String(Number(caseNumber)));
  await page.keyboard.press('Enter');
  await page.locator('[data-matched]').getByText(name).waitFor();
  expect(await page.locator('[data-needs]').innerText()).toContain('priority');
  expect(await page.locator('[data-others]').innerText()).toContain('the case has:');
  expect(await violations(page)).toEqual([]);

  await show(page, 'activate');
  await page.getByLabel('Note: what changes and why').fill('Zebras first');
  await page.locator('[data-activate] button').click();
  await page.locator('[data-done]').getByText('decides from now on').waitFor();
  const activated = await activeVersion();
  expect(activated).toBeGreaterThan(activeBefore);

  await show(page, 'versions');
  await page.getByRole('button', { name: `Roll back to v${String(activeBefore)}` }).click();
  await page.locator('[data-confirm] button').click();
  await header.getByText(`v${String(activeBefore)} active`).waitFor();
  expect(await activeVersion()).toBe(activeBefore);
});

it('rules are moved with the keyboard: the focus stays, it is said, and undone', async () => {
  const page = await openRules(admin);
  const label = await ruleRow(page, 2).locator('.name').innerText();
  await ruleRow(page, 2).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => ruleRow(page, 1).locator('.name').innerText()).toBe(label);
  expect(await focusedPosition(page)).toBe(1);
  await expect.poll(() => page.locator('[data-announcement]').first().innerText()).toContain(`${label} is now 1 of`);
  await page.keyboard.press('Control+z');
  await expect.poll(() => ruleRow(page, 2).locator('.name').innerText()).toBe(label);
});

it('the page speaks Polish, and what has faults cannot be activated', async () => {
  const page = await openRules(polishAdmin);
  const side = page.locator('.side');
  await page.getByRole('heading', { name: 'Reguły kierowania' }).waitFor();
  await page.getByRole('button', { name: 'Dodaj regułę' }).click();
  await side.getByText('Wybierz pole.').waitFor();
  await page.locator('[data-save]').getByText('Nie zapisano').waitFor();
  await show(page, 'activate');
  await side.locator('[data-blocked]').waitFor();
  expect(await page.locator('[data-activate] button').isDisabled()).toBe(true);
  expect(await violations(page)).toEqual([]);
});
