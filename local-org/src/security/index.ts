export { accessOf } from './access.ts';
export type { SecurityOrg } from './access.ts';
export type { Access, AccessMode } from './types.ts';
