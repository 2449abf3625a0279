import { setup } from '@sa11y/jest';

setup();

/** jsdom lays nothing out: sizes never change. */
globalThis.ResizeObserver = class {
  observe() {}
  disconnect() {}
};
