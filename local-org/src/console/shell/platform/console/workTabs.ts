import { workspace } from './desk.ts';
import { omni, type Work } from './omni.ts';

/** Whoever closes the tab of work is done with it, where the work's channel counts tabs. */
export function closeWorkWithTabs(): void {
  let shown = shownRecords();
  workspace.subscribe(() => {
    const before = shown;
    shown = shownRecords();
    for (const work of omni.state.work) {
      if (closes(work) && before.has(work.workItemId) && !shown.has(work.workItemId)) void omni.close(work);
    }
  });
}

function closes({ status, closesWithTab }: Work): boolean {
  return status === 'Opened' && closesWithTab;
}

function shownRecords(): ReadonlySet<string | undefined> {
  return new Set(workspace.state.tabs.map(({ page }) => page.attributes['recordId']));
}
