import type * as globals from '@jest/globals';

declare global {
  const jest: typeof globals.jest;
  const describe: typeof globals.describe;
  const it: typeof globals.it;
  const expect: typeof globals.expect;
  const beforeEach: typeof globals.beforeEach;
  const afterEach: typeof globals.afterEach;
}

declare module 'expect' {
  interface Matchers<R extends void | Promise<void>> {
    /** No accessibility rule is broken. */
    toBeAccessible(): Promise<R>;
  }
}
