import { describe, expect, it } from 'vitest';
import { english, polish, rows, useConsole } from '../support/console.ts';
import { StoryPage } from '../support/story.ts';

// The sample company is loaded in English; the console speaks the language of who looks.
const org = useConsole();

const dobrawa = 'dobrawa.grzbiet@zbik.example';

/** What a page says in the language of who looks. */
const words = {
  [english]: {
    ourTurn: 'Our turn',
    nobodyWaits: 'Nobody is waiting',
    known: 'Known customer',
    possible: '2 possible customers',
    forbidden: 'Forbidden',
    whole: 'Whole customer',
    silence: 'the complaint counts as accepted',
    days: (count: number) => `in ${String(count)} days`
  },
  [polish]: {
    ourTurn: 'Nasza kolej',
    nobodyWaits: 'Nikt nie czeka',
    known: 'Rozpoznany klient',
    possible: '2 możliwych klientów',
    forbidden: 'Brak zgody',
    whole: 'Cały klient',
    silence: 'oznacza uznanie reklamacji',
    days: (count: number) => (count === 2 ? 'pojutrze' : `za ${String(count)} dni`)
  }
} as const;

const readers = [english, polish] as const;

describe.each(readers)('as %s sees it', (reader) => {
  const said = words[reader];

  it('Zofia: a promise of today, a price that differs, a note that ends today', async () => {
    const story = await StoryPage.open(org, reader, 'zofia-price');
    expect(await story.now.innerText()).toContain('The tag says PLN 949');
    expect(await story.now.innerText()).toContain(said.ourTurn);
    await story.card.getByText(said.known).waitFor();
    await story.card.getByText('held at KRK until today').waitFor();
    await story.facts.getByText('899 PLN').waitFor();
    await story.facts.getByText('949 PLN').waitFor();
    await story.promises.getByText('Hold one Mist 3 jacket at KRK').waitFor();
  });

  it('Marek: five channels in one thread, a masked account, a refund in two days', async () => {
    const story = await StoryPage.open(org, reader, 'marek-refund');
    expect(await story.now.innerText()).toContain('13 days, and no money.');
    await story.promises.getByText('Transfer PLN 749').waitFor();
    await story.row(/5×.*IVR → SMS → .* → Chatbot → /s).waitFor();
    await story.facts.getByText('4821').first().waitFor();
    await story.facts.getByText('ZP-000147').first().waitFor();
    await story.promises.getByText(said.days(2)).first().waitFor();
    expect(await story.page.content()).not.toMatch(/0000 ?1234 ?0000/);
  });

  it('Helena: solved at first contact, the reveal of her account is on the thread', async () => {
    const story = await StoryPage.open(org, reader, 'helena-return');
    expect(await story.now.innerText()).toContain('the return is sent');
    expect(await story.now.innerText()).toContain(said.nobodyWaits);
    await story.facts.getByText('7305').first().waitFor();
    expect(await story.page.content()).not.toMatch(/88041212345|0000 ?5678/);
  });

  it('Ryszard: his turn, no phone', async () => {
    const story = await StoryPage.open(org, reader, 'ryszard-instalment');
    expect(await story.now.innerText()).toContain('Half on Friday?');
    await story.row('Offer to pay').waitFor();
    await story.promises.getByText('Pay half of instalment 4').first().waitFor();
    await story.promises.getByText(said.days(6)).first().waitFor();
    await story.card.getByText(said.forbidden).first().waitFor();
  });

  it('Oksana: suggested and not linked, forty system events folded, eight days left', async () => {
    const story = await StoryPage.open(org, reader, 'oksana-boots');
    expect(await story.now.innerText()).toContain('Коли буде відповідь?');
    await story.card.getByText(said.possible).waitFor();
    await story.promises.getByText(said.days(8)).first().waitFor();
    await story.promises.getByText(said.silence).first().waitFor();
    expect(await rows(story.timeline).count()).toBe(6);
    expect(await story.timeline.innerText()).toMatch(/\b40\b/);
  });

  it('James: verified, redirected three times before', async () => {
    const story = await StoryPage.open(org, reader, 'james-jacket');
    expect(await story.now.innerText()).toContain('I have explained this three times already.');
    await story.row(/3×.*Redirected/s).waitFor();
    await story.row('callback booked').waitFor();
    await story.facts.getByText('ZP-000139').waitFor();
  });

  it('Tadeusz: warranty, two discounts for one code, no marketing', async () => {
    const story = await StoryPage.open(org, reader, 'tadeusz-watch');
    await story.orders.getByText('KS-2044-0117').waitFor();
    await story.facts.getByText('ISKRA10: 10 %').waitFor();
    await story.facts.getByText('ISKRA10: 15 %').waitFor();
    await story.card.getByText(said.forbidden).first().waitFor();
  });

  it('the hut: an account of three with all that happened to any of them', async () => {
    const story = await StoryPage.open(org, reader, 'hut', 'Account');
    await story.row('Der Helm hat einen Riss').first().waitFor();
    await story.row('Order for the winter').waitFor();
    await story.row('Asks for a copy of an invoice').waitFor();
  });

  it('the Dwojaks: one phone, both suggested', async () => {
    const story = await StoryPage.open(org, reader, 'dwojak-call');
    await story.card.getByText(said.possible).waitFor();
    await story.card.getByText('Adam Dwojak').first().waitFor();
    await story.card.getByText('Alicja Dwojak').first().waitFor();
  });

  it('Ludmiła: a missed promise, three days left, never call', async () => {
    const story = await StoryPage.open(org, reader, 'ludmila-bag');
    expect(await story.now.innerText()).toContain('This is the fifth time I write.');
    await story.card.getByText('Does not hear: write only, never call.').waitFor();
    await story.card.getByText(said.forbidden).first().waitFor();
    await story.promises.getByText(said.days(3)).first().waitFor();
    await story.promises.getByText('Answer within two days').waitFor();
  });
});

