import Fastify, { type FastifyInstance } from 'fastify';
import type { FakeOmni } from './fakeOmni.ts';
import { consoleApp, type ComponentBundle, type ConsoleSource } from '../../src/console/index.ts';

const OBJECT = {
  apiName: 'Thing__c',
  label: 'Thing',
  labelPlural: 'Things',
  keyPrefix: 'a00',
  createable: true,
  updateable: true,
  deletable: true,
  nameFields: ['Name'],
  fields: {
    Name: field('Name', 'Thing Name', 'String'),
    Size__c: field('Size__c', 'Size', 'Double'),
    Due__c: field('Due__c', 'Due', 'Date'),
    Done__c: field('Done__c', 'Done', 'Boolean'),
    Parent__c: { ...field('Parent__c', 'Parent Thing', 'Reference'), relationshipName: 'Parent__r' }
  }
};

const LAYOUT_FIELDS = { Full: Object.keys(OBJECT.fields), Compact: ['Name', 'Size__c', 'Done__c'] };

/** What a test puts into the fake org. */
export interface FakeOrgContent {
  readonly bundles?: readonly ComponentBundle[];
  readonly labels?: Readonly<Record<string, string>>;
  readonly language?: string;
  readonly rows?: number;
  /** Components of the record page's main region, by name and properties. */
  readonly main?: readonly (readonly [string, Readonly<Record<string, string>>])[];
  readonly omni?: FakeOmni;
  apex?(className: string, method: string, params: Record<string, unknown>): unknown;
}

/** A server that answers like an org with one object, for the console in a browser. */
export async function fakeOrg(folder: string, content: FakeOrgContent) {
  const server: FastifyInstance = Fastify({ forceCloseConnections: true });
  const language = content.language ?? 'en_US';
  const listeners = new Set<(text: string) => void>();
  await server.register(consoleApp, {
    source: sourceOf(content),
    folder,
    viewer: () => ({ userId: '005000000000001AAA', language })
  });

  server.get('/console/api/me', () => meOf(language));
  server.get<{ Querystring: { recordId?: string } }>('/console/api/page', ({ query }, reply) => {
    if (query.recordId === recordId(0))
      return reply.code(404).send([{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }]);
    return pageOf(query.recordId ?? '', content);
  });
  server.get('/console/api/events', (request, reply) => {
    reply.hijack();
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n\n');
    const listener = (text: string) => reply.raw.write(text);
    listeners.add(listener);
    request.raw.on('close', () => listeners.delete(listener));
  });
  server.post<{ Params: { name: string; method: string }; Body: { params: Record<string, unknown> } }>(
    '/services/apex/:name/:method',
    async ({ params, body }, reply) => {
      try {
        return { returnValue: await content.apex?.(params.name, params.method, body.params) };
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        return reply.code(500).send([{ errorCode: 'APEX_ERROR', message }]);
      }
    }
  );
  uiApi(server, content.rows ?? 120);
  const tell = (event: string) => listeners.forEach((listener) => listener(`event: ${event}\ndata: {}\n\n`));
  if (content.omni) {
    content.omni.serve(server);
    content.omni.tell = () => tell('omni');
  }
  return {
    server,
    /** Tells open pages that something was deployed. */
    deploy: () => tell('deploy')
  };
}

/** A bundle of these files. */
export function bundleOf(name: string, files: Readonly<Record<string, string>>): ComponentBundle {
  const hash = Buffer.from(JSON.stringify(files)).toString('base64url').slice(-24);
  return { name, hash, files: new Map(Object.entries(files)) };
}

/** The id of the nth record. */
export function recordId(index: number): string {
  return `a00${String(index).padStart(12, '0')}AAA`;
}

function uiApi(server: FastifyInstance, count: number): void {
  const api = '/services/data/v65.0/ui-api';
  const saved = new Map<string, Record<string, unknown>>();
  server.get(`${api}/object-info/Thing__c`, () => OBJECT);
  server.get<{ Querystring: { layoutType: 'Full' | 'Compact' } }>(`${api}/layout/Thing__c`, ({ query }) =>
    layoutOf(query.layoutType)
  );
  server.get<{ Params: { id: string } }>(`${api}/records/:id`, ({ params }) => recordOf(params.id, saved));
  server.patch<{ Params: { id: string }; Body: { fields: Record<string, unknown> } }>(
    `${api}/records/:id`,
    ({ params, body }, reply) => {
      if (body.fields['Name'] === '') {
        return reply
          .code(400)
          .send([{ errorCode: 'REQUIRED_FIELD_MISSING', message: 'Required fields are missing: [Name]' }]);
      }
      saved.set(params.id, body.fields);
      return recordOf(params.id, saved);
    }
  );
  server.get(`${api}/list-info/Thing__c`, () => ({ lists: [list('All'), list('Recent')] }));
  server.get(`${api}/list-info/Thing__c/:name`, () => ({
    label: 'All Things',
    displayColumns: LAYOUT_FIELDS.Full.map((name) => ({
      fieldApiName: name,
      label: OBJECT.fields[name as keyof typeof OBJECT.fields].label,
      sortable: true
    })),
    orderedByInfo: [{ fieldApiName: 'Name', isAscending: true }]
  }));
  server.get<{ Params: { name: string }; Querystring: { pageSize: string; pageToken?: string; sortBy?: string } }>(
    `${api}/list-records/Thing__c/:name`,
    ({ params, query }) => {
      if (params.name === 'Recent') return { records: [], count: 0, nextPageToken: null };
      const start = Number(query.pageToken ?? 0);
      const ids = Array.from({ length: count }, (_, index) => recordId(index + 1));
      if (query.sortBy?.startsWith('-')) ids.reverse();
      const records = ids.slice(start, start + Number(query.pageSize)).map((id) => recordOf(id, saved));
      const next = start + records.length;
      return { records, count: records.length, nextPageToken: next < count ? String(next) : null };
    }
  );
  server.get(`${api}/related-list-info/Thing__c`, () => ({
    relatedLists: [{ relatedListId: 'Children__r', label: 'Children' }]
  }));
  server.get(`${api}/related-list-info/Thing__c/Children__r`, () => ({
    label: 'Children',
    objectApiNames: ['Thing__c'],
    displayColumns: [
      { fieldApiName: 'Name', label: 'Thing Name' },
      { fieldApiName: 'Size__c', label: 'Size' }
    ]
  }));
  server.get<{ Querystring: { pageSize: string } }>(`${api}/related-list-records/:parent/Children__r`, ({ query }) => {
    const size = Math.min(9, Number(query.pageSize));
    return {
      records: Array.from({ length: size }, (_, index) => recordOf(recordId(index + 50), saved)),
      count: size,
      nextPageToken: size < 9 ? '6' : null
    };
  });
}

