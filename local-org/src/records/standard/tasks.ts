import type { Behaviour } from './behaviour.ts';
import { isChanged } from './behaviour.ts';
import { relate, takeAccounts } from './activities.ts';

/** A task knows when it was completed, whose account it belongs to, and whom and what it relates to. */
export const taskBehaviour: Behaviour = {
  derive(chunk, drafts) {
    for (const draft of drafts) {
      if (!isChanged(draft, 'Status')) continue;
      draft.row.values['CompletedDateTime'] = draft.row.values['Status'] === 'Completed' ? chunk.now : null;
    }
    takeAccounts(chunk, drafts);
  },
  follow: (chunk, drafts) => relate(chunk, drafts, { name: 'TaskRelation', parent: 'TaskId', values: {} })
};
