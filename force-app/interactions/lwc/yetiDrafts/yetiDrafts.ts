import userId from '@salesforce/user/Id';

/** An answer that was begun. */
export interface Draft {
  readonly channel: string;
  readonly purpose: string;
  readonly text: string;
}

/** The user's draft on a record, in this browser tab; none where there is none. */
export function readDraft(recordId: string): Draft | undefined {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(keyOf(recordId)) ?? 'null');
    return isDraft(stored) ? stored : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a draft, or forgets it where nothing is written. Without storage it lives as long as the page. */
export function keepDraft(recordId: string, draft: Draft): void {
  try {
    if (draft.text === '') sessionStorage.removeItem(keyOf(recordId));
    else sessionStorage.setItem(keyOf(recordId), JSON.stringify(draft));
  } catch {
    // A browser may forbid storage, or have none left: the text is still on the page.
  }
}

function keyOf(recordId: string): string {
  return `yeti-draft:${userId}:${recordId}`;
}

function isDraft(value: unknown): value is Draft {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['channel', 'purpose', 'text'].every((name) => typeof Reflect.get(value, name) === 'string')
  );
}
