import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { english, polish, rows, timeline, useConsole, violations, withoutRights } from '../support/console.ts';
import { flexiPage } from '../support/flexiPage.ts';
import { scoreOf, shiftsOf, watchShifts } from '../support/pageLoad.ts';

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

/** The Ids of what answers the queries, each once. */
async function idsOf(queries: readonly string[]): Promise<Set<string>> {
  const answers = await Promise.all(queries.map((soql) => org.connection.query<{ Id: string }>(soql)));
  return new Set(answers.flatMap(({ records }) => records.map(({ Id }) => Id)));
}

/** How many items the sources know of a case, asked of the org directly. */
async function itemsOf(caseId: string): Promise<number> {
  const ids = await idsOf([
    `SELECT Id FROM Yeti_Interaction__c WHERE Case__c = '${caseId}'`,
    `SELECT Id FROM EmailMessage WHERE ParentId = '${caseId}' AND Status != '5'`,
    `SELECT Id FROM Task WHERE TaskSubtype != 'Email' AND WhatId = '${caseId}'`,
    `SELECT Id FROM Event WHERE WhatId = '${caseId}'`,
    `SELECT Id FROM CaseComment WHERE ParentId = '${caseId}'`
  ]);
  return ids.size;
}

/** How many belong to a customer: by the contact, or by one of the contact's cases. */
async function itemsOfCustomer(contactId: string): Promise<number> {
  const contact = `'${contactId}'`;
  const cases = `(SELECT Id FROM Case WHERE ContactId = ${contact})`;
  const ids = await idsOf([
    `SELECT Id FROM Yeti_Interaction__c WHERE Contact__c = ${contact}`,
    `SELECT Id FROM Yeti_Interaction__c WHERE Case__c IN ${cases}`,
    `SELECT Id FROM EmailMessage WHERE ParentId IN ${cases} AND Status != '5'`,
    `SELECT Id FROM EmailMessage WHERE Id IN (SELECT EmailMessageId FROM EmailMessageRelation WHERE RelationId = ${contact})`,
    `SELECT Id FROM Task WHERE TaskSubtype != 'Email' AND WhoId = ${contact}`,
    `SELECT Id FROM Task WHERE TaskSubtype != 'Email' AND WhatId IN ${cases}`,
    `SELECT Id FROM Event WHERE WhoId = ${contact}`,
    `SELECT Id FROM Event WHERE WhatId IN ${cases}`,
    `SELECT Id FROM CaseComment WHERE ParentId IN ${cases}`,
    `SELECT Id FROM Order WHERE BillToContactId = ${contact}`
  ]);
  return ids.size;
}

/** The rows of the feed: not what is pinned above it, nor the hops inside a row. */
function feedRows(within: Locator): Locator {
  return within.locator('[data-row] > article');
}

/** How many items the rows stand for: a journey or repeats say how many they are. */
async function itemsShown(within: Locator): Promise<number> {
  const counts = await feedRows(within).evaluateAll((articles) =>
    articles.map((article) => Number(/(\d+)×/.exec(article.querySelector('[data-count]')?.textContent ?? '')?.[1] ?? 1))
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Calls `check` while the Account page of the package holds these timelines instead. */
async function withAccountPage(
  timelines: readonly Readonly<Record<string, string>>[],
  check: () => Promise<void>
): Promise<void> {
  const name = 'Yeti_Account_Record_Page';
  const shipped = await readFile(`force-app/console/flexipages/${name}.flexipage-meta.xml`, 'utf8');
  const deploy = (page: string) => org.deploy({ FlexiPage: [name] }, { [`flexipages/${name}.flexipage`]: page });
  await deploy(
    flexiPage(
      'Account',
      timelines.map((properties) => ['yetiTimeline', properties])
    )
  );
  try {
    await check();
  } finally {
    await deploy(shipped);
  }
}

async function accountOf(contactId: string): Promise<string> {
  return (await org.one<{ AccountId: string }>(`SELECT AccountId FROM Contact WHERE Id = '${contactId}'`)).AccountId;
}

/** What holds the focus, through all components: its tag and attributes. */
async function focused(page: Page): Promise<{ position: string | null; html: string }> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return {
      position: element?.closest('article')?.getAttribute('aria-posinset') ?? null,
      html: element?.cloneNode(false) instanceof HTMLElement ? (element.cloneNode(false) as HTMLElement).outerHTML : ''
    };
  });
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

