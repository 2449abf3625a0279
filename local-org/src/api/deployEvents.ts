import type { FastifyInstance } from 'fastify';
import type { LiveOrg } from '../org.ts';
import { sessionOf } from './sessions.ts';

/** Keeps proxies and browsers from closing a silent stream. */
const heartbeat = 20_000;

/** `GET /console/api/events`: a stream that tells the browser what was deployed. */
export function deployEvents(server: FastifyInstance, org: LiveOrg): void {
  server.get('/console/api/events', (request, reply) => {
    sessionOf(request);
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', connection: 'keep-alive' });
    raw.write(': connected\n\n');
    const unsubscribe = org.events.subscribe('deploy', (message) => {
      raw.write(`event: deploy\ndata: ${JSON.stringify(message)}\n\n`);
    });
    const beat = setInterval(() => raw.write(': still here\n\n'), heartbeat);
    request.raw.on('close', () => {
      clearInterval(beat);
      unsubscribe();
    });
  });
}
