import type { Draft } from '../draft.ts';
import type { Chunk } from '../saving.ts';
import type { Behaviour } from './behaviour.ts';
import { isChanged, readTexts } from './behaviour.ts';

/** A case knows when it was closed, and belongs to the account of its contact unless told otherwise. */
export const caseBehaviour: Behaviour = {
  derive(chunk, drafts) {
    for (const draft of drafts) stampClosing(chunk, draft);
    takeAccounts(chunk, drafts);
  }
};

function stampClosing({ now, operation }: Chunk, draft: Draft): void {
  const { values } = draft.row;
  const isClosed = values['Status'] === 'Closed';
  const wasClosed = draft.old?.values['Status'] === 'Closed';
  if (isClosed === wasClosed) return;
  values['ClosedDate'] = isClosed ? (values['ClosedDate'] ?? now) : null;
  if (operation === 'insert') values['IsClosedOnCreate'] = isClosed;
}

function takeAccounts(chunk: Chunk, drafts: readonly Draft[]): void {
  const following = drafts.filter(
    (draft) =>
      draft.row.values['ContactId'] != null &&
      isChanged(draft, 'ContactId') &&
      (draft.row.values['AccountId'] == null || (draft.old && !isChanged(draft, 'AccountId')))
  );
  const accounts = readTexts(
    chunk,
    'Contact',
    'AccountId',
    following.map((draft) => draft.row.values['ContactId'] ?? null)
  );
  for (const { row } of following) row.values['AccountId'] = accounts.get(String(row.values['ContactId'])) ?? null;
}
