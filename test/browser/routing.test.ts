import type { Locator, Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { agents } from '../../sample/company/agents.ts';
import { colleagues } from '../../sample/company/people.ts';
import { useConsole, violations } from '../support/console.ts';

// Collections is what these two know; nobody else's work is touched.
const org = useConsole();
const wanda = 'wanda.echo@zbik.example';
const roza = 'roza.paprotna@zbik.example';
const ids = { routed: '', handed: '' };
const contacts: string[] = [];
let caseNumber = '';

interface Brought {
  readonly Status: string;
  readonly User: { readonly Username: string };
  readonly DeclineReason: string | null;
}

async function create(object: string, record: Record<string, unknown>): Promise<string> {
  const { id } = await org.connection.sobject(object).create(record);
  return String(id);
}

/** Who was brought a case, one after the other. */
async function brought(caseId = ids.routed): Promise<readonly string[]> {
  const { records } = await org.connection.query<Brought>(
    `SELECT Status, DeclineReason, User.Username FROM AgentWork WHERE WorkItemId = '${caseId}' ORDER BY AssignedDateTime, Id`
  );
  return records.map(({ Status, User, DeclineReason }) =>
    [User.Username, Status, DeclineReason].filter(Boolean).join(' ')
  );
}

async function owner(caseId = ids.routed): Promise<string> {
  const { Owner } = await org.one<{ Owner: { Name: string } }>(`SELECT Owner.Name FROM Case WHERE Id = '${caseId}'`);
  return Owner.Name;
}

/** What is scheduled each minute: brings the decision up to date. */
async function sweep(caseId = ids.routed): Promise<void> {
  const apex = `new YetiRoutingSweep(new Set<Id>{ '${caseId}' }).run();`;
  const result = await org.connection.tooling.executeAnonymous(apex);
  expect(result.exceptionMessage ?? result.compileProblem).toBeNull();
}

/** A case of the two arrives, of a customer whom neither has served: who served one last is asked first. @returns its Id */
async function arrives(subject: string): Promise<string> {
  const contact = await create('Contact', { LastName: 'Ratalny', Yeti_Language__c: 'pl' });
  contacts.push(contact);
  const id = await create('Case', { Subject: subject, Type: 'Receivable', Origin: 'Email', ContactId: contact });
  ({ CaseNumber: caseNumber } = await org.one<{ CaseNumber: string }>(
    `SELECT CaseNumber FROM Case WHERE Id = '${id}'`
  ));
  return id;
}

const utility = (page: Page): Locator => page.getByRole('region', { name: 'Omni-Channel', exact: true });
const request = (page: Page): Locator => utility(page).getByRole('article', { name: caseNumber });

/** Opens the utility where it is closed and chooses a presence in it. */
async function choose(page: Page, presence: string): Promise<void> {
  const button = page.getByRole('contentinfo').getByRole('button', { name: /^Omni-Channel/ });
  if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
  await utility(page)
    .getByRole('button', { name: /Zmień swoją obecność$/ })
    .click();
  await page.getByRole('menuitemcheckbox', { name: presence }).click();
  await button.filter({ hasText: `(${presence})` }).waitFor();
}

afterAll(async () => {
  await Promise.all([choose(await org.windowOf(wanda), 'Offline'), choose(await org.windowOf(roza), 'Available')]);
  await org.connection.sobject('Case').destroy([ids.routed, ids.handed].filter(Boolean));
  await org.connection.sobject('Contact').destroy(contacts);
});

// Before anybody is moved: no other test changes who is there.
it('the agents are there or not, as the sample company has them', async () => {
  const { records } = await org.connection.query<{ User: { Username: string }; IsAway: boolean }>(
    'SELECT User.Username, IsAway FROM UserServicePresence WHERE IsCurrentState = TRUE'
  );
  const presence = new Map(records.map(({ User, IsAway }) => [User.Username, IsAway ? 'Break' : 'Available']));
  for (const agent of agents) {
    const username = colleagues.find(({ key }) => key === agent.key)?.username ?? '';
    expect(presence.get(username) ?? 'Offline', agent.key).toBe(agent.presence);
  }
});

it('a case comes to whoever can take it; declined, it waits and says why, until the other is back and accepts', async () => {
  const [first, second] = await Promise.all([org.windowOf(wanda), org.windowOf(roza)]);
  await Promise.all([choose(first, 'Available'), choose(second, 'Break')]);
  ids.routed = await arrives('Rata za namiot');
  await request(first).getByText('Rata za namiot').waitFor();
  await request(first)
    .getByText(/^Czeka \d+ s/)
    .waitFor();
  expect(await brought()).toEqual([`${wanda} Assigned`]);
  expect(await owner()).toBe('Wanda Echo');
  expect(await request(second).count()).toBe(0);

  await request(first)
    .getByRole('button', { name: /^Odrzuć/ })
    .click();
  await first.getByRole('menuitem', { name: 'Not my topic' }).click();
  await request(first).waitFor({ state: 'detached' });
  expect(await brought()).toEqual([`${wanda} Declined Not my topic`]);
  await org.open(first, 'Case', ids.routed);
  const why = first.locator('c-yeti-why:visible');
  await why.getByText(/^Czeka .* na osobę, która ma Collections ≥ 5/).waitFor();
  await why.getByText('1 osoba jej nie przyjęła.').waitFor();
  await why.getByText('1 osoba mogłaby ją wziąć, ale jest nieobecna.').waitFor();
  await sweep();
  expect(await owner()).toBe('Receivables');

  await choose(second, 'Available');
  await request(second)
    .getByRole('button', { name: /^Przyjmij/ })
    .click();
  await expect.poll(() => second.url()).toContain(ids.routed);
  expect(await brought()).toEqual([`${wanda} Declined Not my topic`, `${roza} Opened`]);
  expect(await owner()).toBe('Róża Paprotna');
  await second
    .locator('c-yeti-why:visible')
    .getByText(/^Trafiła do Ciebie, bo wymaga Collections ≥ 5 \(masz 8\)/)
    .waitFor();
  await second.getByRole('tablist').first().getByRole('tab', { selected: true }).focus();
  await second.keyboard.press('Delete');
  await expect.poll(brought).toEqual([`${wanda} Declined Not my topic`, `${roza} Closed`]);
}, 60_000);

it('a case handed over to skills comes to whoever has them: waits while nobody is there, survives a decline, is taken with its brief', async () => {
  const [first, second] = await Promise.all([org.windowOf(wanda), org.windowOf(roza)]);
  await Promise.all([choose(first, 'Available'), choose(second, 'Break')]);
  ids.handed = await arrives('Zwrot raty');
  await request(first)
    .getByRole('button', { name: /^Przyjmij/ })
    .click();
  await expect.poll(() => first.url()).toContain(ids.handed);

  const given = first.locator('c-yeti-handover:visible');
  await given.locator('[data-hand-over] button').click();
  const form = given.locator('c-yeti-handover-form');
  await form.locator('[data-remove] button').click();
  await form.locator('[data-add-skill] input').fill('Payments');
  await form.locator('[role=option]').filter({ hasText: 'Payments' }).click();
  await form.locator('[data-skill="Payments"] input').fill('8');
  await form.locator('textarea').fill('Zapłacił dwa razy, chce zwrotu raty.');
  await form.getByText('1 osoba mogłaby ją wziąć, ale jest nieobecna.').waitFor();
  expect(await violations(first)).toEqual([]);
  await form.locator('[data-save] button').click();
  await given.locator('[data-handover="Asked"]').waitFor();

  const needed = `SELECT Skill.DeveloperName, SkillLevel FROM SkillRequirement WHERE RelatedRecordId IN (SELECT Id FROM PendingServiceRouting WHERE WorkItemId = '${ids.handed}')`;
  expect(await org.one(needed)).toMatchObject({ Skill: { DeveloperName: 'Payments' }, SkillLevel: 8 });
  expect(await owner(ids.handed)).toBe('Receivables');
  await first
    .locator('c-yeti-why:visible')
    .getByText(/^Czeka .* na osobę, która ma Payments ≥ 8/)
    .waitFor();

  await choose(second, 'Available');
  await request(second)
    .getByRole('button', { name: /^Odrzuć/ })
    .click();
  await second.getByRole('menuitem', { name: 'Not my topic' }).click();
  await request(second).waitFor({ state: 'detached' });
  await sweep(ids.handed);
  expect(await owner(ids.handed)).toBe('Receivables');
  expect(await org.count(`SELECT Id FROM PendingServiceRouting WHERE WorkItemId = '${ids.handed}'`)).toBe(1);

  // Who declined is asked again in their next session; a change of presence within a second, as records keep it, begins none.
  await choose(second, 'Offline');
  await second.waitForTimeout(1_100);
  await choose(second, 'Available');
  await request(second)
    .getByRole('button', { name: /^Przyjmij/ })
    .click();
  await expect.poll(() => second.url()).toContain(ids.handed);
  const received = second.locator('c-yeti-handover:visible');
  await received.getByText('Zapłacił dwa razy, chce zwrotu raty.').waitFor();
  await received.locator('[data-acknowledge] button').click();
  await received.locator('[data-handover="Acknowledged"]').waitFor();
  expect(await owner(ids.handed)).toBe('Róża Paprotna');
  // What was Wanda's no longer counts against her capacity.
  expect(await brought(ids.handed)).toEqual([
    `${wanda} Transferred`,
    `${roza} Declined Not my topic`,
    `${roza} Opened`
  ]);

  const message = await create('Yeti_Interaction__c', {
    Channel__c: 'Email',
    Direction__c: 'Inbound',
    Occurred_At__c: new Date().toISOString(),
    Case__c: ids.handed,
    Contact__c: contacts.at(-1),
    Subject__c: 'Jeszcze jedno'
  });
  await org.open(first, 'Case', ids.handed);
  await first
    .locator('c-yeti-handover:visible [data-news]')
    .getByText(/^\d+ now.* od Twojej wizyty/)
    .waitFor();
  await first.locator('c-yeti-timeline:visible').getByText('Jeszcze jedno').first().waitFor();
  const { CreatedDate: came } = await org.one<{ CreatedDate: string }>(
    `SELECT CreatedDate FROM Yeti_Interaction__c WHERE Id = '${message}'`
  );
  const visits = `SELECT COUNT() FROM Yeti_Visit__c WHERE Record_Id__c = '${ids.handed}' AND CreatedBy.Username = '${wanda}'`;
  await expect.poll(() => org.count(`${visits} AND Seen_At__c > ${came.replace('+0000', 'Z')}`)).toBe(1);
  await org.open(first, 'Case', ids.handed);
  await first.locator('c-yeti-handover:visible [data-handover="Acknowledged"]').waitFor();
  expect(await first.locator('c-yeti-handover:visible [data-news]').count()).toBe(0);
}, 90_000);
