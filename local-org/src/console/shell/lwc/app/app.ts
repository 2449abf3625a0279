import { LightningElement } from 'lwc';
import { app, workspace } from '../../platform/console/desk.ts';
import { followDeploys } from '../../platform/console/liveReload.ts';
import type { PageReference } from '../../platform/console/pages.ts';
import { text } from '../../platform/console/texts/shell.ts';
import { HOME_ID, type Tab, type WorkspaceState } from '../../platform/console/workspace.ts';

interface Panel {
  readonly id: string;
  readonly page: PageReference;
  readonly className: string;
}

/** The console: header, navigation, one panel for each tab that was in front since the page was loaded. */
export default class App extends LightningElement {
  state: WorkspaceState = workspace.state;
  #visited = new Set<string>([workspace.state.focusedId]);
  #stopListening: (() => void) | undefined;

  connectedCallback(): void {
    this.#stopListening = workspace.subscribe(() => this.follow());
    followDeploys();
    this.follow();
  }

  disconnectedCallback(): void {
    this.#stopListening?.();
  }

  get panels(): readonly Panel[] {
    const { home, tabs, focusedId } = this.state;
    return [{ id: HOME_ID, page: home }, ...tabs]
      .filter(({ id }) => this.#visited.has(id))
      .map(({ id, page }) => {
        const front = id === focusedId;
        return { id, page, className: front ? 'panel' : 'panel slds-hide' };
      });
  }

  /** The workspace tab in front and its subtabs; empty without subtabs. */
  get subtabs(): readonly Tab[] {
    const focused = workspace.tab(this.state.focusedId);
    const primary = focused?.parentId ? workspace.tab(focused.parentId) : focused;
    const subtabs = primary ? workspace.subtabsOf(primary.id) : [];
    return primary && subtabs.length > 0 ? [primary, ...subtabs] : [];
  }

  /** The first link of the page jumps over the tabs. */
  handleSkip(): void {
    this.template?.querySelector('main')?.focus();
  }

  /** Who accepted work goes on in its record. */
  handleAccepted(): void {
    this.handleSkip();
  }

  private follow(): void {
    this.state = workspace.state;
    this.#visited.add(this.state.focusedId);
    document.title = [this.pageTitle(), app?.label ?? text('console')].filter(Boolean).join(' | ');
  }

  private pageTitle(): string {
    const tab = workspace.tab(this.state.focusedId);
    const { objectApiName, apiName } = this.state.home.attributes;
    const item = app?.tabs.find(({ name, object }) => object === objectApiName || name === apiName);
    return tab ? (tab.label ?? tab.title) : (item?.label ?? '');
  }
}
