export type * from './types';
export { channelIcon, directionIcon } from './icons';
export { dayKey, groupByDay, type Day } from './days';
export { append, emptyThread, needsPreview, refresh, type Thread } from './thread';
