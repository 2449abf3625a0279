import { describe, expect, it } from 'vitest';
import { english, polish, rows, timeline, useConsole, violations, withoutRights } from '../support/console.ts';
import { flexiPage, showsIn } from '../support/flexiPage.ts';

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

/** What belongs to a customer: by the contact, or by one of the contact's cases. */
async function itemsOfCustomer(contactId: string): Promise<number> {
  const cases = `SELECT Id FROM Case WHERE ContactId = '${contactId}'`;
  const counts = await Promise.all([
    org.count(`SELECT COUNT() FROM Yeti_Interaction__c WHERE Contact__c = '${contactId}'`),
    org.count(`SELECT COUNT() FROM EmailMessage WHERE ParentId IN (${cases})`),
    org.count(`SELECT COUNT() FROM Task WHERE TaskSubtype != 'Email' AND WhoId = '${contactId}'`),
    org.count(`SELECT COUNT() FROM CaseComment WHERE ParentId IN (${cases})`)
  ]);
  return counts.reduce((sum, count) => sum + count, 0);
}

let messages = 0;

/** Gives a contact that many chat messages of this moment: several share a second, which paging must not mind. */
async function addMessages(contactId: string, count: number): Promise<void> {
  const records = Array.from({ length: count }, () => ({
    Contact__c: contactId,
    Channel__c: 'Chat',
    Direction__c: 'Inbound',
    Occurred_At__c: new Date().toISOString(),
    Subject__c: `Message ${String(++messages)}`
  }));
  await org.connection.sobject('Yeti_Interaction__c').create(records, { allOrNone: true });
}

const twoTimelines = flexiPage('Account', [
  ['yetiTimeline', { pageSize: '5' }],
  ['yetiTimeline', { pageSize: '50' }]
]);

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

  it('shows the whole customer page by page, without gaps and doubles, while rows arrive', async () => {
    const { Id, ContactId } = await busiest();
    await addMessages(ContactId, 60);
    const page = await org.signIn(english);
    await org.open(page, 'Case', Id);
    await timeline(page).getByText('Whole customer').click();
    const older = timeline(page).getByRole('button', { name: 'Load older' });
    await older.waitFor();
    const wanted = await itemsOfCustomer(ContactId);
    await addMessages(ContactId, 1);
    for (let shown = 25; shown < wanted; shown += 25) {
      await older.click();
      await expect.poll(() => rows(timeline(page)).count()).toBe(Math.min(shown + 25, wanted));
    }
    expect(await older.isVisible()).toBe(false);
    const positions = await rows(timeline(page)).evaluateAll((articles) =>
      articles.map((article) => article.getAttribute('aria-posinset'))
    );
    expect(new Set(positions).size).toBe(wanted);

    await timeline(page).getByRole('button', { name: 'Refresh' }).click();
    await expect.poll(() => rows(timeline(page)).count()).toBe(wanted + 1);
    await rows(timeline(page)).first().locator('[data-new]').waitFor();
  });

  it('filters by channel', async () => {
    const { Id } = await org.one<CaseRow>(`SELECT Id FROM Case WHERE Origin = 'Web' AND Status = 'Closed' LIMIT 1`);
    const page = await org.signIn(english);
    await org.open(page, 'Case', Id);
    await rows(timeline(page)).first().waitFor();
    await timeline(page).getByRole('button', { name: 'Filter', exact: true }).click();
    await timeline(page)
      .getByRole('button', { name: /^Channel/ })
      .click();
    await timeline(page)
      .getByRole('menuitemcheckbox', { name: /^Email/ })
      .click();
    const mails = await org.count(`SELECT COUNT() FROM EmailMessage WHERE ParentId = '${Id}'`);
    await expect.poll(() => rows(timeline(page)).count()).toBe(mails);
    await timeline(page).getByRole('button', { name: 'Clear filters' }).first().click();
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

  it('says so when the record may no longer be read', async () => {
    const { id } = await org.connection
      .sobject('Case')
      .create({ Subject: 'Here now, gone in a moment', Origin: 'Web' });
    const page = await org.signIn(english);
    await org.open(page, 'Case', String(id));
    await timeline(page).getByText('Nothing yet').or(timeline(page).locator('c-yeti-state-panel')).first().waitFor();
    await org.connection.sobject('Case').delete(String(id));
    await timeline(page).getByRole('button', { name: 'Refresh' }).click();
    await timeline(page).getByText('No access').waitFor();
  });

  it('is not on the page of a user whom nobody has given the package', async () => {
    const { Id } = await busiest();
    const page = await org.signIn(withoutRights);
    await org.open(page, 'Case', Id);
    await page.getByText('Case Number').first().waitFor();
    expect(await timeline(page).count()).toBe(0);
  });

  it('stands twice on one page, each with its own page size and filter', async () => {
    const { ContactId } = await busiest();
    const { AccountId } = await org.one<{ AccountId: string }>(
      `SELECT AccountId FROM Contact WHERE Id = '${ContactId}'`
    );
    await addMessages(ContactId, 10);
    await org.deploy(
      { FlexiPage: ['Two_Timelines'], CustomObject: ['Account'] },
      { 'flexipages/Two_Timelines.flexipage': twoTimelines, 'objects/Account.object': showsIn('Two_Timelines') }
    );
    const page = await org.signIn(english);
    await org.open(page, 'Account', AccountId);
    await expect.poll(() => rows(timeline(page, 0)).count()).toBe(5);
    await expect.poll(() => rows(timeline(page, 1)).count()).toBeGreaterThan(5);
    const second = await rows(timeline(page, 1)).count();
    await timeline(page, 0).getByRole('button', { name: 'Load older' }).click();
    await expect.poll(() => rows(timeline(page, 0)).count()).toBe(10);
    expect(await rows(timeline(page, 1)).count()).toBe(second);
  });

  it('has no accessibility violation, closed and opened', async () => {
    const { Id } = await busiest();
    const page = await org.signIn(english);
    await org.open(page, 'Case', Id);
    await rows(timeline(page)).first().waitFor();
    await page.locator('c-yeti-customer-card').getByText('Open cases').waitFor();
    expect(await violations(page)).toEqual([]);
    await rows(timeline(page)).first().getByRole('button').first().click();
    await rows(timeline(page)).first().getByRole('button', { name: 'Open record' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('moves nothing after it is painted', async () => {
    const { Id } = await busiest();
    const page = await org.signIn(english);
    await page.addInitScript(() => {
      new PerformanceObserver((list) => {
        for (const shift of list.getEntries()) if ('value' in shift) shifts.push(Number(shift.value));
      }).observe({ type: 'layout-shift', buffered: true });
      const shifts: number[] = [];
      Object.assign(window, { shifts });
    });
    await org.open(page, 'Case', Id);
    await rows(timeline(page)).first().waitFor();
    await page.waitForLoadState('networkidle');
    const shifts: unknown = await page.evaluate(() => Reflect.get(window, 'shifts'));
    expect((shifts as number[]).reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.02);
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
