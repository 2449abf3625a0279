import type { FastifyInstance } from 'fastify';
import { recordId } from './fakeOrg.ts';

/** Omni-Channel of the fake org: one agent, and work that a test brings. */
export class FakeOmni {
  readonly posts: { readonly address: string; readonly body: unknown }[] = [];
  enabled = true;
  declineReasons: readonly { readonly id: string; readonly label: string }[] = [];
  /** Said instead of doing what is posted next. */
  refusal: string | undefined;
  tell: () => void = () => undefined;
  #statusId: string | null = null;
  #work: Record<string, unknown>[] = [];

  /** Brings the nth thing to the agent. */
  assign(index: number, seconds: number | null): void {
    const now = Date.now();
    this.#work.push({
      id: `0Bz${String(index)}`,
      status: 'Assigned',
      workItemId: recordId(index),
      objectApiName: 'Thing__c',
      name: `Thing ${String(index)}`,
      fields: [
        { label: 'Size', value: String(index * 1.5) },
        { label: 'Done', value: 'a value that is so long that it does not fit on one line of the card' }
      ],
      requestedAt: new Date(now - 250_000).toISOString(),
      assignedAt: new Date(now).toISOString(),
      pushTimeoutAt: seconds === null ? null : new Date(now + seconds * 1000).toISOString(),
      closesWithTab: true
    });
    this.tell();
  }

  answer(): object {
    return {
      enabled: this.enabled,
      statuses: [
        { id: '0N51', label: 'Available', kind: 'Online' },
        { id: '0N52', label: 'Break', kind: 'Busy' }
      ],
      presence: this.#statusId && { statusId: this.#statusId, since: '2026-11-21T09:30:00.000Z' },
      capacity: { used: this.#work.length, total: 5 },
      work: this.#work,
      declineReasons: this.declineReasons
    };
  }

  serve(server: FastifyInstance): void {
    server.get('/console/api/omni', () => this.answer());
    server.post<{ Params: { '*': string }; Body: Record<string, unknown> }>(
      '/console/api/omni/*',
      ({ params: { '*': address }, body }, reply) => {
        if (this.refusal !== undefined) return reply.code(400).send([{ errorCode: 'OMNI', message: this.refusal }]);
        this.posts.push({ address, body });
        const [, id, action] = /^work\/(\w+)\/(\w+)$/.exec(address) ?? [];
        if (address === 'presence') this.#statusId = body['statusId'] as string | null;
        if (action === 'accept')
          this.#work = this.#work.map((work) => (work['id'] === id ? { ...work, status: 'Opened' } : work));
        if (action === 'decline' || action === 'close') this.#work = this.#work.filter((work) => work['id'] !== id);
        return reply.code(204).send();
      }
    );
  }
}
