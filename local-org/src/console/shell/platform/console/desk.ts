import { me } from './context.ts';
import { HOME, objectPage, pageAt, type PageReference } from './pages.ts';
import type { App, NavigationItem } from './protocol.ts';
import { Workspace } from './workspace.ts';

/** A component wants to go somewhere; `detail` is `{ page, replace }`. */
export const NAVIGATE_EVENT = 'console__navigate';
/** A tab shall show fresh data; `detail.tabId` names it. */
export const REFRESH_TAB_EVENT = 'console__refreshtab';
const CHOSEN_APP = 'console-app';

/** The app the user works in: the one chosen last, else the default, else the first. */
export const app: App | undefined =
  me.apps.find(({ name }) => document.cookie.split('; ').includes(`${CHOSEN_APP}=${name}`)) ??
  me.apps.find((candidate) => candidate.default) ??
  me.apps[0];

const storageKey = `console-tabs ${me.user.id} ${app?.name ?? ''}`;

/** The workspace of this browser window. */
export const workspace = new Workspace({
  load: () => sessionStorage.getItem(storageKey),
  save: (text) => sessionStorage.setItem(storageKey, text),
  show(address, replace) {
    if (address === `${location.pathname}${location.search}`) return;
    if (replace) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
  }
});

/** Opens what the address bar names, and follows back and forward, components that navigate, and links. */
export function openWorkspace(): void {
  workspace.restore(requestedPage());
  window.addEventListener('popstate', () => workspace.restore(requestedPage()));
  window.addEventListener(NAVIGATE_EVENT, (event) => {
    if (!(event instanceof CustomEvent)) return;
    event.preventDefault();
    workspace.navigate(event.detail.page, tabIdOf(event), event.detail.replace);
  });
  window.addEventListener('click', followLink);
}

/** The tab an event comes from; undefined for what floats above the tabs, such as a modal. */
export function tabIdOf(event: Event): string | undefined {
  return event
    .composedPath()
    .map((element) => (element instanceof HTMLElement ? element.dataset.tabId : undefined))
    .find((id) => id !== undefined);
}

/** A plain click on a link to a page of the console opens it here; with a modifier key the browser does what it does. */
function followLink(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = event.composedPath().find((element) => element instanceof HTMLAnchorElement);
  if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin || link.hasAttribute('download')) return;
  const page = link.target === '_blank' && !link.closest('[data-tab-id]') ? undefined : pageAt(link.href);
  if (!page) return;
  event.preventDefault();
  workspace.navigate(page, tabIdOf(event));
}

/** Works in another app from now on. */
export function chooseApp(name: string): void {
  document.cookie = `${CHOSEN_APP}=${name}; path=/; max-age=31536000; samesite=lax`;
  location.assign('/lightning/page/home');
}

/** The page behind an entry of the navigation. */
export function pageOfItem(item: NavigationItem): PageReference {
  if (item.object) return objectPage(item.object);
  return { type: 'standard__navItemPage', attributes: { apiName: item.name } };
}

/** The app's first navigation item stands in for its home page. */
function requestedPage(): PageReference {
  const page = pageAt(location.href) ?? HOME;
  const first = app?.tabs[0];
  const isHome = page.type === 'standard__namedPage' && page.attributes.pageName === 'home';
  return isHome && first ? pageOfItem(first) : page;
}
