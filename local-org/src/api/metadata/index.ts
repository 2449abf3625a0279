import type { FastifyInstance } from 'fastify';
import { OrgError, UnsupportedError } from '../../errors.ts';
import type { LiveOrg } from '../../org.ts';
import type { XmlElement } from '../../deploy/index.ts';
import { DeployQueue } from './jobs.ts';
import { describeMetadata, listMetadata } from './list.ts';
import { deployRequests } from './rest.ts';
import { retrieve, type RetrieveRequest, type RetrieveResult } from './retrieve.ts';
import { requireDeployRight } from './rights.ts';
import { acceptXml, argument, soapEndpoint } from './soap.ts';

const namespace = 'http://soap.sforce.com/2006/04/metadata';

/** The Metadata API: deploy, retrieve and list, over SOAP and REST. */
export async function metadataApi(server: FastifyInstance, org: LiveOrg): Promise<void> {
  const queue = new DeployQueue(org);
  const operations = createOperations(org, queue);
  await server.register(async (scope) => {
    acceptXml(scope);
    await deployRequests(scope, org, queue);
    soapEndpoint(scope, '/services/Soap/m/:version', namespace, async ({ operation, body, session }) => {
      const run = operations[operation];
      if (!run) throw new UnsupportedError(`the Metadata API's call ${operation}`);
      requireDeployRight(org, session.userId);
      return { result: await run(body, session.userId) };
    });
  });
}

type Operation = (body: XmlElement, userId: string) => unknown;

function createOperations(org: LiveOrg, queue: DeployQueue): Readonly<Record<string, Operation>> {
  const retrieved = new Map<string, RetrieveResult>();
  return {
    async deploy(body, userId) {
      const zip = argument(body, 'ZipFile');
      if (zip === undefined) throw new OrgError('INVALID_ARGUMENT', 'deploy needs a ZipFile');
      const { readDeployOptions } = await import('./options.ts');
      const options = body.children.find(({ name }) => name === 'DeployOptions');
      const { id } = queue.add(Buffer.from(zip, 'base64'), readDeployOptions(optionsOf(options)), userId);
      return { done: false, id, state: 'Queued' };
    },
    checkDeployStatus(body) {
      const { details, ...result } = queue.result(required(body, 'asyncProcessId'));
      return argument(body, 'includeDetails') === 'true' ? { ...result, details } : result;
    },
    cancelDeploy(body) {
      const { id, done } = queue.cancel(required(body, 'String', 'id', 'asyncProcessId'));
      return { done, id };
    },
    describeMetadata: () => describeMetadata(org),
    listMetadata: (body) =>
      body.children
        .filter(({ name }) => name === 'queries')
        .flatMap((query) => listMetadata(org, required(query, 'type'))),
    retrieve(body) {
      const result = retrieve(org, readRequest(body));
      retrieved.clear();
      retrieved.set(result.id, result);
      return { done: false, id: result.id, state: 'Queued' };
    },
    checkRetrieveStatus(body) {
      const id = required(body, 'asyncProcessId', 'id');
      const result = retrieved.get(id);
      if (!result) throw new OrgError('INVALID_ID_FIELD', `There is no retrieval ${id}`);
      return result;
    }
  };
}

function required(body: XmlElement, ...names: readonly string[]): string {
  for (const name of names) {
    const text = argument(body, name);
    if (text !== undefined) return text;
  }
  throw new OrgError('INVALID_ARGUMENT', `${body.name} needs ${names[0] ?? 'an argument'}`);
}

function optionsOf(element: XmlElement | undefined): Record<string, string | string[]> {
  const options: Record<string, string | string[]> = {};
  const tests = element?.children.filter(({ name }) => name === 'runTests').map(({ text }) => text);
  for (const { name, text } of element?.children ?? []) options[name] = text;
  if (tests && tests.length > 0) options.runTests = tests;
  return options;
}

function readRequest(body: XmlElement): RetrieveRequest {
  const request = body.children.find(({ name }) => name === 'retrieveRequest' || name === 'request');
  const unpackaged = request?.children.find(({ name }) => name === 'unpackaged');
  if (!request || !unpackaged) throw new UnsupportedError('a retrieval without an unpackaged manifest');
  return {
    version: argument(unpackaged, 'version') ?? argument(request, 'apiVersion') ?? '65.0',
    singlePackage: argument(request, 'singlePackage') === 'true',
    types: unpackaged.children
      .filter(({ name }) => name === 'types')
      .map((type) => ({
        name: required(type, 'name'),
        members: type.children.filter(({ name }) => name === 'members').map(({ text }) => text)
      }))
  };
}
