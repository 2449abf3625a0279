import { addressOf, pageAt, recordPage, type PageReference } from '../console/pages.ts';
import { app, REFRESH_TAB_EVENT, workspace } from '../console/desk.ts';
import { pageContext } from '../console/enclosure.ts';
import { HOME_ID, type Tab } from '../console/workspace.ts';

/** A tab as the workspace API describes it. */
export interface TabInfo {
  readonly tabId: string;
  readonly parentTabId: string | null;
  readonly isSubtab: boolean;
  readonly focused: boolean;
  readonly closeable: boolean;
  readonly highlighted: boolean;
  readonly title: string;
  readonly customTitle: string | null;
  readonly icon: string;
  readonly url: string;
  readonly recordId: string | null;
  readonly pageReference: PageReference;
  readonly subtabs: readonly TabInfo[];
}

interface OpenOptions {
  readonly pageReference?: PageReference;
  readonly recordId?: string;
  readonly url?: string;
  readonly focus?: boolean;
  readonly label?: string;
  readonly icon?: string;
}

/** Wire: true in an app with console navigation. */
export const IsConsoleNavigation = pageContext(() => isConsole());

/** Wire: the id of the tab around the component. */
export const EnclosingTabId = pageContext(({ tabId }) => tabId);

/** True in an app with console navigation. */
export function isConsole(): boolean {
  return app?.navType === 'Console';
}

/** Opens a workspace tab. @returns its id */
export async function openTab(options: OpenOptions): Promise<string> {
  return open(options);
}

/** Opens a subtab of a workspace tab. @returns its id */
export async function openSubtab(parentTabId: string, options: OpenOptions): Promise<string> {
  return open(options, known(parentTabId).id);
}

/** Closes a tab. */
export async function closeTab(tabId: string): Promise<boolean> {
  workspace.close(known(tabId).id);
  return true;
}

/** Brings a tab to the front. */
export async function focusTab(tabId: string): Promise<boolean> {
  workspace.focus(known(tabId).id);
  return true;
}

/** The tab in front. */
export async function getFocusedTabInfo(): Promise<TabInfo> {
  return infoOf(known(workspace.state.focusedId));
}

/** A tab by its id. */
export async function getTabInfo(tabId: string): Promise<TabInfo> {
  return infoOf(known(tabId));
}

/** All workspace tabs with their subtabs. */
export async function getAllTabInfo(): Promise<readonly TabInfo[]> {
  return workspace.state.tabs.filter(({ parentId }) => !parentId).map(infoOf);
}

/** Names a tab. */
export async function setTabLabel(tabId: string, label: string): Promise<TabInfo> {
  return change(tabId, { label });
}

/** Gives a tab an icon, e.g. `standard:case`. */
export async function setTabIcon(tabId: string, icon: string): Promise<TabInfo> {
  return change(tabId, { ownIcon: icon });
}

/** Marks a tab as new. */
export async function setTabHighlighted(tabId: string, highlighted: boolean): Promise<TabInfo> {
  return change(tabId, { highlighted });
}

/** Keeps a tab from being closed. */
export async function disableTabClose(tabId: string, disabled: boolean): Promise<TabInfo> {
  return change(tabId, { closeDisabled: disabled });
}

/** Loads the page of a tab again. */
export async function refreshTab(tabId: string): Promise<void> {
  const { id } = known(tabId);
  window.dispatchEvent(new CustomEvent(REFRESH_TAB_EVENT, { detail: { tabId: id } }));
}

function open({ pageReference, recordId, url, focus = false, label, icon }: OpenOptions, parentId?: string): string {
  const page = pageReference ?? (recordId ? recordPage(recordId) : url ? pageAt(url) : undefined);
  if (!page) throw new Error('Name the page to open: pageReference, recordId or an url of the console');
  const id = workspace.open(page, { focus, ...(parentId && { parentId }), ...(label && { label }) });
  if (icon) workspace.update(id, { ownIcon: icon });
  return id;
}

function change(tabId: string, values: Parameters<typeof workspace.update>[1]): TabInfo {
  workspace.update(known(tabId).id, values);
  return infoOf(known(tabId));
}

function known(tabId: string): Tab {
  const tab = workspace.tab(tabId);
  if (tab) return tab;
  if (tabId === HOME_ID) return { id: HOME_ID, page: workspace.state.home, title: '', icon: '', closeDisabled: true };
  throw new Error(`There is no tab ${tabId}`);
}

function infoOf(tab: Tab): TabInfo {
  return {
    tabId: tab.id,
    parentTabId: tab.parentId ?? null,
    isSubtab: tab.parentId !== undefined,
    focused: workspace.state.focusedId === tab.id,
    closeable: !tab.closeDisabled,
    highlighted: tab.highlighted ?? false,
    title: tab.label ?? tab.title,
    customTitle: tab.label ?? null,
    icon: tab.ownIcon ?? tab.icon,
    url: addressOf(tab.page),
    recordId: tab.page.attributes.recordId ?? null,
    pageReference: tab.page,
    subtabs: workspace.subtabsOf(tab.id).map(infoOf)
  };
}