describe('a story in detail', () => {
  it('Zofia: the anonymous search is hers since she signed up, and three views are one row', async () => {
    const story = await StoryPage.open(org, polish, 'zofia-price');
    await story.timeline.getByText(words[polish].whole).click();
    await story.row('Searched: kurtka na wiatr Tatry').waitFor();
    await story.row(/3×.*Viewed: Mist 3 jacket/s).waitFor();
    const price = await story.unfold('PLN 899 on the web, PLN 949 on the shelf');
    await price.getByText('She asks which one holds.').last().waitFor();
  });

  it('Marek: the hops of his journey tell what they carried, the account only masked', async () => {
    const story = await StoryPage.open(org, english, 'marek-refund');
    const journey = await story.unfold(/5×/);
    await journey.getByText('Bot found the state of the refund').first().waitFor();
    expect(await story.page.content()).not.toMatch(/0000 ?1234 ?0000/);
  });

  it('Helena: the shared screen shows typed chips in the place of account and PESEL', async () => {
    const story = await StoryPage.open(org, english, 'helena-return');
    await story.unfold(/4×/);
    const screen = await story.unfold('Return of the tent filled in together');
    await screen.locator('c-yeti-masked-text').getByText('7305').first().waitFor();
    await screen.getByText('PESEL').first().waitFor();
    expect(await story.page.content()).not.toMatch(/88041212345|0000 ?5678/);
  });

  it('Oksana: a new message shows by itself, within half a minute', async () => {
    const story = await StoryPage.open(org, polish, 'oksana-boots');
    const { Id } = await org.one<{ Id: string }>("SELECT Id FROM Case WHERE Sample_Key__c = 'oksana-boots'");
    await org.connection.sobject('Yeti_Interaction__c').create({
      Channel__c: 'Messenger',
      Direction__c: 'Inbound',
      Occurred_At__c: new Date().toISOString(),
      Handle__c: 'msgr-malwa-oks',
      Case__c: Id,
      Subject__c: 'Дякую'
    });
    await story.row('Дякую').waitFor({ timeout: 40_000 });
  }, 90_000);

  it('James: the archived message shows no script', async () => {
    const story = await StoryPage.open(org, english, 'james-archived');
    const mail = await story.unfold('has a message');
    await mail.locator('strong', { hasText: 'from you' }).waitFor();
    expect(await story.page.evaluate(() => 'attacked' in window)).toBe(false);
    expect(await mail.locator('script').count()).toBe(0);
  });

  it('Tadeusz: the whole customer shows fifteen messages of marketing', async () => {
    const story = await StoryPage.open(org, polish, 'tadeusz-watch');
    await story.timeline.getByText(words[polish].whole).click();
    await story.row('ISKRA10: 15 % off accessories').first().waitFor();
    await expect.poll(() => story.row('off accessories').count()).toBe(15);
  });

  it('Tadeusz: the stock of what he bought, and an order that stays when the stock system does not answer', async () => {
    const story = await StoryPage.open(org, english, 'tadeusz-watch');
    await story.orders.getByText('ZP-000161').click();
    const watch = story.orders.locator('tr', { hasText: 'Compass watch' });
    await watch.getByText(/^\d+ in \d+ places$/).click();
    await watch.getByText('MAG 9 available').waitFor();
    const { Id } = await org.one<{ Id: string }>('SELECT Id FROM Organization');
    const { id } = await org.connection
      .sobject('Sample_Switches__c')
      .create({ SetupOwnerId: Id, Stock_Fails__c: true });
    try {
      await story.show('tadeusz', 'Contact');
      await story.orders.getByText('ZP-000161').click();
      await story.orders.getByText('Stock system not answering').waitFor();
      await story.orders.getByText('Compass watch').first().waitFor();
    } finally {
      await org.connection.sobject('Sample_Switches__c').delete(String(id));
    }
  });

  it('the hut: everybody sees that there is a legal note, only some can read it', async () => {
    const secret = 'Do not admit the defect';
    const kalina = await StoryPage.open(org, polish, 'hut-helmet');
    await kalina.unfold('Legal note: liability for the defect');
    await kalina.page.waitForLoadState('networkidle');
    expect(await kalina.page.content()).not.toContain(secret);
    const supervisor = await StoryPage.open(org, dobrawa, 'hut-helmet');
    const note = await supervisor.unfold('Legal note: liability for the defect');
    await note.getByText(secret).first().waitFor();
  });

  it('the Dwojaks: what Tymon linked wrongly is with Alicja again', async () => {
    const alicja = await StoryPage.open(org, polish, 'alicja', 'Contact');
    await alicja.row('Gift wrapping, ZP-000172').waitFor();
    expect(await org.count("SELECT COUNT() FROM Yeti_Interaction__c WHERE Contact__r.Sample_Key__c = 'adam'")).toBe(0);
  });
});
