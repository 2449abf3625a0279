import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { places, products } from '../../sample/company/goods.ts';
import { colleagues } from '../../sample/company/people.ts';
import { Company } from './company.ts';
import { contactRow } from './customers.ts';
import { languages, readLanguage } from './language.ts';
import { companyStories } from './load.ts';
import { Moments } from './moments.ts';
import { ordinary } from './ordinary.ts';
import { readSeed } from './random.ts';
import type { Story } from './story.ts';
import { interactionRow } from './threads.ts';

const moments = Moments.read('2026-11-21T10:30+01:00');
const stories = companyStories({ seed: 1, scale: false });

function all<T>(pick: (story: Story) => readonly T[] | undefined): T[] {
  return stories.flatMap((story) => pick(story) ?? []);
}

const interactions = all((story) => story.interactions);
const isOrdinary = ({ key }: { readonly key: string }) => key.startsWith('ordinary');

describe('moments of stories', () => {
  it('are minutes before now, and local times of calendar days', () => {
    expect(moments.at('m-25')).toBe('2026-11-21T09:05:00.000Z');
    expect(moments.at('D-9 14:05')).toBe('2026-11-12T13:05:00.000Z');
    expect(moments.at('D-1 17:28:40')).toBe('2026-11-20T16:28:40.000Z');
    expect(moments.day('D+9')).toBe('2026-11-30');
    expect(moments.localDay('D-1 00:10')).toBe('2026-11-20');
  });

  it('keep the local time across the change of the clocks 27 days ago', () => {
    expect(moments.at('D-26 10:00')).toBe('2026-10-26T09:00:00.000Z');
    expect(moments.at('D-27 10:00')).toBe('2026-10-25T09:00:00.000Z');
    expect(moments.at('D-28 10:00')).toBe('2026-10-24T08:00:00.000Z');
    expect(moments.day('D-28')).toBe('2026-10-24');
  });

  it('begin their days at midnight in Warsaw, wherever the clock stands', () => {
    const late = new Moments(DateTime.fromISO('2026-11-21T23:30:00Z'));
    expect(late.day('D')).toBe('2026-11-22');
    expect(late.at('D 00:10')).toBe('2026-11-21T23:10:00.000Z');
  });

  it.each(['D-9', 'm25', '14:05', 'yesterday'])('refuse %s', (moment) => {
    expect(() => moments.at(moment)).toThrow(`"${moment}" is no moment of a story.`);
  });
});

describe('the command line', () => {
  it('says in one sentence what it does not take', () => {
    expect(() => Moments.read('soon')).toThrow('--as-of takes a moment such as 2026-11-21T10:30+01:00, not "soon".');
    expect(() => readSeed('-1')).toThrow('--seed takes a whole number from 0, not "-1".');
    expect(() => readLanguage('fr')).toThrow('--language takes pl or en, not "fr".');
  });
});

describe('the sample company', () => {
  it('is the same from the same seed, and another one from another', () => {
    expect(companyStories({ seed: 1, scale: false })).toEqual(stories);
    expect(companyStories({ seed: 2, scale: false })).not.toEqual(stories);
  });

  it('has rows with the same keys in both languages, and texts of their own', () => {
    const [polish, english] = languages.map((language) => {
      const company = companyWith(language);
      return interactions.map((interaction) => interactionRow(company, interaction));
    });
    expect(polish?.map(withoutTexts)).toEqual(english?.map(withoutTexts));
    expect(polish).not.toEqual(english);
  });

  it('has keys that nothing else has', () => {
    const keys = [
      all(({ account }) => [account.key]),
      all(({ contacts }) => contacts.map(({ key }) => key)),
      all(({ cases }) => cases?.map(({ key }) => key)),
      interactions.map(({ key }) => key),
      all(({ orders }) => orders?.map(({ number }) => number)),
      all(({ emails }) => emails?.map(({ key }) => key))
    ];
    for (const each of keys) expect(new Set(each).size).toBe(each.length);
  });

  it('tells of nothing after now', () => {
    const now = moments.at('m-0');
    for (const { at, key } of [...interactions, ...all(({ emails }) => emails), ...all(({ cases }) => cases)])
      expect(`${moments.at(at)} ${key}` <= `${now} ${key}`, `${key} at ${at}`).toBe(true);
  });

  it('is large enough that lists look like work', () => {
    expect(all(({ contacts }) => contacts).filter(isOrdinary)).toHaveLength(60);
    expect(all(({ cases }) => cases).filter(isOrdinary)).toHaveLength(150);
    expect(interactions.filter(isOrdinary).length + ordinary.orders).toBe(3000);
  });

  it.each([1, 2, 5, 22, 112])('has a customer with %i messages', (count) => {
    const story = stories.find(({ account }) => account.key === `plural-${String(count)}`);
    expect(story?.interactions).toHaveLength(count);
  });

  it('has the yarn of ages only at scale', () => {
    const scaled = companyStories({ seed: 1, scale: true });
    expect(scaled.slice(0, -1)).toEqual(stories);
    expect(scaled.at(-1)?.interactions).toHaveLength(50_000);
  });

  it('reaches nobody real: addresses at example.com, numbers of the blocks kept for it', () => {
    for (const { email, phone, mobile } of all(({ contacts }) => contacts)) {
      if (email !== undefined) expect(email).toMatch(/@example\.com$/);
      for (const number of [phone, mobile])
        if (number !== undefined)
          expect(number.replaceAll(/[ -]/g, '')).toMatch(/^((\+48)?60000[01]\d{3}|\+447700900\d{3})$/);
    }
  });

  it('has nine products, each with a price and a stock for every place', () => {
    expect(products).toHaveLength(9);
    for (const { stock, price } of products) {
      expect(stock).toHaveLength(places.length);
      expect(price).toBeGreaterThan(0);
    }
  });

  it('has people with user names of their own, whom the stories name', () => {
    const keys = new Set(colleagues.map(({ key }) => key));
    expect(new Set(colleagues.map(({ username }) => username)).size).toBe(colleagues.length);
    for (const { agent } of interactions) if (agent !== undefined) expect(keys).toContain(agent);
    for (const { owner } of all(({ cases }) => cases)) if (owner !== undefined) expect(keys).toContain(owner);
  });

  it('sets the note of a customer to end on its day', () => {
    const zofia = stories[0];
    const [contact] = zofia?.contacts ?? [];
    if (zofia === undefined || contact === undefined) return expect.fail('nobody');
    expect(contactRow(companyWith('pl'), contact, zofia)).toMatchObject({ Yeti_Note_Expires__c: '2026-11-21' });
  });
});

/** A company in whose org everything is, under its key. */
function companyWith(language: 'pl' | 'en'): Company {
  const company = new Company(moments, language);
  const same = (keys: readonly string[]) => new Map(keys.map((key) => [key, key]));
  company.know('Account', same(stories.map(({ account }) => account.key)));
  company.know('Contact', same(all(({ contacts }) => contacts).map(({ key }) => key)));
  company.know('Case', same(all(({ cases }) => cases).map(({ key }) => key)));
  return company;
}

function withoutTexts({ Subject__c, Body__c, Carried_Data__c, ...rest }: Readonly<Record<string, unknown>>): object {
  const carried: unknown = Carried_Data__c === undefined ? [] : JSON.parse(String(Carried_Data__c));
  const keys = z.array(z.object({ key: z.string(), sensitive: z.boolean().optional() })).parse(carried);
  return { ...rest, keys, texts: [Subject__c, Body__c].map((text) => text !== undefined) };
}
