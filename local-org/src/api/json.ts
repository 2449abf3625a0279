import type { FastifyInstance } from 'fastify';
import { OrgError } from '../errors.ts';

/** Reads JSON bodies; what is no JSON is told in the platform's words. An empty body is no body. */
export function acceptJson(server: FastifyInstance): void {
  server.removeContentTypeParser(['application/json', 'text/plain']);
  server.addContentTypeParser(/^application\/(.+\+)?json/, { parseAs: 'string' }, (_request, text, done) => {
    if (text === '') {
      done(null, undefined);
      return;
    }
    try {
      done(null, JSON.parse(String(text)));
    } catch (error) {
      done(new OrgError('JSON_PARSER_ERROR', error instanceof Error ? error.message : 'The body is not JSON.'));
    }
  });
}
