import { addressOf, HOME, type PageReference } from './pages.ts';

/** A workspace tab, or a subtab of one. */
export interface Tab {
  readonly id: string;
  readonly page: PageReference;
  readonly parentId?: string;
  /** The page's own title; empty until the page knows it. */
  readonly title: string;
  readonly icon: string;
  /** Set by a component through the workspace API; wins over the page's own. */
  readonly label?: string;
  readonly ownIcon?: string;
  readonly highlighted?: boolean;
  readonly closeDisabled?: boolean;
}

/** What the workspace shows. `home` is the chosen navigation item's page; its id is `home`. */
export interface WorkspaceState {
  readonly home: PageReference;
  readonly tabs: readonly Tab[];
  readonly focusedId: string;
}

/** Where tabs survive a reload, and the address bar. */
export interface WorkspaceMemory {
  load(): string | null;
  save(text: string): void;
  /** Called with the focused page's address. */
  show(address: string, replace: boolean): void;
}

/** The id under which the navigation item's page goes, beside the tabs. */
export const HOME_ID = 'home';

type Change = Partial<Pick<Tab, 'title' | 'icon' | 'label' | 'ownIcon' | 'highlighted' | 'closeDisabled'>>;

/** The open tabs and which one is in front. */
export class Workspace {
  readonly #memory: WorkspaceMemory;
  readonly #listeners = new Set<() => void>();
  #state: WorkspaceState;
  #lastFocused: string[] = [];
  #opened = 0;

  constructor(memory: WorkspaceMemory, home: PageReference = HOME) {
    this.#memory = memory;
    this.#state = { home, tabs: [], focusedId: HOME_ID };
  }

  get state(): WorkspaceState {
    return this.#state;
  }

  /** Calls the listener after every change. @returns unsubscribe */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Opens the tabs of before the reload, then the page of the address bar in front of them. */
  restore(page: PageReference): void {
    const saved = parseState(this.#memory.load());
    if (saved) {
      this.#state = saved;
      this.#opened = Math.max(0, ...saved.tabs.map(({ id }) => Number(id.slice(1))));
    }
    const known = this.#tabWith(page);
    if (known) this.focus(known.id, true);
    else this.navigate(page, HOME_ID, true);
  }

  /**
   * Goes to a page the way the platform's console does: lists and other navigation items replace the home page; a record
   * opens as a workspace tab, or, coming from a workspace tab, as a subtab of it. An open page is focused, not opened twice.
   */
  navigate(page: PageReference, from: string = this.#state.focusedId, replace = false): void {
    if (page.type === 'standard__webPage') throw new Error('A web page opens in a window of the browser');
    if (isHomePage(page)) {
      this.#change({ home: page, focusedId: HOME_ID }, replace);
      return;
    }
    const parent = this.#primaryOf(from);
    this.open(page, { ...(parent && parent.id !== HOME_ID && { parentId: parent.id }), replace });
  }

  /** Opens a page as a tab. @returns the tab's id */
  open(
    page: PageReference,
    options: {
      readonly parentId?: string;
      readonly focus?: boolean;
      readonly label?: string;
      readonly replace?: boolean;
    } = {}
  ): string {
    const known = this.#tabWith(page);
    const id = known?.id ?? `t${(this.#opened += 1)}`;
    const focusedId = options.focus === false ? this.#state.focusedId : id;
    const { parentId, label } = options;
    const tab: Tab = { id, page, title: '', icon: '', ...(parentId && { parentId }), ...(label && { label }) };
    const tabs = known ? this.#state.tabs : [...this.#state.tabs, tab];
    this.#change({ tabs, focusedId }, options.replace ?? false);
    return id;
  }

  /** Brings a tab to the front. */
  focus(id: string, replace = false): void {
    if (id !== HOME_ID && !this.tab(id)) throw new Error(`There is no tab ${id}`);
    this.#change({ focusedId: id }, replace);
  }

  /** Closes a tab with its subtabs and shows the one that was in front before. */
  close(id: string): void {
    const tab = this.tab(id);
    if (!tab || tab.closeDisabled) return;
    const closing = new Set([id, ...this.subtabsOf(id).map((subtab) => subtab.id)]);
    const tabs = this.#state.tabs.filter((other) => !closing.has(other.id));
    const remains = (other: string) => other === HOME_ID || tabs.some((candidate) => candidate.id === other);
    const before = this.#lastFocused.filter((other) => !closing.has(other) && remains(other)).at(-1);
    const focusedId = closing.has(this.#state.focusedId) ? (tab.parentId ?? before ?? HOME_ID) : this.#state.focusedId;
    this.#change({ tabs, focusedId }, true);
  }

  /** Changes how a tab presents itself. */
  update(id: string, change: Change): void {
    const tab = this.tab(id);
    if (!tab || Object.entries(change).every(([key, value]) => Reflect.get(tab, key) === value)) return;
    const tabs = this.#state.tabs.map((other) => (other.id === id ? { ...other, ...change } : other));
    this.#change({ tabs }, true);
  }

  /** The tab of an id, or undefined. */
  tab(id: string): Tab | undefined {
    return this.#state.tabs.find((tab) => tab.id === id);
  }

  /** The subtabs of a workspace tab, in order. */
  subtabsOf(id: string): readonly Tab[] {
    return this.#state.tabs.filter((tab) => tab.parentId === id);
  }

  #tabWith(page: PageReference): Tab | undefined {
    const address = addressOf(page);
    const record = recordKey(page);
    return this.#state.tabs.find((tab) => (record ? recordKey(tab.page) === record : addressOf(tab.page) === address));
  }

  #primaryOf(id: string): Tab | undefined {
    const tab = this.tab(id);
    return tab?.parentId ? this.tab(tab.parentId) : tab;
  }

  #change(change: Partial<WorkspaceState>, replace: boolean): void {
    const before = this.#state;
    this.#state = { ...before, ...change };
    const { focusedId, tabs, home } = this.#state;
    if (focusedId !== before.focusedId) this.#lastFocused = [...this.#lastFocused.slice(-20), before.focusedId];
    this.#memory.save(JSON.stringify(this.#state));
    const page = tabs.find(({ id }) => id === focusedId)?.page ?? home;
    this.#memory.show(addressOf(page), replace);
    for (const listener of this.#listeners) listener();
  }
}

/** Pages that belong to the navigation menu rather than to a tab of their own. */
function isHomePage({ type, attributes }: PageReference): boolean {
  return (
    ['standard__navItemPage', 'standard__namedPage'].includes(type) ||
    (type === 'standard__objectPage' && attributes.actionName !== 'new')
  );
}

function recordKey({ type, attributes }: PageReference): string | undefined {
  return type === 'standard__recordPage' ? attributes.recordId?.slice(0, 15) : undefined;
}

function parseState(text: string | null): WorkspaceState | undefined {
  if (text === null) return undefined;
  try {
    const state: unknown = JSON.parse(text);
    return isState(state) ? state : undefined;
  } catch {
    return undefined;
  }
}

function isState(state: unknown): state is WorkspaceState {
  return typeof state === 'object' && state !== null && 'tabs' in state && Array.isArray(state.tabs) && 'home' in state;
}
