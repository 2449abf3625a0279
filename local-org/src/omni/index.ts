export { offline } from './desk.ts';
export { createOmni } from './room.ts';
export type { CreateMatcher, Matcher } from './matcher.ts';
export { omniChannel, type AgentDesk, type DeskWork, type Omni, type PresenceKind } from './types.ts';
