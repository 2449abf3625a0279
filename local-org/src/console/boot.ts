import type { FastifyInstance, FastifyRequest } from 'fastify';
import { designOf, type ComponentDesign } from './design.ts';
import { ask } from './together.ts';
import type { ConsoleSource, Viewer } from './types.ts';

/** All that the console needs to know before it can show anything; the page brings it along. */
export interface BootData {
  /** What `/console/api/me` answers. */
  readonly me: unknown;
  /** Every custom label in the user's language. */
  readonly labels: Readonly<Record<string, string>>;
  /** The components that have properties. */
  readonly designs: Readonly<Record<string, ComponentDesign>>;
  /** What will be asked first, and the answer. */
  readonly answers: Readonly<Record<string, unknown>>;
}

/** Reads it for the user who asks for a page. @throws Error if the org can't tell who that is */
export async function bootData(
  app: FastifyInstance,
  request: FastifyRequest,
  source: ConsoleSource,
  viewer: Viewer
): Promise<BootData> {
  const get = (address: string) => ask(app, request, { method: 'GET', address, body: undefined });
  const me = await get('/console/api/me');
  if (me.statusCode !== 200) throw new Error(`/console/api/me answers ${me.statusCode}: ${me.payload}`);
  const who: unknown = me.json();
  const answers: Record<string, unknown> = {};
  for (const address of [pageAddress(request, who), '/console/api/omni']) {
    const answer = address === undefined ? undefined : await get(address);
    if (address !== undefined && answer?.statusCode === 200) answers[address] = answer.json();
  }
  return { me: who, labels: source.labels(viewer.language), designs: designsOf(source), answers };
}

/** Where the console will ask for the page of the record that the address bar names. */
function pageAddress(request: FastifyRequest, me: unknown): string | undefined {
  const recordId = /^\/lightning\/r\/(?:\w+\/)?(\w{15}|\w{18})\/view$/.exec(request.url.split('?')[0] ?? '')?.[1];
  if (recordId === undefined) return undefined;
  const app = appOf(request, me);
  return `/console/api/page?${String(new URLSearchParams({ recordId, ...(app !== undefined && { app }) }))}`;
}

/** The app the console will open: the one chosen last, else the default, else the first. */
function appOf({ headers }: FastifyRequest, me: unknown): string | undefined {
  const chosen = /(?:^|; )console-app=([^;]*)/.exec(headers.cookie ?? '')?.[1];
  const apps = appsOf(me);
  return (apps.find(({ name }) => name === chosen) ?? apps.find((app) => app.default) ?? apps[0])?.name;
}

function appsOf(me: unknown): readonly { readonly name: string; readonly default?: boolean }[] {
  return typeof me === 'object' && me !== null && 'apps' in me && Array.isArray(me.apps) ? me.apps : [];
}

const designs = new Map<string, ComponentDesign>();

function designsOf(source: ConsoleSource): Record<string, ComponentDesign> {
  const found: Record<string, ComponentDesign> = {};
  for (const { name, hash } of source.bundles()) {
    const design = knownDesign(source, name, hash);
    if (design && Object.keys(design.properties).length > 0) found[name] = design;
  }
  return found;
}

function knownDesign(source: ConsoleSource, name: string, hash: string): ComponentDesign | undefined {
  const key = `${name} ${hash}`;
  const known = designs.get(key);
  if (known) return known;
  const bundle = source.bundle(name);
  if (!bundle) return undefined;
  const design = designOf(bundle);
  designs.set(key, design);
  return design;
}
