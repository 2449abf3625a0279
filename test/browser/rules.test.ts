import { beforeAll, expect, it, onTestFinished } from 'vitest';
import type { Page } from 'playwright-core';
import type { RuleSet } from '../../force-app/routing/lwc/yetiRuleSet/types.ts';
import { push } from '../../scripts/rules/api/save.ts';
import type { Version } from '../../scripts/rules/api/versions.ts';
import { useConsole, violations } from '../support/console.ts';
import { admin, createPolishAdmin, openRules, openVersion, show } from '../support/ruleBuilder.ts';
import { manyRules, ruleRow } from '../support/rules.ts';

const org = useConsole();
const stamp = String(Date.now());
const polishAdmin = `zebra.${stamp}@zbik.example`;
const name = `Zebra ${stamp}`;
/** What is seen of 1,000 rules, and a few more. */
const mostRows = 45;
let caseNumber = '';
let activeBefore = 0;

beforeAll(async () => {
  const { id } = await org.connection.sobject('Case').create({ Subject: `A zebra ${stamp}`, Origin: 'Web' });
  ({ CaseNumber: caseNumber } = await org.one<{ CaseNumber: string }>(
    `SELECT CaseNumber FROM Case WHERE Id = '${String(id)}'`
  ));
  activeBefore = await activeVersion();
  await createPolishAdmin(org, polishAdmin);
});

/** Puts a rule set into the org as a draft, for one test. */
async function draftOf(rules: RuleSet): Promise<Version> {
  const draft = await push(org.connection, rules);
  onTestFinished(async () => {
    await activate(activeBefore);
    await org.connection.sobject('Yeti_Rule_Set__c').destroy(draft.id);
  });
  return draft;
}

async function activate(version: number): Promise<void> {
  const [id = ''] = await versionIds(`Version__c = ${String(version)}`);
  await org.connection.sobject('Yeti_Rule_Set__c').update({ Id: id, Status__c: 'Active' });
}

async function activeVersion(): Promise<number> {
  const { Version__c } = await org.one<{ Version__c: number }>(
    `SELECT Version__c FROM Yeti_Rule_Set__c WHERE Status__c = 'Active'`
  );
  return Version__c;
}

/** The versions' ids, by what the query says of them. */
async function versionIds(condition: string): Promise<readonly string[]> {
  const { records } = await org.connection.query<{ Id: string }>(
    `SELECT Id FROM Yeti_Rule_Set__c WHERE ${condition} ORDER BY Version__c`
  );
  return records.map(({ Id }) => Id);
}

/** The position of the row that has the focus, however deep. */
const focusedPosition = (page: Page): Promise<number> =>
  page.evaluate(() => {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    return Number(focused?.getAttribute('aria-rowindex')) - 1;
  });

it('an admin writes a rule, tries it on a case, activates the version and rolls back', async () => {
  const page = await openRules(org, admin);
  await openVersion(page, activeBefore);

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
}, 60_000);

it('rules are moved with the keyboard: the focus stays, it is said, and undone', async () => {
  const page = await openRules(org, admin);
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
  const page = await openRules(org, polishAdmin);
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

it('of two admins who activate at once one wins, and the other reads why not', async () => {
  const drafts = [await draftOf(manyRules(2)), await draftOf(manyRules(3))];
  const [mine, theirs] = await Promise.all([admin, polishAdmin].map((username) => openRules(org, username)));
  if (!mine || !theirs) throw new Error('Two windows are needed');
  const windows = [mine, theirs];
  for (const [index, page] of windows.entries()) {
    await openVersion(page, drafts[index]?.version ?? 0);
    await show(page, 'activate');
  }
  await Promise.all(windows.map((page) => page.locator('[data-activate] button').click()));
  const outcome = (page: Page) => page.locator('c-yeti-rule-activate').locator('[data-done], [data-problem]');
  const said = async (): Promise<string> =>
    (await Promise.all(windows.map(async (page) => (await outcome(page).allInnerTexts()).join('')))).sort().join('\n');

  await expect.poll(said).toMatch(/decides from now on|Od teraz decyduje/);
  await expect.poll(said).toMatch(/Somebody else has just activated|Ktoś inny właśnie aktywował/);
  const active = await versionIds(`Status__c = 'Active'`);
  expect(active).toHaveLength(1);
  expect(drafts.map(({ id }) => id)).toContain(active[0]);
  expect(await versionIds(`Status__c = 'Draft' AND Name IN ('2 rules', '3 rules')`)).toHaveLength(1);
});

it('of two admins in one draft the slower one overwrites nothing unseen', async () => {
  await draftOf(manyRules(4));
  const [first, second] = await Promise.all([admin, polishAdmin].map((username) => openRules(org, username)));
  if (!first || !second) throw new Error('Two windows are needed');
  for (const page of [first, second]) {
    await ruleRow(page, 4).waitFor();
    await ruleRow(page, 2).dblclick();
  }
  await first.getByLabel('Name', { exact: true }).fill('Mine');
  await first.locator('[data-save]').getByText('Saved').waitFor();
  await second.getByLabel('Nazwa', { exact: true }).fill('Theirs');
  await second.locator('[data-save]').getByText('Zenon Kosodrzew').waitFor();

  expect(await violations(second)).toEqual([]);
  await second.reload();
  await second.locator('[data-save]').getByText('Zenon Kosodrzew').waitFor();
  expect(await ruleRow(second, 2).locator('.name').innerText()).toBe('Theirs');
  await second.locator('[data-event="theirs"]').click();
  await expect.poll(() => ruleRow(second, 2).locator('.name').innerText()).toBe('Mine');
  await second.keyboard.press('Control+z');
  await expect.poll(() => ruleRow(second, 2).locator('.name').innerText()).toBe('Theirs');
  await second.close();
});

it('has only the rows that are seen, of a thousand rules', async () => {
  await draftOf(manyRules(1000));
  const page = await openRules(org, admin);
  const rows = page.locator('c-yeti-rule-list [role="row"]');
  expect(await rows.count()).toBeLessThan(mostRows);
  await ruleRow(page, 1).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  await ruleRow(page, 1000).waitFor();
  expect(await rows.count()).toBeLessThan(mostRows);
  await page.getByLabel('Find a rule').fill('rule 99');
  await expect.poll(() => rows.count()).toBe(21);
});
