import type { Connection } from 'jsforce';
import { batches } from '../lib/ensure.ts';
import { Desk } from '../local/desk.ts';
import type { Staff } from '../sample/routing.ts';
import type { Random } from '../sample/random.ts';

interface WorkRow {
  readonly Id: string;
  readonly UserId: string;
  readonly WorkItemId: string;
  readonly Status: 'Assigned' | 'Opened';
}

/** How long agents take. */
export interface Pace {
  /** Milliseconds until somebody accepts, at most. */
  readonly accept: number;
  /** Milliseconds a case takes on average. */
  readonly service: number;
}

/** Agents at work: whoever is brought a case opens it after a moment and closes it when it is done. */
export class Shift {
  readonly #connection: Connection;
  readonly #desks: ReadonlyMap<string, Desk>;
  readonly #pace: Pace;
  readonly #random: Random;
  /** When the next thing is due with a piece of work, by its id and state. */
  readonly #due = new Map<string, number>();
  accepted = 0;
  closed = 0;

  private constructor(connection: Connection, desks: ReadonlyMap<string, Desk>, pace: Pace, random: Random) {
    this.#connection = connection;
    this.#desks = desks;
    this.#pace = pace;
    this.#random = random;
  }

  /** Everybody signs in and is there. */
  static async begin(connection: Connection, staff: readonly Staff[], pace: Pace, random: Random): Promise<Shift> {
    const desks = new Map<string, Desk>();
    for (const { agent, userId } of staff) {
      const username = `${agent.key}@bank.example`;
      const desk = await Desk.signIn(connection, username);
      await desk.setPresence('Online');
      desks.set(userId, desk);
    }
    return new Shift(connection, desks, pace, random);
  }

  /** Does what is due at a moment. @returns how many cases agents have */
  async work(now: number): Promise<number> {
    const { records } = await this.#connection.query<WorkRow>(
      "SELECT Id, UserId, WorkItemId, Status FROM AgentWork WHERE Status IN ('Assigned', 'Opened')",
      { autoFetch: true, maxFetch: 10_000 }
    );
    const due = records.filter((row) => this.#isDue(row, now));
    const closing = due.filter(({ Status }) => Status === 'Opened');
    await Promise.all(due.map((row) => this.#act(row)));
    for (const batch of batches(closing))
      await this.#connection
        .sobject('Case')
        .update(batch.map(({ WorkItemId }) => ({ Id: WorkItemId, Status: 'Closed' })));
    return records.length - closing.length;
  }

  #isDue({ Id, Status }: WorkRow, now: number): boolean {
    const key = `${Id} ${Status}`;
    const known = this.#due.get(key);
    if (known !== undefined) return known <= now;
    this.#due.set(key, now + this.#duration(Status));
    return false;
  }

  /** Accepting takes a while, whichever; service times are exponential: many are short, few are long. */
  #duration(status: WorkRow['Status']): number {
    const share = (this.#random.below(10_000) + 1) / 10_001;
    return status === 'Assigned' ? share * this.#pace.accept : -Math.log(share) * this.#pace.service;
  }

  async #act({ Id, UserId, Status }: WorkRow): Promise<void> {
    const desk = this.#desks.get(UserId);
    if (desk === undefined) return;
    if (Status === 'Assigned') {
      await desk.accept(Id);
      this.accepted++;
    } else {
      await desk.close(Id);
      this.closed++;
    }
  }
}
