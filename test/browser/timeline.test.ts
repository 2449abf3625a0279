import { describe, expect, it } from 'vitest';
import { rows, timeline, useConsole } from '../support/console.ts';
import { english, polish, withoutRights } from '../support/console.ts';

const org = useConsole();

interface CaseRow extends Record<string, unknown> {
  Id: string;
  CaseNumber: string;
  ContactId: string;
}

/** The customer with the most complaints, and the newest of the cases. */
async function busiest(): Promise<CaseRow> {
  const { ContactId } = await org.one<{ ContactId: string }>(
    'SELECT ContactId, COUNT(Id) FROM Case WHERE ContactId != null GROUP BY ContactId ORDER BY COUNT(Id) DESC LIMIT 1'
  );
  return org.one<CaseRow>(
    `SELECT Id, CaseNumber, ContactId FROM Case WHERE ContactId = '${ContactId}' ORDER BY CreatedDate DESC LIMIT 1`
  );
}

/** What the sources know of some cases, asked of the org directly. */
async function itemsOf(cases: string): Promise<number> {
  const counts = await Promise.all(
    [
      `Yeti_Interaction__c WHERE Case__c`,
      `EmailMessage WHERE ParentId`,
      `Task WHERE TaskSubtype != 'Email' AND WhatId`,
      `CaseComment WHERE ParentId`
    ].map((source) => org.count(`SELECT COUNT() FROM ${source} IN (${cases})`))
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

describe('the timeline on a case', () => {
  it('shows every item of the case', async () => {
    const { Id } = await busiest();
    const page = await org.signIn(english);
    await org.open(page, 'Case', Id);
    await rows(timeline(page)).first().waitFor();
    expect(await rows(timeline(page)).count()).toBe(await itemsOf(`'${Id}'`));
  });

  it('opens from the list of cases', async () => {
    const page = await org.signIn(english);
    const link = page.getByRole('link', { name: /^0000\d{4}$/ }).first();
    await link.waitFor();
    const number = await link.innerText();
    await link.click();
    await rows(timeline(page)).first().waitFor();
    expect(await page.title()).toContain(number);
  });

  it('shows the whole customer page by page, without gaps and doubles', async () => {
    const { Id, ContactId } = await busiest();
    const page = await org.signIn(english);
    await org.open(page, 'Case', Id);
    await timeline(page).getByText('Whole customer').click();
    const older = timeline(page).getByRole('button', { name: 'Load older' });
    await older.waitFor();
    while (await older.isVisible()) {
      const before = await rows(timeline(page)).count();
      await older.click();
      await expect.poll(() => rows(timeline(page)).count()).toBeGreaterThan(before);
    }
    const wanted = await itemsOf(`SELECT Id FROM Case WHERE ContactId = '${ContactId}'`);
    expect(wanted).toBeGreaterThan(25);
    expect(await rows(timeline(page)).count()).toBe(wanted);
  });

  it('filters by channel', async () => {
    const { Id } = await org.one<CaseRow>(`SELECT Id FROM Case WHERE Origin = 'Web' AND Status = 'Closed' LIMIT 1`);
    const page = await org.signIn(english);
    await org.open(page, 'Case', Id);
    await rows(timeline(page)).first().waitFor();
    await timeline(page)
      .getByRole('button', { name: /^Channel/ })
      .click();
    await timeline(page)
      .getByRole('menuitemcheckbox', { name: /^E-mail/ })
      .click();
    const mails = await org.count(`SELECT COUNT() FROM EmailMessage WHERE ParentId = '${Id}'`);
    await expect.poll(() => rows(timeline(page)).count()).toBe(mails);
    await timeline(page).getByRole('button', { name: /clear/i }).click();
    await expect.poll(() => rows(timeline(page)).count()).toBeGreaterThan(mails);
  });

  it('opens a mail and shows it as written, without its scripts', async () => {
    const { Id } = await org.one<CaseRow>(`SELECT Id FROM Case WHERE Status = 'Working' LIMIT 1`);
    await org.connection.sobject('EmailMessage').create({
      ParentId: Id,
      Subject: 'A mail with <b>tags</b> & a script',
      HtmlBody: `<p>Dear <strong>agent</strong></p><script>window.attacked = true</script><img src="x" onerror="window.attacked = true">`,
      FromAddress: 'someone@example.com',
      Incoming: true,
      Status: '0',
      MessageDate: new Date().toISOString()
    });
    const page = await org.signIn(english);
    await org.open(page, 'Case', Id);
    const mail = rows(timeline(page)).filter({ hasText: 'A mail with <b>tags</b> & a script' });
    await mail.getByRole('button').first().click();
    await mail.locator('strong', { hasText: 'agent' }).waitFor();
    expect(await page.evaluate(() => 'attacked' in window)).toBe(false);
    expect(await mail.locator('script').count()).toBe(0);
  });

  it('is reached and read by keyboard', async () => {
    const { Id } = await busiest();
    const page = await org.signIn(english);
    await org.open(page, 'Case', Id);
    await rows(timeline(page)).first().waitFor();
    await rows(timeline(page)).first().getByRole('button').first().focus();
    await page.keyboard.press('PageDown');
    const focused = () =>
      page.evaluate(() => {
        let element: Element | null = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        return element?.closest('article')?.getAttribute('aria-posinset');
      });
    expect(await focused()).toBe('2');
    await page.keyboard.press('PageUp');
    expect(await focused()).toBe('1');
  });

  it('speaks Polish to a Polish agent', async () => {
    const { Id } = await busiest();
    const page = await org.signIn(polish);
    await org.open(page, 'Case', Id);
    await rows(timeline(page)).first().waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('pl');
    expect(await timeline(page).innerText()).toContain('Cały klient');
  });

  it('says so to a user whom nobody has given access', async () => {
    const { Id } = await busiest();
    const page = await org.signIn(withoutRights);
    await org.open(page, 'Case', Id);
    await page
      .getByText(/access|permission/i)
      .first()
      .waitFor();
    expect(await page.getByRole('article').count()).toBe(0);
  });

  it('keeps what it shows while its tab is hidden', async () => {
    const { Id } = await busiest();
    const page = await org.signIn(english);
    await org.open(page, 'Case', Id);
    await rows(timeline(page)).first().waitFor();
    const shown = await rows(timeline(page)).count();
    const other = await org.one<CaseRow>(`SELECT Id FROM Case WHERE Id != '${Id}' AND Status = 'Escalated' LIMIT 1`);
    await page.evaluate((path) => {
      history.pushState({}, '', path);
      window.dispatchEvent(new PopStateEvent('popstate'));
    }, `/lightning/r/Case/${other.Id}/view`);
    await expect.poll(() => page.url()).toContain(other.Id);
    await page.goBack();
    await expect.poll(() => rows(timeline(page)).count()).toBe(shown);
  });
});
