export type { Day } from './days';
export type { Thread } from './thread';
export type { Body, Choice, Config, Counts, Filter, FilterChoice, Item, Notice, Page, Scope } from './types';
export { dayKey, groupByDay } from './days';
export { channelIcon, directionIcon } from './icons';
export { append, emptyThread, needsPreview, refresh } from './thread';
