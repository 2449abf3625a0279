import { inject } from 'vitest';
import type { Page } from 'playwright-core';
import type { Console } from './console.ts';
import { ruleRow } from './rules.ts';

/** The sample company's admin. */
export const admin = 'zenon.kosodrzew@zbik.example';

/** Opens the page of routing rules as that user. */
export async function openRules(org: Console, username: string): Promise<Page> {
  const page = await org.windowOf(username);
  await page.goto(new URL('/lightning/n/Yeti_Routing_Rules', inject('orgUrl')).href);
  await ruleRow(page, 1).waitFor();
  return page;
}

/** Shows a panel beside the rules. */
export async function show(page: Page, panel: string): Promise<void> {
  await page.locator(`c-yeti-rule-tabs [data-name="${panel}"]`).click();
}

/** Opens a version in place of the one that is open, unless it is. */
export async function openVersion(page: Page, version: number): Promise<void> {
  await show(page, 'versions');
  const row = page.locator(`[data-version="v${String(version)}"]`);
  await row.waitFor();
  if ((await row.locator('[data-open]').count()) === 0) return;
  await row.locator('[data-open]').click();
  await row.locator('[data-open]').waitFor({ state: 'detached' });
}

/** One more admin, who reads Polish. */
export async function createPolishAdmin(org: Console, username: string): Promise<void> {
  const { ProfileId } = await org.one<{ ProfileId: string }>(`SELECT ProfileId FROM User WHERE Username = '${admin}'`);
  const user = await org.connection.sobject('User').create({
    Username: username,
    IsActive: true,
    LastName: 'Zebra',
    Alias: 'zebra',
    Email: username,
    ProfileId,
    LanguageLocaleKey: 'pl',
    LocaleSidKey: 'pl_PL',
    TimeZoneSidKey: 'Europe/Warsaw',
    EmailEncodingKey: 'UTF-8'
  });
  const { Id } = await org.one<{ Id: string }>(`SELECT Id FROM PermissionSet WHERE Name = 'Yeti_Admin'`);
  await org.connection.sobject('PermissionSetAssignment').create({ AssigneeId: user.id, PermissionSetId: Id });
}