/** Presses Tab until it is so. */
async function tabUntil(page: Page, isSo: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 60 && !(await isSo()); presses++) await page.keyboard.press('Tab');
  expect(await isSo()).toBe(true);
}

/** Lets no answer of an Apex method through until the returned function is called. */
async function holdBack(page: Page, method: string): Promise<() => void> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/*', async (route) => {
    const request = route.request();
    if (`${request.url()} ${request.postData() ?? ''}`.includes(method)) await released;
    await route.continue();
  });
  return release;
}

async function boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('It is not on the page');
  return box;
}

describe('the timeline on a case', () => {
  it('shows every item of the case', async () => {
    const { Id } = await busiest();
    const page = await org.signIn(english);
    await org.open(page, 'Case', Id);
    await rows(timeline(page)).first().waitFor();
    expect(await itemsShown(timeline(page))).toBe(await itemsOf(Id));
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
      await expect.poll(() => itemsShown(timeline(page))).toBe(Math.min(shown + 25, wanted));
    }
    expect(await older.isVisible()).toBe(false);
    const positions = await feedRows(timeline(page)).evaluateAll((articles) =>
      articles.map((article) => article.getAttribute('aria-posinset'))
    );
    expect(positions).toEqual(positions.map((_, index) => String(index + 1)));

    await timeline(page).getByRole('button', { name: 'Refresh' }).click();
    await expect.poll(() => itemsShown(timeline(page))).toBe(wanted + 1);
    const arrived = rows(timeline(page)).filter({ hasText: `Message ${String(messages)}` });
    await arrived.locator('[data-new]').waitFor();
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
    await expect.poll(() => itemsShown(timeline(page))).toBe(mails);
    await timeline(page).getByRole('button', { name: 'Clear filters' }).first().click();
    await expect.poll(() => itemsShown(timeline(page))).toBe(await itemsOf(Id));
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

  it('is reached, read, opened and left by keyboard alone', async () => {
    const { Id } = await busiest();
    const page = await org.signIn(english);
    const giveCounts = await holdBack(page, 'getCounts');
    await org.open(page, 'Case', Id);
    await rows(timeline(page)).first().waitFor();
    const reply = page.getByRole('textbox', { name: /^Reply/ }).first();
    await reply.waitFor();
    await page.keyboard.press('Alt+r');
    expect(await reply.evaluate((box) => box.matches(':focus'))).toBe(true);

    await tabUntil(page, async () => (await focused(page)).position === '1');
    await page.keyboard.press('PageDown');
    expect((await focused(page)).position).toBe('2');
    await page.keyboard.press('PageUp');
    expect((await focused(page)).position).toBe('1');

    await page.keyboard.press('Enter');
    const first = feedRows(timeline(page)).first();
    await first.locator('[aria-expanded=true]').first().waitFor();
    await page.keyboard.press('Enter');
    await first.locator('[aria-expanded=false]').first().waitFor();

    await page.keyboard.press('Control+End');
    expect((await focused(page)).html).toMatch(/data-after|Load older/);
    expect((await focused(page)).position).toBeNull();

    await timeline(page).getByRole('button', { name: 'Filter', exact: true }).press('Enter');
    await timeline(page)
      .getByRole('button', { name: /^Channel/ })
      .press('Enter');
    const choices = timeline(page).getByRole('menuitemcheckbox');
    // A menu takes the keyboard a moment after it is seen.
    await choices.and(page.locator(':focus')).waitFor();
    giveCounts();
    await choices.filter({ hasText: /\d/ }).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await timeline(page).getByRole('button', { name: 'Filter (1)' }).waitFor();
  });

  it('reads from right to left without anything out of place', async () => {
    const { Id } = await busiest();
    const page = await org.signIn(english);
    await org.open(page, 'Case', Id);
    await feedRows(timeline(page)).first().waitFor();
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    const overflow = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect(overflow).toBe(0);
    const section = await boxOf(timeline(page).locator('section'));
    for (const row of await feedRows(timeline(page)).all()) {
      const box = await boxOf(row);
      expect(box.x).toBeGreaterThanOrEqual(section.x);
      expect(box.x + box.width).toBeLessThanOrEqual(section.x + section.width);
    }
    const time = await boxOf(timeline(page).locator('.time').first());
    expect(time.x).toBeGreaterThan(section.x + section.width / 2);
    const scope = await boxOf(timeline(page).getByText('Whole customer'));
    const refresh = await boxOf(timeline(page).getByRole('button', { name: 'Refresh' }));
    expect(refresh.x).toBeLessThan(scope.x);
    const arrow = timeline(page).locator('.direction lightning-icon').first();
    expect(await arrow.evaluate((icon) => getComputedStyle(icon).transform)).toBe('matrix(-1, 0, 0, 1, 0, 0)');
  });

  it('shows six rows at once below the last message', async () => {
    const { Id } = await busiest();
    const page = await org.signIn(english);
    await org.open(page, 'Case', Id);
    await timeline(page).getByText('Whole customer').click();
    await feedRows(timeline(page)).nth(5).waitFor();
    await page.locator('c-yeti-now [data-ready]').waitFor();
    const sixth = await boxOf(feedRows(timeline(page)).nth(5));
    expect(sixth.y + sixth.height).toBeLessThanOrEqual(768);
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
    await addMessages(ContactId, 10);
    await withAccountPage([{ pageSize: '50' }, { pageSize: '5' }], async () => {
      const page = await org.signIn(english);
      await org.open(page, 'Account', await accountOf(ContactId));
      await expect.poll(() => itemsShown(timeline(page, 1))).toBe(5);
      await expect.poll(() => itemsShown(timeline(page, 0))).toBeGreaterThan(5);
      const first = await itemsShown(timeline(page, 0));
      await timeline(page, 1).getByRole('button', { name: 'Load older' }).click();
      await expect.poll(() => itemsShown(timeline(page, 1))).toBe(10);
      expect(await itemsShown(timeline(page, 0))).toBe(first);
    });
  });

  it('offers at once what arrives, and moves nothing that is being read', async () => {
    const { ContactId } = await busiest();
    const { Id: SetupOwnerId } = await org.one<{ Id: string }>('SELECT Id FROM Organization');
    const { id } = await org.connection.sobject('Yeti_Settings__c').create({ SetupOwnerId, Publish_Arrivals__c: true });
    try {
      await withAccountPage([{ pageSize: '50', liveUpdates: 'true' }], async () => {
        const page = await org.signIn(english);
        const listening = page.waitForResponse((answer) => answer.url().includes('/cometd/'));
        await org.open(page, 'Account', await accountOf(ContactId));
        const second = feedRows(timeline(page)).nth(1);
        await second.waitFor();
        await listening;
        await second.getByRole('button').first().focus();
        const before = await boxOf(second);
        const name = await second.getAttribute('aria-label');

        await addMessages(ContactId, 1);
        const offer = timeline(page).getByRole('button', { name: '1 new item' });
        await offer.waitFor({ timeout: 5_000 });
        expect(await boxOf(second)).toEqual(before);
        expect(await second.getAttribute('aria-label')).toBe(name);

        await offer.click();
        const arrived = rows(timeline(page)).filter({ hasText: `Message ${String(messages)}` });
        await arrived.locator('[data-new]').waitFor();
      });
    } finally {
      await org.connection.sobject('Yeti_Settings__c').delete(String(id));
    }
  });

  it('has no accessibility violation, closed and opened', async () => {
    const { Id } = await busiest();
    const page = await org.signIn(english);
    await org.open(page, 'Case', Id);
    await rows(timeline(page)).first().waitFor();
    await page.locator('c-yeti-customer-card').getByText('Open cases').waitFor();
    expect(await violations(page)).toEqual([]);
    const item = timeline(page).locator('c-yeti-timeline-item').first();
    await item.getByRole('button').first().click();
    await item.getByRole('button', { name: 'Open record' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('moves nothing after it is painted', async () => {
    const { Id } = await busiest();
    const page = await org.signIn(english);
    await watchShifts(page);
    await org.open(page, 'Case', Id);
    await rows(timeline(page)).first().waitFor();
    await page.waitForLoadState('networkidle');
    const shifts = await shiftsOf(page);
    expect(scoreOf(shifts), JSON.stringify(shifts)).toBeLessThan(0.02);
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
