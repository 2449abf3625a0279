import { beforeAll, expect, it } from 'vitest';
import { english, polish, rows, timeline, useConsole } from '../support/console.ts';

// People of these tests only: the stories stay as they are told.
const org = useConsole();
const gniewko = 'gniewko.torf@zbik.example';
const twins = `blizniaki-${String(Date.now())}@example.com`;
const account = 'PL61109010140000071219812874';
const ids = { anna: '', jan: '', mailed: '', linked: '' };

async function create(object: string, record: Record<string, unknown>): Promise<string> {
  const { id } = await org.connection.sobject(object).create(record);
  return String(id);
}

async function message(fields: Record<string, unknown>): Promise<string> {
  return create('Yeti_Interaction__c', {
    Channel__c: 'Chat',
    Direction__c: 'Inbound',
    Occurred_At__c: new Date().toISOString(),
    ...fields
  });
}

async function contactOf(interactionId: string): Promise<string | null> {
  const { Contact__c } = await org.one<{ Contact__c: string | null }>(
    `SELECT Contact__c FROM Yeti_Interaction__c WHERE Id = '${interactionId}'`
  );
  return Contact__c;
}

async function run(apex: string): Promise<void> {
  const result = await org.connection.tooling.executeAnonymous(apex);
  expect(result.exceptionMessage ?? result.compileProblem).toBeNull();
}

beforeAll(async () => {
  ids.anna = await create('Contact', { FirstName: 'Anna', LastName: 'Bliźniak', Email: twins, MailingCity: 'Gdynia' });
  ids.jan = await create('Contact', { FirstName: 'Jan', LastName: 'Bliźniak', Email: twins, MailingCity: 'Sanok' });
  ids.mailed = await create('Case', { Subject: 'Which of the two?', Origin: 'Email', SuppliedEmail: twins });
  ids.linked = await create('Case', { Subject: 'Order 4711', Origin: 'Chat', ContactId: ids.anna });
  await create('Yeti_Consent__c', {
    Contact__c: ids.anna,
    Purpose__c: 'Marketing',
    Status__c: 'Given',
    Effective_At__c: new Date(Date.now() - 86_400_000).toISOString(),
    Source__c: 'Registration'
  });
});

it('a case of two people with one address: both are suggested and told apart, one is linked, and it is undone', async () => {
  const page = await org.windowOf(english);
  await org.openTab(page, 'Case', ids.mailed);
  const card = page.locator('c-yeti-customer-card:visible');
  await card.getByText('2 possible customers').waitFor();
  await card.getByText('Gdynia').waitFor();
  await card.getByText('Sanok').waitFor();
  await card.getByRole('button', { name: 'Link to Anna Bliźniak' }).click();
  await card
    .getByText('Known customer')
    .or(card.getByRole('heading', { name: 'Anna Bliźniak' }))
    .first()
    .waitFor();
  expect(await org.count(`SELECT COUNT() FROM Case WHERE Id = '${ids.mailed}' AND ContactId = '${ids.anna}'`)).toBe(1);
  await card.getByRole('button', { name: 'Undo' }).click();
  await card.getByText('2 possible customers').waitFor();
  expect(await org.count(`SELECT COUNT() FROM Case WHERE Id = '${ids.mailed}' AND ContactId = null`)).toBe(1);
});

it('a wrong link is undone with a reason, and the thread says so', async () => {
  const wrong = await message({
    Case__c: ids.linked,
    Contact__c: ids.anna,
    Handle__c: 'chat-of-jan',
    Channel__c: 'Messenger',
    Subject__c: 'Written by Jan'
  });
  const page = await org.windowOf(english);
  await org.openTab(page, 'Case', ids.linked);
  const row = rows(timeline(page)).filter({ hasText: 'Written by Jan' });
  await row.getByRole('button').first().click();
  await row.getByRole('button', { name: 'Not this customer' }).click();
  await row.getByLabel('Why?').fill('He gave his name');
  await row.getByRole('button', { name: 'Unlink from Anna Bliźniak' }).click();
  await expect.poll(() => contactOf(wrong)).toBeNull();
  const event = await org.one<{ Subject__c: string }>(
    `SELECT Subject__c FROM Yeti_Audit__c WHERE Item_Id__c = '${wrong}' AND Action__c = 'Unlink'`
  );
  expect(event.Subject__c).toContain('Anna Bliźniak');
  await row.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => contactOf(wrong)).toBe(ids.anna);
});

