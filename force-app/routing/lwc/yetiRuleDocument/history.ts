import type { RuleSet } from 'c/yetiRuleSet';

const MOST_STEPS = 200;

/** A document with the steps that led to it, and those that were taken back. */
export interface History {
  readonly past: readonly RuleSet[];
  readonly present: RuleSet;
  readonly future: readonly RuleSet[];
  /** What the last step did; the same again continues it, so that typing a word is one step. */
  readonly step: string | undefined;
}

/** A history that begins with this document. */
export function begin(document: RuleSet): History {
  return { past: [], present: document, future: [], step: undefined };
}

/** The document as it stands. */
export function current({ present }: History): RuleSet {
  return present;
}

/** Takes a step. `step` names what is typed at; without it the step stands alone. */
export function take(history: History, document: RuleSet, step?: string): History {
  if (document === history.present) return history;
  const continues = step !== undefined && step === history.step;
  const past = continues ? history.past : [...history.past, history.present].slice(-MOST_STEPS);
  return { past, present: document, future: [], step };
}

/** Whether there is a step to take back. */
export function canUndo({ past }: History): boolean {
  return past.length > 0;
}

/** Whether a step was taken back. */
export function canRedo({ future }: History): boolean {
  return future.length > 0;
}

/** Takes the last step back. */
export function undo(history: History): History {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: before,
    future: [history.present, ...history.future],
    step: undefined
  };
}

/** Takes the step again that was taken back last. */
export function redo(history: History): History {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future, step: undefined };
}
