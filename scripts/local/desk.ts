import type { Connection } from 'jsforce';
import { z } from 'zod';

const desk = z.object({
  enabled: z.boolean(),
  statuses: z.array(z.object({ id: z.string(), label: z.string(), kind: z.enum(['Online', 'Busy', 'Offline']) })),
  capacity: z.object({ used: z.number(), total: z.number() }),
  work: z.array(
    z.object({
      id: z.string(),
      status: z.enum(['Assigned', 'Opened']),
      workItemId: z.string(),
      name: z.string().nullish()
    })
  )
});

export type DeskState = z.output<typeof desk>;

/** How an agent can be there. */
export type Presence = 'Online' | 'Busy' | 'Offline';

/** Omni-Channel of the local org as one agent's browser uses it. */
export class Desk {
  readonly #url: string;
  readonly #cookie: string;

  private constructor(url: string, cookie: string) {
    this.#url = url;
    this.#cookie = cookie;
  }

  /**
   * Signs in as somebody else, which only the local org lets an admin do.
   *
   * @throws Error with the org's reason
   */
  static async signIn({ instanceUrl, accessToken }: Connection, username: string): Promise<Desk> {
    const answer = await fetch(`${instanceUrl}/console/api/switch-user`, {
      method: 'POST',
      headers: { authorization: `Bearer ${accessToken ?? ''}`, 'content-type': 'application/json' },
      body: JSON.stringify({ username })
    });
    const cookie = answer.headers.get('set-cookie')?.split(';')[0];
    if (!answer.ok || cookie === undefined) throw new Error(`${username} can't sign in: ${await answer.text()}`);
    return new Desk(instanceUrl, cookie);
  }

  async state(): Promise<DeskState> {
    return desk.parse(await this.#ask('GET', ''));
  }

  /** @throws Error if the org has no such status */
  async setPresence(presence: Presence): Promise<void> {
    const { statuses } = await this.state();
    const statusId = statuses.find(({ kind }) => kind === presence)?.id ?? null;
    if (statusId === null && presence !== 'Offline')
      throw new Error(`The org has no presence status that is ${presence}.`);
    await this.#ask('POST', '/presence', { statusId: presence === 'Offline' ? null : statusId });
  }

  async accept(workId: string): Promise<void> {
    await this.#ask('POST', `/work/${workId}/accept`, {});
  }

  async close(workId: string): Promise<void> {
    await this.#ask('POST', `/work/${workId}/close`, {});
  }

  async #ask(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(`${this.#url}/console/api/omni${path}`, {
      method,
      headers: { cookie: this.#cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) })
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`Omni-Channel refused ${method} ${path}: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }
}
