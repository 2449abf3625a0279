import { cities, firstNames, lastNames, noise, topics, type Topic } from '../../sample/company/ordinary.ts';
import { Random } from './random.ts';
import type { CaseOf, ContactOf, InteractionOf, OrderOf, Story } from './story.ts';

/** How much there is, so that lists look like work. Orders count as interactions do. */
export const ordinary = { customers: 60, cases: 150, orders: 150, interactions: 2850 };

/** Days they go back. */
const span = 540;
/** Days after which a case is closed for certain. */
const longest = 13;
const agents = ['kalina', 'borys', 'olha', 'roza', 'gniewko', 'mira', 'tymon', 'hanka', 'leszek', 'wanda', 'bogna'];
const channels = ['Chat', 'Phone', 'WhatsApp', 'Messenger', 'WebForm', 'SMS'] as const;

/** Customers like everybody: the same from the same seed. */
export function ordinaryStories(seed: number): Story[] {
  const random = new Random(seed);
  const drafts = Array.from({ length: ordinary.customers }, (_, index) => customer(random, index));
  for (let index = 0; index < ordinary.cases; index++) addCase(random, random.pick(drafts), index);
  for (let index = 0; index < ordinary.orders; index++) addOrder(random, random.pick(drafts), index);
  const count = () => drafts.reduce((sum, { interactions }) => sum + interactions.length, 0);
  for (let index = count(); index < ordinary.interactions; index++) addNoise(random, random.pick(drafts), index);
  return drafts;
}

interface Draft extends Story {
  readonly contact: ContactOf;
  readonly cases: CaseOf[];
  readonly orders: OrderOf[];
  readonly interactions: InteractionOf[];
}

function customer(random: Random, index: number): Draft {
  const number = String(index + 1).padStart(3, '0');
  const key = `ordinary-${number}`;
  const email = `klient.${number}@example.com`;
  const contact: ContactOf = {
    key,
    firstName: random.pick(firstNames),
    lastName: random.pick(lastNames),
    since: `D-${String(span + 1 + random.below(600))} 12:00`,
    language: random.below(12) === 0 ? 'en' : 'pl',
    email,
    mobile: `+48 600 001 ${number}`
  };
  return {
    account: { key, name: `${contact.firstName} ${contact.lastName}`, city: random.pick(cities) },
    contact,
    contacts: [contact],
    identities: [{ contact: key, kind: 'Messenger', handle: `msgr-${key}`, basis: 'Signed in' }],
    cases: [],
    orders: [],
    interactions: []
  };
}

/** A question, and its conversation: the customer and an agent in turns. */
function addCase(random: Random, draft: Draft, index: number): void {
  const topic = random.pick(topics);
  const channel = random.pick(channels);
  const agent = random.pick(agents);
  // A third of them are of these days.
  const day = index % 3 === 0 ? 1 + random.below(longest) : longest + 1 + random.below(span - longest);
  const key = `ordinary-case-${String(index + 1).padStart(3, '0')}`;
  const isOpen = day <= longest && random.below(4) > 0;
  draft.cases.push({
    key,
    contact: draft.contact.key,
    subject: topic.subject,
    type: topic.type,
    origin: channel,
    ...(topic.group === undefined ? {} : { group: topic.group }),
    status: isOpen ? random.pick(['New', 'Working', 'Working', 'Escalated'] as const) : 'Closed',
    owner: agent,
    at: `D-${String(day)} 08:${minutes(random)}`
  });
  const turns = 6 + random.below(10);
  for (let turn = 0; turn < turns; turn++) {
    draft.interactions.push(message(random, { draft, key, topic, channel, agent, turn, turns, day, isOpen }));
  }
}

interface Turn {
  readonly draft: Draft;
  readonly key: string;
  readonly topic: Topic;
  readonly channel: (typeof channels)[number];
  readonly agent: string;
  readonly turn: number;
  readonly turns: number;
  readonly day: number;
  readonly isOpen: boolean;
}

function message(random: Random, { draft, key, topic, channel, agent, turn, turns, day, isOpen }: Turn): InteractionOf {
  const isOurs = turn % 2 === 1;
  const words = random.pick(isOurs ? topic.answers : turn === 0 ? topic.asks.slice(0, 1) : topic.asks);
  const later = Math.max(1, day - Math.floor((turn * Math.min(day, longest)) / turns));
  return {
    key: `${key}-${String(turn + 1)}`,
    channel,
    direction: isOurs ? 'Outbound' : 'Inbound',
    at: `D-${String(later)} ${String(9 + Math.min(turn, 12)).padStart(2, '0')}:${minutes(random)}`,
    handle: handleOf(draft, channel),
    case: key,
    subject: topic.subject,
    body: words,
    thread: `${key}-thread`,
    ...(isOurs ? { contact: draft.contact.key, agent, delivery: 'Sent' as const, purpose: 'Service' as const } : {}),
    ...(turn === turns - 1 && !isOpen ? { outcome: 'Resolved' as const } : {})
  };
}

function addOrder(random: Random, draft: Draft, index: number): void {
  const { sku } = random.pick(topics);
  draft.orders.push({
    number: `ZP-1${String(index + 1).padStart(5, '0')}`,
    contact: draft.contact.key,
    at: `D-${String(1 + random.below(span))} 1${String(random.below(10))}:${minutes(random)}`,
    channel: random.pick(['Web', 'Web', 'Store', 'MobileApp'] as const),
    lines: [{ sku, quantity: 1 + random.below(2) }]
  });
}

function addNoise(random: Random, draft: Draft, index: number): void {
  const { channel, outbound, subject } = random.pick(noise);
  const handle = handleOf(draft, channel);
  draft.interactions.push({
    key: `ordinary-${String(index + 1)}`,
    channel,
    direction: outbound ? 'Outbound' : 'Inbound',
    at: `D-${String(1 + random.below(span))} 1${String(random.below(10))}:${minutes(random)}`,
    subject,
    ...(handle === undefined || outbound ? { contact: draft.contact.key } : {}),
    ...(handle === undefined ? {} : { handle }),
    ...(outbound ? { purpose: channel === 'Newsletter' ? 'Marketing' : 'Service', delivery: 'Sent' } : {})
  });
}

function handleOf({ contact }: Draft, channel: string): string | undefined {
  if (['Phone', 'SMS', 'WhatsApp'].includes(channel)) return contact.mobile;
  if (['Chat', 'WebForm', 'Newsletter'].includes(channel)) return contact.email;
  return channel === 'Messenger' ? `msgr-${contact.key}` : undefined;
}

function minutes(random: Random): string {
  return String(random.below(60)).padStart(2, '0');
}
