import { topics } from '../../sample/company/ordinary.ts';
import { Random } from './random.ts';
import type { Story } from './story.ts';

const key = 'yarn';
const address = 'klebek.tysiaclecia@example.com';

/** How much the customer of all customers has told. */
export const yarnLength = 50_000;

/** Minutes between two interactions: the yarn goes back four years. */
const gap = 42;

/** Somebody with far more interactions than any screen can hold. */
export function yarnOfAges(seed: number): Story {
  const random = new Random(seed);
  return {
    account: { key, name: 'Kłębek Tysiąclecia / Yarn of Ages', city: 'Łódź' },
    contacts: [
      { key, firstName: 'Kłębek', lastName: 'Tysiąclecia', since: 'D-1500 10:00', language: 'pl', email: address }
    ],
    cases: [
      {
        key,
        contact: key,
        subject: { pl: 'Kłębek spraw', en: 'A yarn of matters' },
        type: 'Question',
        origin: 'Chat',
        owner: 'mira',
        at: 'D-1499 10:00'
      }
    ],
    interactions: Array.from({ length: yarnLength }, (_, index) => {
      const topic = random.pick(topics);
      return {
        key: `yarn-${String(index + 1)}`,
        channel: random.pick(['Chat', 'WebForm', 'Newsletter']),
        at: `m-${String((yarnLength - index) * gap)}`,
        handle: address,
        case: key,
        subject: topic.subject,
        body: random.pick(topic.asks)
      };
    })
  };
}
