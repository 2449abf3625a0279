export { EVENT_BUS_TABLE, keepMessages } from './bus.ts';
export { EventDelivery, leftDeliveries } from './delivery.ts';
export { createEvents } from './events.ts';
export type { Events } from './types.ts';
