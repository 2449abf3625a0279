import { nothingChosen, type Chosen } from './filters';

/** Reads what the user chose on this record in this browser tab. What is missing or broken is as at the start. */
export function readChosen(userId: string, recordId: string): Chosen {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(keyOf(userId, recordId)) ?? '{}');
    return { ...nothingChosen, ...(typeof stored === 'object' ? (stored as Partial<Chosen>) : {}) };
  } catch {
    return nothingChosen;
  }
}

/** Keeps what the user chose until the tab is closed. A browser that keeps nothing forgets it. */
export function keepChosen(userId: string, recordId: string, chosen: Chosen): void {
  try {
    sessionStorage.setItem(keyOf(userId, recordId), JSON.stringify(chosen));
  } catch {
    // Nothing else to do: the choice holds as long as the page.
  }
}

function keyOf(userId: string, recordId: string): string {
  return `yetiTimeline ${userId} ${recordId}`;
}
