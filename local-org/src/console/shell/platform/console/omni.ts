import { messageOf, request } from './http.ts';
import { onServerEvent } from './serverEvents.ts';

/** A presence that the agent can choose. */
export interface PresenceStatus {
  readonly id: string;
  readonly label: string;
  readonly kind: 'Online' | 'Busy' | 'Offline';
}

/** Work that was brought to the agent: assigned until it is accepted, then open. Moments are ISO text. */
export interface Work {
  readonly id: string;
  readonly status: 'Assigned' | 'Opened';
  readonly workItemId: string;
  readonly objectApiName: string;
  readonly name: string;
  readonly icon?: string;
  /** What the object's compact layout shows. */
  readonly fields: readonly { readonly label: string; readonly value: string | null }[];
  readonly requestedAt: string;
  readonly assignedAt: string;
  /** Until when it can be accepted; null: as long as it takes. */
  readonly pushTimeoutAt: string | null;
  /** Whether it is done with its tab; otherwise its record says when. */
  readonly closesWithTab: boolean;
}

/** What `/console/api/omni` answers: the signed-in user's part in Omni-Channel. */
export interface OmniState {
  readonly enabled: boolean;
  readonly statuses: readonly PresenceStatus[];
  /** null: offline. */
  readonly presence: { readonly statusId: string; readonly since: string } | null;
  readonly capacity: { readonly used: number; readonly total: number };
  readonly work: readonly Work[];
  readonly declineReasons: readonly { readonly id: string; readonly label: string }[];
  /** What the org's clock says. */
  readonly now?: string;
}

const ADDRESS = '/console/api/omni';

const NOTHING: OmniState = {
  enabled: false,
  statuses: [],
  presence: null,
  capacity: { used: 0, total: 0 },
  work: [],
  declineReasons: []
};

/** What there is to tell of work besides its name. */
export function fieldsOf({ name, fields }: Work): readonly { readonly label: string; readonly value: string }[] {
  return fields.flatMap(({ label, value }) =>
    value === null || value === '' || value === name ? [] : [{ label, value }]
  );
}

/** The signed-in user's part in Omni-Channel, as the org last told it. */
class Omni {
  #state = NOTHING;
  #problem = '';
  #ahead = 0;
  #asked = 0;
  readonly #listeners = new Set<() => void>();

  get state(): OmniState {
    return this.#state;
  }

  /** Why the org refused what was wanted last. */
  get problem(): string {
    return this.#problem;
  }

  /** What the org's clock says now, in milliseconds. */
  get now(): number {
    return Date.now() + this.#ahead;
  }

  /** Calls the listener after every change. @returns unsubscribe */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Asks the org, and again whenever it says that something changed, or may have said so unheard. */
  follow(): void {
    void this.refresh();
    for (const name of ['omni', 'open']) onServerEvent(name, () => void this.refresh());
  }

  async refresh(): Promise<void> {
    const asked = (this.#asked += 1);
    const state = await request<OmniState>('GET', ADDRESS).catch(() => undefined);
    // An answer that was overtaken is older than what is shown.
    if (asked !== this.#asked) return;
    if (state?.now !== undefined) this.#ahead = Date.parse(state.now) - Date.now();
    this.#change(state ?? this.#state, this.#problem);
  }

  /** @param statusId null: goes offline */
  choosePresence(statusId: string | null): Promise<boolean> {
    return this.#ask(`${ADDRESS}/presence`, { statusId });
  }

  accept({ id }: Work): Promise<boolean> {
    return this.#ask(`${ADDRESS}/work/${id}/accept`, {});
  }

  decline({ id }: Work, reason?: string): Promise<boolean> {
    return this.#ask(`${ADDRESS}/work/${id}/decline`, reason === undefined ? {} : { reason });
  }

  /** The agent is done with it. */
  close({ id }: Work): Promise<boolean> {
    return this.#ask(`${ADDRESS}/work/${id}/close`, {});
  }

  /** @returns whether the org did it */
  async #ask(address: string, body: object): Promise<boolean> {
    let problem = '';
    try {
      await request('POST', address, body);
    } catch (error) {
      problem = messageOf(error);
    }
    this.#change(this.#state, problem);
    await this.refresh();
    return problem === '';
  }

  #change(state: OmniState, problem: string): void {
    this.#state = state;
    this.#problem = problem;
    for (const listener of this.#listeners) listener();
  }
}

/** Omni-Channel for this browser window. */
export const omni = new Omni();
