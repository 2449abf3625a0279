import type { Locator, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { english, polish, useConsole, violations } from '../support/console.ts';
import { StoryPage } from '../support/story.ts';

const org = useConsole();

const supervisor = 'dobrawa.grzbiet@zbik.example';
const LONG = 60_000;

interface Waiting {
  readonly Id: string;
  readonly CaseNumber: string;
}

/** A case of a German key account that could hurt somebody: nobody has all that it needs. */
async function hopelessCase(): Promise<Waiting> {
  const { ContactId, AccountId } = await org.one<{ ContactId: string; AccountId: string }>(
    "SELECT ContactId, AccountId FROM Case WHERE Sample_Key__c = 'hut-helmet'"
  );
  return dangerousCase({ ContactId, AccountId, Subject: `Noch ein Riss ${String(Date.now())}` });
}

/** A case that could hurt somebody. */
async function dangerousCase(fields: Readonly<Record<string, string>>): Promise<Waiting> {
  const { id } = await org.connection.sobject('Case').create({ ...fields, Type: 'Safety', Origin: 'Email' });
  const decisions = `SELECT COUNT() FROM Yeti_Routing_Decision__c WHERE Case__c = '${String(id)}'`;
  // Rules run once the case is saved, in a transaction of their own.
  await expect.poll(() => org.count(decisions)).toBe(1);
  return org.one<Waiting & Record<string, unknown>>(`SELECT Id, CaseNumber FROM Case WHERE Id = '${String(id)}'`);
}

const part = (page: Page, name: string): Locator => page.locator(`c-yeti-${name}:visible`).first();

/** Opens a case of the test's own as somebody. */
async function openCase(username: string, { Id }: Waiting): Promise<StoryPage> {
  const page = await org.windowOf(username);
  await org.open(page, 'Case', Id);
  const story = new StoryPage(org, page);
  await story.now.locator('[data-ready]').waitFor();
  return story;
}

describe('a case that nobody can take', () => {
  it(
    'says why, is found among the waiting work, and comes to whom a supervisor gives it, who reads that too',
    async () => {
      const one = await hopelessCase();
      const { page } = await openCase(english, one);
      const why = part(page, 'why');
      await why.getByText('No one has the combination.').waitFor();
      expect(await why.innerText()).toContain('German alone does not help – Gniewko Torf: Complaints 5 of 7');
      await why.locator('[data-details]').click();
      await why.locator('[data-rule="key-account"]').waitFor();
      await why.locator('[data-next]').waitFor();
      await why.locator('[data-others]').click();
      await why.locator('[data-other="lang-uk"]').getByText('Language is Ukrainian').waitFor();
      expect(await violations(page)).toEqual([]);

      const desk = await org.windowOf(supervisor);
      await desk.goto(new URL('/lightning/n/Yeti_Waiting_Work', inject('orgUrl')).href);
      // What waits longer may need less by now and stand in a row of its own.
      const groups = desk.locator('c-yeti-waiting-group').filter({ hasText: 'Key accounts ≥ 6' });
      await groups.first().waitFor();
      for (const group of await groups.all()) await group.getByRole('button').first().click();
      const row = desk.locator(`[data-case="${one.CaseNumber}"]`);
      await row.waitFor();
      expect(await violations(desk)).toEqual([]);
      await row.locator('[data-action="assign"]').click();
      await desk.locator('c-yeti-waiting-case c-yeti-picker input').fill('Mira');
      await desk.locator('[role=option]').filter({ hasText: 'Mira Zefirska' }).first().click();
      await row.waitFor({ state: 'detached' });

      await page.reload();
      await part(page, 'why').getByText('Dobrawa Grzbiet gave it to Mira Zefirska by hand.').waitFor();
    },
    LONG
  );
});

describe('a row of waiting work', () => {
  it(
    'is acted on as a whole: it asks first, and says with how many cases it was done',
    async () => {
      // Nobody speaks Ukrainian and is good enough at complaints: only these two wait for that.
      const { id: contact } = await org.connection
        .sobject('Contact')
        .create({ LastName: 'Барвінок', Yeti_Language__c: 'uk' });
      const ofContact = { ContactId: String(contact), Subject: 'Знову протікають' };
      const cases = [await dangerousCase(ofContact), await dangerousCase(ofContact)];
      const desk = await org.windowOf(supervisor);
      await desk.goto(new URL('/lightning/n/Yeti_Waiting_Work', inject('orgUrl')).href);
      const row = desk.locator('c-yeti-waiting-group').filter({ hasText: 'Complaints ≥ 7 i Ukrainian ≥ 7' });
      await row.locator('[data-action="back"]').click();
      await row.getByText('Do kolejki – 2 sprawy?').waitFor();
      expect(await violations(desk)).toEqual([]);
      await desk.keyboard.press('Enter');
      await desk.locator('[data-outcome]').getByText('Do kolejki – wykonano 2 z 2').waitFor();
      await row.waitFor({ state: 'detached' });
      expect(await violations(desk)).toEqual([]);

      const ids = cases.map(({ Id }) => `'${Id}'`).join(', ');
      expect(await org.count(`SELECT COUNT() FROM PendingServiceRouting WHERE WorkItemId IN (${ids})`)).toBe(0);
      const withdrawn = `SELECT COUNT() FROM Yeti_Routing_Decision__c WHERE Case__c IN (${ids}) AND Status__c = 'Withdrawn'`;
      expect(await org.count(withdrawn)).toBe(2);
    },
    LONG
  );
});

describe('a handover', () => {
  it(
    'brings the brief that was made of the thread and what is new since, and is taken with one click',
    async () => {
      const one = await hopelessCase();
      const { page: left } = await openCase(polish, one);
      await left.locator('c-yeti-timeline:visible').waitFor();
      const { page } = await openCase(english, one);
      const handover = part(page, 'handover');
      await handover.locator('[data-hand-over] button').click();
      const form = handover.locator('c-yeti-handover-form');
      await expect.poll(() => form.locator('textarea').inputValue()).toContain('Who: Greta Tannenzapf');
      await form.locator('textarea').fill('Greta needs an answer before the tour.');
      await form.getByText('Person', { exact: true }).click();
      await form.locator('[data-person] input').fill('Kalina');
      await form.locator('[role=option]').filter({ hasText: 'Kalina Szyszkówna' }).first().click();
      expect(await violations(page)).toEqual([]);
      await form.locator('[data-save] button').click();
      await handover.locator('[data-handover="Asked"]').waitFor();

      await left.reload();
      const received = part(left, 'handover');
      await received.getByText('Greta needs an answer before the tour.').waitFor();
      await received.locator('[data-acknowledge] button').click();
      await received.locator('[data-handover="Acknowledged"]').waitFor();
      const { OwnerId, Name } = await org.one<{ OwnerId: string; Name: string }>(
        `SELECT OwnerId FROM Case WHERE Id = '${one.Id}'`
      );
      expect(OwnerId, Name).toBe(
        (await org.one<{ Id: string }>(`SELECT Id FROM User WHERE Username = '${polish}'`)).Id
      );
    },
    LONG
  );
});

describe('the thread', () => {
  it(
    'explains a routing decision where it stands',
    async () => {
      const story = await StoryPage.open(org, english, 'hut-helmet');
      await story.timeline.locator('c-yeti-timeline-completeness').getByRole('button').click();
      const row = await story.unfold(/Complaints 7, KeyAccounts 6/);
      await row.locator('c-yeti-why-details').getByText('Key account').first().waitFor();
    },
    LONG
  );
});
