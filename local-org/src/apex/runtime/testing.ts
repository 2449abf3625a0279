import type { Limits } from './limits.ts';

/** What a running test method keeps besides its transaction. */
export interface TestState {
  /** Ids up to which rows of an object are hidden; absent where the test sees all data. */
  readonly hiddenUpTo?: (object: string) => string | undefined;
  /** Mocks of callouts by interface name, lower case. */
  readonly mocks: Map<string, object>;
  /** Between startTest and stopTest, and after. */
  phase: 'before' | 'started' | 'stopped';
  /** The limits outside startTest … stopTest. */
  outer: { readonly limits: Limits; readonly statementsLeft: number } | undefined;
}

/** The state of a fresh test method. */
export function newTestState(hiddenUpTo: TestState['hiddenUpTo']): TestState {
  return { mocks: new Map(), phase: 'before', outer: undefined, ...(hiddenUpTo === undefined ? {} : { hiddenUpTo }) };
}
