import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { OrgError } from '../../errors.ts';
import type { LiveOrg } from '../../org.ts';
import type { Row } from '../../row.ts';
import type { ObjectDef } from '../../schema/types.ts';
import { checkVersion } from '../rest/index.ts';
import { StreamingClient } from './client.ts';
import { eventJson } from './eventJson.ts';

const message = z.looseObject({
  channel: z.string(),
  id: z.union([z.string(), z.number()]).optional(),
  clientId: z.string().optional(),
  subscription: z.union([z.string(), z.array(z.string())]).optional(),
  advice: z.looseObject({ timeout: z.number().optional() }).optional(),
  ext: z.looseObject({ replay: z.record(z.string(), z.number()).optional() }).optional()
});
const messages = z.union([z.array(message).min(1), message.transform((one) => [one])]);

type Message = z.infer<typeof message>;
type Reply = Readonly<Record<string, unknown>>;

const retry = { reconnect: 'retry', interval: 0, timeout: 110_000 };
const onlyNew = -1;
const allKept = -2;

/** `/cometd/65.0`: platform events for streaming clients, over Bayeux with long polling. */
export function streamingApi(server: FastifyInstance, org: LiveOrg): void {
  const clients = new Map<string, StreamingClient>();
  const answer = answering(org, clients);
  for (const url of ['/cometd/:version', '/cometd/:version/*']) {
    server.post<{ Params: { version: string } }>(url, async (request, reply) => {
      checkVersion(`v${request.params.version}`);
      const asked = messages.safeParse(request.body);
      if (!asked.success) throw new OrgError('JSON_PARSER_ERROR', 'Send Bayeux messages: a list of objects.');
      const { session } = request;
      if (!session) return reply.code(401).send(asked.data.map(refusedSignIn));
      const replies: Reply[] = [];
      for (const one of asked.data) replies.push(...(await answer(one, session.userId)));
      return replies;
    });
  }
  // Before the server closes its connections: a question that waits would keep it from closing.
  server.addHook('preClose', (done) => {
    for (const client of [...clients.values()]) client.end();
    done();
  });
}

function refusedSignIn({ channel, id }: Message): Reply {
  const failure = { failureReason: '401::Authentication invalid' };
  return {
    ...head({ channel, id }),
    successful: false,
    error: '403::Handshake denied',
    advice: { reconnect: 'none' },
    ext: { sfdc: failure, replay: true, 'payload.format': true }
  };
}

function head({ channel, id, clientId }: Pick<Message, 'channel' | 'id' | 'clientId'>): Reply {
  return { channel, ...(id !== undefined && { id }), ...(clientId !== undefined && { clientId }) };
}

function answering(org: LiveOrg, clients: Map<string, StreamingClient>) {
  return async (asked: Message, userId: string): Promise<Reply[]> => {
    if (asked.channel === '/meta/handshake') return [greet(asked, userId, clients)];
    const client = clients.get(asked.clientId ?? '');
    if (client?.userId !== userId) return [unknownClient(asked)];
    switch (asked.channel) {
      case '/meta/connect':
        return [...(await client.wait(asked.advice?.timeout)), { ...head(asked), successful: true, advice: retry }];
      case '/meta/subscribe':
        return channelsOf(asked).map((channel) => subscribe(org, client, asked, channel));
      case '/meta/unsubscribe':
        return channelsOf(asked).map((channel) => ({
          ...head(asked),
          subscription: channel,
          successful: client.unsubscribe(channel)
        }));
      case '/meta/disconnect':
        client.end();
        return [{ ...head(asked), successful: true }];
      default:
        return [{ ...head(asked), successful: false, error: `400:${asked.channel}:Publishing is not supported` }];
    }
  };
}

function greet(asked: Message, userId: string, clients: Map<string, StreamingClient>): Reply {
  const client: StreamingClient = new StreamingClient(userId, () => clients.delete(client.id));
  clients.set(client.id, client);
  return {
    ...head(asked),
    clientId: client.id,
    version: '1.0',
    minimumVersion: '1.0',
    supportedConnectionTypes: ['long-polling'],
    successful: true,
    advice: retry,
    ext: { replay: true, 'payload.format': true }
  };
}

function unknownClient(asked: Message): Reply {
  return {
    ...head(asked),
    successful: false,
    error: '403::Unknown client',
    advice: { reconnect: 'handshake', interval: 0 }
  };
}

function channelsOf({ subscription = [] }: Message): readonly string[] {
  return [subscription].flat();
}

function subscribe(org: LiveOrg, client: StreamingClient, asked: Message, channel: string): Reply {
  const reply = { ...head(asked), subscription: channel };
  const object = eventOf(org, channel);
  if (!object) {
    return {
      ...reply,
      successful: false,
      error: `404:${channel}:The channel you requested to subscribe to does not exist {${channel}}`
    };
  }
  if (!org.accessOf(client.userId).object(object.name).read) {
    return { ...reply, successful: false, error: `403:${channel}:You do not have access to ${object.name}` };
  }
  const give = (row: Row): void =>
    client.push({ channel, data: eventJson(org.schema.object(row.type) ?? object, row) });
  const replayFrom = asked.ext?.replay?.[channel] ?? onlyNew;
  if (replayFrom !== onlyNew) {
    const first = replayFrom === allKept ? 0 : replayFrom;
    for (const row of org.events.history.after(object.name, first)) give(row);
  }
  const latest = org.events.history.latest(object.name);
  client.subscribe(
    channel,
    org.events.subscribe(`/event/${object.name}`, (row) => give(row as Row))
  );
  return { ...reply, successful: true, ext: { replay: { [channel]: latest } } };
}

/** The event behind `/event/X__e`. */
function eventOf(org: LiveOrg, channel: string): ObjectDef | undefined {
  const name = /^\/event\/(\w+)$/.exec(channel)?.[1];
  const object = name === undefined ? undefined : org.schema.object(name);
  return object?.kind === 'platformEvent' ? object : undefined;
}
