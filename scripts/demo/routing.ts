import { setTimeout as sleep } from 'node:timers/promises';
import { stdout } from 'node:process';
import type { Connection } from 'jsforce';
import { readComplaints } from '../complaints/read.ts';
import { connectLocal } from '../lib/connection.ts';
import { fail } from '../lib/fail.ts';
import { startOrg } from '../local/running.ts';
import { Random } from '../sample/random.ts';
import { arrivalsOf, arrive, type Arrival } from './arrivals.ts';
import { ensureBankRules, ensureBankStaff } from './bank.ts';
import { readOptions } from './options.ts';
import { Shift } from './shift.ts';
import { countWaiting, mostWanted, summarize, type Summary } from './tally.ts';

const day = 24 * 60 * 60 * 1000;
/** Milliseconds between two looks at what has arrived and what is done. */
const tick = 250;
/** Agents are kept so busy that queues form now and then. */
const wantedLoad = 0.8;
/** When nothing has been done for so many milliseconds, what still waits is left. */
const patience = 15_000;
/** Who watches: the one who leads, in English. */
const watcher = 'dobrawa.grzbiet@zbik.example';

/**
 * `npm run demo:routing [-- --rate N --count N --port N --folder F --end]`: the complaints arrive as they did, sped up, and agents
 * work on them; the console shows it.
 */
async function main(): Promise<void> {
  const options = readOptions();
  console.log('Starting an org of its own for the bank (the first time takes a minute) …');
  const org = await startOrg({
    folder: options.folder,
    parameters: ['--no-data', '--no-watch', '--port', String(options.port), '--user', watcher]
  });
  try {
    const connection = await connectLocal(options.folder);
    const staff = await ensureBankStaff(connection);
    await ensureBankRules(connection);
    const arrivals = await arrivalsOf(connection, (await readComplaints()).slice(0, options.count));
    const days = Math.max(1, ((arrivals.at(-1)?.at ?? 0) - (arrivals[0]?.at ?? 0)) / day);
    const speed = (days * options.rate) / arrivals.length;
    const places = staff.reduce((sum, { agent }) => sum + agent.capacity, 0);
    const service = Math.min(60_000, (wantedLoad * places * 1000) / options.rate);
    const shift = await Shift.begin(connection, staff, { accept: 1500, service }, new Random(1));
    console.log(`Watch it: ${org.url}lightning/n/Yeti_Waiting_Work`);
    console.log(
      `${String(staff.length)} agents are there. ${String(options.rate)} complaints come a second, ${speed.toFixed(1)} days of the past; one takes ${(service / 1000).toFixed(1)} s.\n`
    );
    // Records know seconds.
    const since = new Date(Math.floor(Date.now() / 1000) * 1000).toISOString();
    await run(connection, arrivals, shift, speed);
    for (const line of linesOf(await summarize(connection, since))) console.log(line);
    if (!options.end) {
      console.log(`\nThe org goes on running at ${org.url}: Ctrl+C ends it.`);
      await new Promise<void>((resolve) => process.once('SIGINT', resolve));
    }
  } finally {
    await org.stop();
  }
}

/** Lets all arrive and be worked on, until nobody has anything or patience ends. */
async function run(connection: Connection, arrivals: readonly Arrival[], shift: Shift, speed: number): Promise<void> {
  const begin = Date.now();
  const first = arrivals[0]?.at ?? 0;
  let arrived = 0;
  let lastDeed = begin;
  let deeds = 0;
  for (let look = 0; ; look++) {
    const now = Date.now();
    const until = first + ((now - begin) / 1000) * speed * day;
    const due = arrivals.slice(arrived).findIndex(({ at }) => at > until);
    const next = due < 0 ? arrivals.slice(arrived) : arrivals.slice(arrived, arrived + due);
    await arrive(connection, next);
    arrived += next.length;
    const open = await shift.work(now);
    if (deeds !== arrived + shift.accepted + shift.closed) lastDeed = now;
    deeds = arrived + shift.accepted + shift.closed;
    if (look % 4 === 0) {
      const waiting = await countWaiting(connection);
      const date = new Date(Math.min(until, arrivals.at(-1)?.at ?? 0)).toISOString().slice(0, 10);
      show(
        `${date}  arrived ${String(arrived)}  waiting ${String(waiting)}  with agents ${String(open)}  closed ${String(shift.closed)}`
      );
      const isOver = arrived === arrivals.length && open === 0 && waiting === 0;
      if (isOver || (arrived === arrivals.length && now - lastDeed > patience)) break;
    }
    await sleep(Math.max(0, tick - (Date.now() - now)));
  }
  const waiting = await countWaiting(connection);
  show('');
  if (waiting > 0) {
    console.log(`Still waiting: ${String(waiting)}. Skills relax after minutes, not days. Most wanted:`);
    for (const [summary, cases] of (await mostWanted(connection)).slice(0, 5))
      console.log(`  ${String(cases)} × ${summary}`);
  }
}

function linesOf({ cases, median, slow, byAgent, byRule }: Summary): string[] {
  const best = (counts: readonly (readonly [string, number])[]) =>
    counts
      .slice(0, 6)
      .map(([name, count]) => `${name} ${String(count)}`)
      .join(', ');
  return [
    `${String(cases)} decisions. Brought to somebody within ${median.toFixed(1)} s (half of them), ${slow.toFixed(1)} s (95 of 100).`,
    `Agents: ${best(byAgent)}, …`,
    `Rules:  ${best(byRule)}, …`
  ];
}

/** Rewrites one line on a terminal; elsewhere each is a line of its own. */
function show(line: string): void {
  stdout.write(stdout.isTTY ? `\r${line}\u001b[K` : line === '' ? '' : `${line}\n`);
}

main().catch(fail);
