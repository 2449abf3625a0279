import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { DeployOptions } from '../../deploy/index.ts';
import { OrgError } from '../../errors.ts';
import type { LiveOrg } from '../../org.ts';
import { sessionOf } from '../sessions.ts';
import type { DeployQueue } from './jobs.ts';
import { requireDeployRight } from './rights.ts';

/** The platform's limit on a package. */
const maximumZip = 39_000_000;

/** `metadata/deployRequest`: deployments over REST. */
export async function deployRequests(server: FastifyInstance, org: LiveOrg, queue: DeployQueue): Promise<void> {
  if (!server.hasContentTypeParser('multipart/form-data')) {
    await server.register(multipart, { limits: { fileSize: maximumZip, files: 2, fields: 4 } });
  }

  server.post(
    '/services/data/:version/metadata/deployRequest',
    { bodyLimit: 64 * 1024 * 1024 },
    async (request, reply) => {
      const { userId } = sessionOf(request);
      requireDeployRight(org, userId);
      if (!request.isMultipart())
        throw new OrgError(
          'INVALID_MULTIPART_REQUEST',
          'Send the package as multipart/form-data: entity_content and file'
        );
      const { zip, options } = await readForm(request);
      const deployResult = queue.add(zip, options, userId);
      return reply
        .code(201)
        .send({ id: deployResult.id, validatedDeployRequestId: null, deployOptions: options, deployResult });
    }
  );

  server.get<{ Params: { id: string }; Querystring: { includeDetails?: string } }>(
    '/services/data/:version/metadata/deployRequest/:id',
    (request) => {
      requireDeployRight(org, sessionOf(request).userId);
      const { details, ...deployResult } = queue.result(request.params.id);
      const detailed = request.query.includeDetails === 'true';
      return { id: deployResult.id, deployResult: detailed ? { ...deployResult, details } : deployResult };
    }
  );

  server.patch<{ Params: { id: string } }>(
    '/services/data/:version/metadata/deployRequest/:id',
    async (request, reply) => {
      requireDeployRight(org, sessionOf(request).userId);
      const { isCancellation } = await import('./options.ts');
      if (!isCancellation(request.body)) {
        throw new OrgError(
          'INVALID_ARGUMENT',
          'A deployment is canceled with {"deployResult": {"status": "Canceling"}}'
        );
      }
      const deployResult = queue.cancel(request.params.id);
      return reply.code(202).send({ id: deployResult.id, deployResult });
    }
  );
}

async function readForm(request: FastifyRequest): Promise<{ zip: Uint8Array; options: DeployOptions }> {
  // Loaded with the first deployment: its checks weigh on every start.
  const { readDeployOptions, readEntity } = await import('./options.ts');
  let zip: Uint8Array | undefined;
  let options = readDeployOptions({});
  for await (const part of request.parts()) {
    // Either part may come as a file: clients differ in whether they name one.
    const value = part.type === 'file' ? await part.toBuffer().catch(tooLarge) : part.value;
    if (part.fieldname === 'entity_content') options = readDeployOptions(readEntity(value).deployOptions);
    else if (Buffer.isBuffer(value)) zip = value;
  }
  if (!zip)
    throw new OrgError('INVALID_MULTIPART_REQUEST', 'The request holds no package: send the zip as the part "file"');
  return { zip, options };
}

function tooLarge(error: unknown): never {
  const message = `The package is larger than ${String(maximumZip / 1_000_000)} MB`;
  throw error instanceof Error && 'statusCode' in error && error.statusCode === 413
    ? new OrgError('REQUEST_TOO_LARGE', message)
    : error;
}
