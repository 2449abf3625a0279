import { api, LightningElement } from 'lwc';
import { me } from '../../platform/console/context.ts';
import { app, chooseApp, pageOfItem, workspace } from '../../platform/console/desk.ts';
import { addressOf } from '../../platform/console/pages.ts';
import { text } from '../../platform/console/texts/shell.ts';
import { HOME_ID, type Tab, type WorkspaceState } from '../../platform/console/workspace.ts';

/** The app's line: app launcher, navigation menu and the workspace tabs. */
export default class NavigationBar extends LightningElement {
  @api workspace: WorkspaceState = workspace.state;

  readonly labels = { launcher: text('appLauncher'), menu: text('navigationMenu'), tabs: text('workspaceTabs') };
  readonly appLabel = app?.label ?? text('console');
  readonly apps = me.apps.map(({ name, label }) => ({ name, label, checked: name === app?.name }));

  get items() {
    const { objectApiName, apiName } = this.workspace.home.attributes;
    return (app?.tabs ?? []).map((item) => ({
      name: item.name,
      label: item.label,
      address: addressOf(pageOfItem(item)),
      checked: item.object ? item.object === objectApiName : item.name === apiName
    }));
  }

  get currentItem() {
    return this.items.find(({ checked }) => checked) ?? this.items[0];
  }

  get itemClass(): string {
    return this.workspace.focusedId === HOME_ID ? 'item item_front' : 'item';
  }

  get itemCurrent(): string | undefined {
    return this.workspace.focusedId === HOME_ID ? 'page' : undefined;
  }

  get primaryTabs(): readonly Tab[] {
    return this.workspace.tabs.filter(({ parentId }) => parentId === undefined);
  }

  get focusedPrimary(): string {
    const focused = workspace.tab(this.workspace.focusedId);
    return focused?.parentId ?? this.workspace.focusedId;
  }

  handleApp(event: CustomEvent<{ readonly value: string }>): void {
    chooseApp(event.detail.value);
  }

  handleItem(event: CustomEvent<{ readonly value: string }>): void {
    const item = app?.tabs.find(({ name }) => name === event.detail.value);
    if (item) workspace.navigate(pageOfItem(item));
  }
}