function sourceOf({ bundles = [], labels = {} }: FakeOrgContent): ConsoleSource {
  return {
    bundles: () => bundles,
    bundle: (name) => bundles.find((bundle) => bundle.name === name),
    labels: () => labels,
    staticResource: (name) =>
      name === 'Words' ? { contentType: 'text/plain', bytes: Buffer.from('hello') } : undefined
  };
}

function meOf(language: string) {
  const locale = language === 'pl' ? 'pl_PL' : language;
  return {
    user: {
      id: '005000000000001AAA',
      name: 'Anna Agent',
      username: 'anna@example.com',
      language,
      locale,
      timeZone: 'Europe/Warsaw',
      currency: 'EUR'
    },
    organization: { id: '00D000000000001AAA', name: 'Example Org' },
    userPermissions: ['ViewSetup'],
    customPermissions: ['Close_Things'],
    apps: [
      {
        name: 'Desk',
        label: 'Service Desk',
        navType: 'Console',
        tabs: [{ name: 'Thing__c', label: 'Things', object: 'Thing__c', icon: 'custom:custom14' }],
        utilityItems: [
          { component: 'flexipage:richText', label: 'Notes', properties: { richTextValue: '<p>Remember</p>' } }
        ]
      }
    ],
    users: [
      { username: 'anna@example.com', name: 'Anna Agent' },
      { username: 'bob@example.com', name: 'Bob Admin' }
    ]
  };
}

function pageOf(id: string, { main = [] }: FakeOrgContent) {
  const component = (name: string, properties: Readonly<Record<string, string>> = {}, index = 0) => ({
    identifier: `${name.replace(':', '_')}${index}`,
    component: name,
    properties
  });
  return {
    name: 'Thing_Page',
    label: 'Thing Page',
    template: 'flexipage:recordHomeTemplateDesktop',
    objectApiName: 'Thing__c',
    recordName: `Thing ${Number(id.slice(3, 15))}`,
    icon: 'custom:custom14',
    regions: [
      { name: 'header', type: 'Region', components: [component('force:highlightsPanel')] },
      {
        name: 'main',
        type: 'Region',
        components: main.map(([name, properties], index) => component(name, properties, index))
      },
      {
        name: 'sidebar',
        type: 'Region',
        components: [
          component('flexipage:tabset', { tabs: 'tabs' }),
          component('force:relatedListSingleContainer', { relatedListApiName: 'Children__r' })
        ]
      },
      {
        name: 'tabs',
        type: 'Facet',
        components: [component('flexipage:tab', { title: 'Standard.Tab.detail', body: 'details', active: 'true' })]
      },
      { name: 'details', type: 'Facet', components: [component('force:detailPanel')] }
    ]
  };
}

function recordOf(id: string, saved: ReadonlyMap<string, Record<string, unknown>>) {
  const index = Number(id.slice(3, 15));
  const changes = saved.get(id) ?? {};
  const value = (name: string, given: unknown, displayValue: string | null = null) => ({
    value: changes[name] ?? given,
    displayValue
  });
  return {
    apiName: 'Thing__c',
    id,
    lastModifiedDate: null,
    fields: {
      Name: value('Name', `Thing ${index}`),
      Size__c: value('Size__c', index * 1.5),
      Due__c: value('Due__c', '2026-11-20'),
      Done__c: value('Done__c', index % 2 === 0),
      Parent__c: value('Parent__c', recordId(1)),
      Parent__r: {
        value: { apiName: 'Thing__c', id: recordId(1), fields: { Name: { value: 'Thing 1', displayValue: null } } },
        displayValue: 'Thing 1'
      }
    }
  };
}

function layoutOf(type: 'Full' | 'Compact') {
  const items = LAYOUT_FIELDS[type].map((name) => ({
    label: OBJECT.fields[name as keyof typeof OBJECT.fields].label,
    layoutComponents: [{ apiName: name, componentType: 'Field' }]
  }));
  return {
    sections: [
      { heading: 'Information', useHeading: type === 'Full', columns: 2, layoutRows: [{ layoutItems: items }] }
    ]
  };
}

function list(apiName: string) {
  return { apiName, label: `${apiName} Things` };
}

function field(apiName: string, label: string, dataType: string) {
  return { apiName, label, dataType, required: false, updateable: true, sortable: true };
}