it('a masked account is shown to who may see it and says why, which is an event; others have no button', async () => {
  await message({
    Case__c: ids.linked,
    Contact__c: ids.anna,
    Subject__c: 'Where to pay',
    Body__c: `Order ZP-004711, please pay to ${account}.`
  });
  for (const [user, may] of [
    [gniewko, true],
    [polish, false]
  ] as const) {
    const page = await org.windowOf(user);
    await org.openTab(page, 'Case', ids.linked);
    const row = rows(timeline(page)).filter({ hasText: 'Where to pay' });
    await row.getByRole('button').first().click();
    const text = row.locator('c-yeti-timeline-body c-yeti-masked-text');
    await text.getByText('2874').first().waitFor();
    expect(await text.getByRole('button').count()).toBe(may ? 1 : 0);
    expect(await row.innerText()).not.toContain('2198');
    if (may) {
      await text.getByRole('button').click();
      await text.locator('[data-reason] input').fill('Zwrot na to konto');
      await text.locator('[data-show] button').click();
      await expect.poll(async () => (await text.innerText()).replace(/\s/g, '')).toContain('71219812874');
    }
  }
  expect(
    await org.count(`SELECT COUNT() FROM Yeti_Audit__c WHERE Action__c = 'Reveal' AND Case__c = '${ids.linked}'`)
  ).toBe(1);
});

it('what an item tells is remembered with a click, forgotten with another, and restored', async () => {
  const page = await org.windowOf(english);
  await message({ Case__c: ids.linked, Contact__c: ids.anna, Subject__c: 'My order is ZP-004712' });
  await org.openTab(page, 'Case', ids.linked);
  await timeline(page).getByRole('button', { name: 'Refresh' }).click();
  const row = rows(timeline(page)).filter({ hasText: 'ZP-004712' });
  await row.getByRole('button').first().click();
  await row.getByRole('button', { name: 'Remember…' }).click();
  await row.locator('[data-found]').first().waitFor();
  await row.locator('[data-save] button').click();
  const facts = page.locator('c-yeti-facts:visible');
  await facts.getByText('ZP-004712').waitFor();
  await facts.getByRole('button', { name: 'Forget: Order number' }).click();
  await facts.getByText('Order number: forgotten').waitFor();
  await facts.locator('[data-undo] button').click();
  await facts.getByText('ZP-004712').waitFor();
});

it('a history outlives its contacts: merged it is the master’s, deleted it stays on the case; formats of a phone are one', async () => {
  const [other, master] = await Promise.all([
    create('Contact', { LastName: 'Dubel', MobilePhone: '600 700 811' }),
    create('Contact', { LastName: 'Dubel', Email: 'dubel@example.com' })
  ]);
  const caseId = await create('Case', { Subject: 'Merged', Origin: 'Phone', ContactId: other });
  const sms = await message({
    Channel__c: 'SMS',
    Handle__c: '0048600700811',
    Case__c: caseId,
    Subject__c: 'In an SMS'
  });
  const call = await message({ Channel__c: 'Phone', Handle__c: '+48 600-700-811', Subject__c: 'In a call' });
  expect([await contactOf(sms), await contactOf(call)]).toEqual([other, other]);

  await run(`merge new Contact(Id = '${master}') new Contact(Id = '${other}');`);
  expect([await contactOf(sms), await contactOf(call)]).toEqual([master, master]);
  const page = await org.windowOf(english);
  await org.openTab(page, 'Contact', master);
  await rows(timeline(page)).filter({ hasText: 'In an SMS' }).waitFor();

  await run(`delete new Contact(Id = '${master}');`);
  await org.openTab(page, 'Case', caseId);
  await rows(timeline(page)).filter({ hasText: 'In an SMS' }).waitFor();
  expect(await contactOf(sms)).toBeNull();
});

it('a consent withdrawn in the card forbids advertising at once, and service never', async () => {
  const page = await org.windowOf(english);
  await org.openTab(page, 'Case', ids.linked);
  const card = page.locator('c-yeti-customer-card:visible');
  await card.getByRole('button', { name: /^Withdraw/ }).click();
  await card.locator('[data-source] input').fill('Said in the chat');
  await card.locator('[data-save] button').click();
  await card.getByText('Forbidden').first().waitFor();
  const now = page.locator('c-yeti-now:visible');
  await now.locator('[data-purposes] button').click();
  await now.getByRole('menuitem', { name: 'Marketing' }).click();
  await now.locator('[data-problem]').getByText('Said in the chat').waitFor();
  await now.locator('[data-purposes] button').click();
  await now.getByRole('menuitem', { name: 'Service' }).click();
  await expect.poll(() => now.getByText('Said in the chat').count()).toBe(0);
});
