import { designOf, label } from './context.ts';
import type { PageComponent, PageRegion } from './protocol.ts';
import { standardComponents } from './standardComponents.ts';

/** The class of a component. */
export type ComponentConstructor = new () => object;

/** What a page tells every component on it. */
export interface PlaceOnPage {
  readonly regions: readonly PageRegion[];
  readonly recordId: string | undefined;
  readonly objectApiName: string | undefined;
  readonly flexipageRegionWidth: string | undefined;
}

/** Finds a component of a page and the values for its properties; undefined if the console has no such component. */
export async function loadComponent(
  { component, properties }: PageComponent,
  place: PlaceOnPage
): Promise<
  { readonly constructor: ComponentConstructor; readonly values: Readonly<Record<string, unknown>> } | undefined
> {
  const standard = standardComponents[component];
  const { regions, ...context } = place;
  if (standard)
    return { constructor: standard, values: { ...context, regions, properties: resolved(properties, place) } };
  if (/^\w+:/.test(component) && !component.startsWith('c:')) return undefined;
  const name = component.replace(/^c:/, '');
  const { default: constructor } = await withNeighbours(importComponent(name));
  const design = designOf(name);
  const given = Object.entries(resolved(properties, place)).map(([key, value]) => [key, typed(value, design[key])]);
  const known = Object.entries(context).filter(([, value]) => value !== undefined);
  const publicNames = publicPropertiesOf(constructor);
  const values = Object.fromEntries([...known, ...given].filter(([key]) => publicNames.has(String(key))));
  return { constructor, values };
}

async function importComponent(name: string): Promise<{ readonly default: ComponentConstructor }> {
  return import(`c/${name}`);
}

let neighbours: Promise<unknown>[] = [];

/**
 * Waits for the components that are loaded at the same time: they appear together instead of pushing one another away, and
 * what they ask goes to the server as one request.
 */
async function withNeighbours<T>(loading: Promise<T>): Promise<T> {
  if (neighbours.length === 0) setTimeout(() => (neighbours = []));
  const all = neighbours;
  all.push(loading);
  await Promise.resolve();
  await Promise.allSettled(all);
  return loading;
}

/** Waits for all components that are loaded now. */
export async function allLoaded(): Promise<void> {
  const all = neighbours;
  for (let waited = -1; waited < all.length;) {
    waited = all.length;
    await Promise.allSettled(all);
  }
}

/** Properties of a component are set only if it declares them with `@api`. */
function publicPropertiesOf(constructor: ComponentConstructor): ReadonlySet<string> {
  const names = new Set<string>();
  for (
    let at: object | null = constructor.prototype;
    at && at !== HTMLElement.prototype;
    at = Object.getPrototypeOf(at)
  ) {
    for (const name of Object.getOwnPropertyNames(at)) names.add(name);
  }
  return names;
}

/** A page keeps all values as text; the component's design says what they are. */
function typed(value: string, type: string | undefined): unknown {
  if (type === 'Integer') return Number(value);
  if (type === 'Boolean') return value === 'true';
  return value;
}

/** Puts in what an expression such as `{!recordId}` or `{!$Label.X}` stands for. */
function resolved(properties: Readonly<Record<string, string>>, place: PlaceOnPage): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, resolveText(value, place)]));
}

/** The text an expression stands for. */
export function resolveText(value: string, place?: Pick<PlaceOnPage, 'recordId' | 'objectApiName'>): string {
  const name = /^\{!(.+)\}$/.exec(value)?.[1];
  if (name === undefined) return value;
  if (name === 'recordId') return place?.recordId ?? '';
  if (name === 'objectApiName') return place?.objectApiName ?? '';
  if (name.startsWith('$Label.')) return label(name.replace(/^\$Label\.(c\.)?/, ''));
  throw new Error(`The local org does not support the expression ${value}`);
}
