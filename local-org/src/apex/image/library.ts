import { createLibrary } from '../library/index.ts';
import type { Library } from '../library/types.ts';

/** The platform's classes: one for the process, because they never change. */
export const library: Library = createLibrary();
