import type { Locator, Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { agents } from '../../sample/company/agents.ts';
import { colleagues } from '../../sample/company/people.ts';
import { useConsole } from '../support/console.ts';

// Collections is what these two know; nobody else's work is touched.
const org = useConsole();
const wanda = 'wanda.echo@zbik.example';
const roza = 'roza.paprotna@zbik.example';
const ids = { contact: '', routed: '' };
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

/** Who was brought the case, one after the other. */
async function brought(): Promise<readonly string[]> {
  const { records } = await org.connection.query<Brought>(
    `SELECT Status, DeclineReason, User.Username FROM AgentWork WHERE WorkItemId = '${ids.routed}' ORDER BY AssignedDateTime, Id`
  );
  return records.map(({ Status, User, DeclineReason }) =>
    [User.Username, Status, DeclineReason].filter(Boolean).join(' ')
  );
}

async function owner(): Promise<string> {
  const { Owner } = await org.one<{ Owner: { Name: string } }>(
    `SELECT Owner.Name FROM Case WHERE Id = '${ids.routed}'`
  );
  return Owner.Name;
}

/** What is scheduled each minute: brings the decision up to date. */
async function sweep(): Promise<void> {
  const apex = `new YetiRoutingSweep(new Set<Id>{ '${ids.routed}' }).run();`;
  const result = await org.connection.tooling.executeAnonymous(apex);
  expect(result.exceptionMessage ?? result.compileProblem).toBeNull();
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
  await org.connection.sobject('Case').destroy(ids.routed);
  await org.connection.sobject('Contact').destroy(ids.contact);
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
  ids.contact = await create('Contact', { LastName: 'Ratalny', Yeti_Language__c: 'pl' });
  ids.routed = await create('Case', {
    Subject: 'Rata za namiot',
    Type: 'Receivable',
    Origin: 'Email',
    ContactId: ids.contact
  });
  ({ CaseNumber: caseNumber } = await org.one<{ CaseNumber: string }>(
    `SELECT CaseNumber FROM Case WHERE Id = '${ids.routed}'`
  ));
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
