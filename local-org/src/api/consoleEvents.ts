import type { FastifyInstance } from 'fastify';
import { omniChannel } from '../omni/index.ts';
import type { LiveOrg } from '../org.ts';
import { sessionOf } from './sessions.ts';

/** Keeps proxies and browsers from closing a silent stream. */
const heartbeat = 20_000;

/** `GET /console/api/events`: a stream that tells the browser what was deployed, and that its user's work has changed. */
export function consoleEvents(server: FastifyInstance, org: LiveOrg): void {
  server.get('/console/api/events', (request, reply) => {
    const { userId } = sessionOf(request);
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', connection: 'keep-alive' });
    raw.write(': connected\n\n');
    const subscriptions = [
      org.events.subscribe('deploy', (message) => raw.write(`event: deploy\ndata: ${JSON.stringify(message)}\n\n`)),
      org.events.subscribe(omniChannel(userId), () => raw.write('event: omni\ndata: {}\n\n'))
    ];
    const beat = setInterval(() => raw.write(': still here\n\n'), heartbeat);
    request.raw.on('close', () => {
      clearInterval(beat);
      for (const unsubscribe of subscriptions) unsubscribe();
    });
  });
}
