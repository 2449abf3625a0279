/** A place in the console, as `lightning/navigation` names it. */
export interface PageReference {
  readonly type: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly state?: Readonly<Record<string, string | undefined>>;
}

/** The start page of an app. */
export const HOME: PageReference = { type: 'standard__namedPage', attributes: { pageName: 'home' } };

/** The address of a page. @throws Error if the console has no such page */
export function addressOf({ type, attributes, state = {} }: PageReference): string {
  const { recordId, objectApiName, actionName, apiName, componentName, pageName, url } = attributes;
  switch (type) {
    case 'standard__recordPage':
      return `/lightning/r/${objectApiName ? `${objectApiName}/` : ''}${recordId}/${actionName ?? 'view'}${search(state)}`;
    case 'standard__recordRelationshipPage':
      return `/lightning/r/${objectApiName}/${recordId}/related/${attributes.relationshipApiName}/view`;
    case 'standard__objectPage':
      return `/lightning/o/${objectApiName}/${actionName === 'home' ? 'list' : actionName}${search(state)}`;
    case 'standard__navItemPage':
      return `/lightning/n/${apiName}${search(state)}`;
    case 'standard__component':
      return `/lightning/cmp/${componentName}${search(state)}`;
    case 'standard__namedPage':
      return `/lightning/page/${pageName}${search(state)}`;
    case 'standard__webPage':
      return url ?? '/';
    default:
      throw new Error(`The local org does not support navigation to ${type}`);
  }
}

/** The page at an address of the console, or undefined if the address is not one of its pages. */
export function pageAt(address: string): PageReference | undefined {
  const { pathname, searchParams } = new URL(address, 'http://console');
  const state = Object.fromEntries(searchParams);
  const [root, kind, ...path] = pathname.split('/').filter(Boolean).map(decodeURIComponent);
  if (root !== 'lightning') return undefined;
  const [first, second, third] = path;
  if (kind === 'r' && third === 'related') return relationshipPage(path);
  if (kind === 'r' && third) return recordPage(second, first, third, state);
  if (kind === 'r' && second) return recordPage(first, undefined, second, state);
  if (kind === 'o' && first)
    return page('standard__objectPage', { objectApiName: first, actionName: second ?? 'list' }, state);
  if (kind === 'n' && first) return page('standard__navItemPage', { apiName: first }, state);
  if (kind === 'cmp' && first) return page('standard__component', { componentName: first }, state);
  return page('standard__namedPage', { pageName: first ?? 'home' }, state);
}

/** The page of a record. */
export function recordPage(
  recordId: string | undefined,
  objectApiName?: string,
  actionName = 'view',
  state: Readonly<Record<string, string>> = {}
): PageReference {
  return page('standard__recordPage', { recordId, objectApiName, actionName }, state);
}

/** The home of an object: its list views. */
export function objectPage(objectApiName: string, filterName?: string): PageReference {
  return page('standard__objectPage', { objectApiName, actionName: 'list' }, filterName ? { filterName } : {});
}

function relationshipPage([objectApiName, recordId, , relationshipApiName]: string[]): PageReference {
  return page(
    'standard__recordRelationshipPage',
    { objectApiName, recordId, relationshipApiName, actionName: 'view' },
    {}
  );
}

function page(
  type: string,
  attributes: Readonly<Record<string, string | undefined>>,
  state: Readonly<Record<string, string | undefined>>
): PageReference {
  return { type, attributes, state };
}

function search(state: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(state).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return given.length > 0 ? `?${new URLSearchParams(given)}` : '';
}
