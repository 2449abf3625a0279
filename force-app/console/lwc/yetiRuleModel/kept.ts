import userId from '@salesforce/user/Id';
import type { RuleSet } from 'c/yetiRuleSet';

/** What was changed and could not be saved yet. */
export interface Kept {
  readonly document: RuleSet;
  /** The state of the version that it was made from. */
  readonly state: string;
}

/** What this browser tab keeps of a version; none where everything was saved. */
export function readKept(versionId: string): Kept | undefined {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(keyOf(versionId)) ?? 'null');
    return isKept(stored) ? stored : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what is not saved yet, or forgets it. Without storage it lives as long as the page. */
export function keep(versionId: string, kept: Kept | undefined): void {
  try {
    if (kept) sessionStorage.setItem(keyOf(versionId), JSON.stringify(kept));
    else sessionStorage.removeItem(keyOf(versionId));
  } catch {
    // A browser may forbid storage, or have none left: the rules are still on the page.
  }
}

function keyOf(versionId: string): string {
  return `yeti-rules:${userId}:${versionId}`;
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  const document: unknown = Reflect.get(value, 'document');
  return (
    typeof Reflect.get(value, 'state') === 'string' &&
    typeof document === 'object' &&
    document !== null &&
    Array.isArray(Reflect.get(document, 'rules'))
  );
}
