import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';

/** Requests to this server that the browser sends as one. */
const calls = z
  .array(
    z.object({
      method: z.enum(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']),
      address: z.string().regex(/^\/(services|console\/api)\/(?!together)/),
      body: z.unknown().optional()
    })
  )
  .max(100);

type Call = z.infer<typeof calls>[number];

/** One answer, as a line of the stream. */
interface Answer {
  /** Which of the calls this answers. */
  readonly index: number;
  readonly status: number;
  readonly statusText: string;
  readonly text: string;
}

/**
 * `POST /console/api/together`: several requests in one, as the platform's boxcar. Each is answered as if it had come alone,
 * one after the other, and its answer is sent as soon as it is there.
 */
export function answerTogether(app: FastifyInstance): void {
  app.post('/console/api/together', (request, reply) => {
    const asked = calls.safeParse(request.body);
    if (!asked.success) {
      const message = `Send a list of requests: ${asked.error.issues[0]?.message ?? ''}`;
      return reply.code(400).send([{ errorCode: 'JSON_PARSER_ERROR', message }]);
    }
    return reply
      .header('cache-control', 'no-store')
      .type('application/x-ndjson')
      .send(Readable.from(answersOf(app, request, asked.data)));
  });
}

async function* answersOf(
  app: FastifyInstance,
  request: FastifyRequest,
  asked: readonly Call[]
): AsyncGenerator<string> {
  for (const [index, call] of asked.entries()) {
    const { statusCode, statusMessage, payload } = await ask(app, request, call);
    const answer: Answer = { index, status: statusCode, statusText: statusMessage, text: payload };
    yield `${JSON.stringify(answer)}\n`;
  }
}

/** Asks this server on behalf of a request. */
export function ask(app: FastifyInstance, { headers }: FastifyRequest, call: Call) {
  const { cookie, host, origin, authorization } = headers;
  const { body } = call;
  return app.inject({
    method: call.method,
    url: call.address,
    headers: {
      ...(cookie !== undefined && { cookie }),
      ...(host !== undefined && { host }),
      ...(origin !== undefined && { origin }),
      ...(authorization !== undefined && { authorization }),
      ...(body !== undefined && { 'content-type': 'application/json' })
    },
    ...(body !== undefined && { payload: JSON.stringify(body) })
  });
}
