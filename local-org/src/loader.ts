/** Lets a process of the local org's own read TypeScript: `node --import <this>`. */
export const typescriptLoader = new URL('../loader/register.mjs', import.meta.url).href;
