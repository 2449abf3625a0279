import type { Story } from '../../../scripts/sample/story.ts';

/** Customers with 1, 2, 5, 22 and 112 messages: Polish counts them in three ways. */
export const plurals: readonly Story[] = [
  [1, 'Jedynak'],
  [2, 'Dwójka'],
  [5, 'Piątek'],
  [22, 'Dwudziestak'],
  [112, 'Alarmowy']
].map(([count, lastName]) => story(Number(count), String(lastName)));

function story(count: number, lastName: string): Story {
  const key = `plural-${String(count)}`;
  const address = `liczba.${String(count)}@example.com`;
  return {
    account: { key, name: `Roman ${lastName}`, city: 'Toruń' },
    contacts: [{ key, firstName: 'Roman', lastName, since: 'D-100 10:00', language: 'pl', email: address }],
    cases: [
      {
        key,
        contact: key,
        subject: { pl: 'Pytania o mapy', en: 'Questions about maps' },
        type: 'Question',
        origin: 'Chat',
        owner: 'kalina',
        at: 'D-30 09:00'
      }
    ],
    interactions: Array.from({ length: count }, (_, index) => ({
      key: `${key}-${String(index + 1)}`,
      channel: 'Chat',
      at: `m-${String(1500 + (count - index) * 17)}`,
      handle: address,
      case: key,
      subject: { pl: `Pytanie ${String(index + 1)}`, en: `Question ${String(index + 1)}` }
    }))
  };
}
