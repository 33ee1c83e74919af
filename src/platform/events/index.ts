export { defineEvent, emit, on } from './event.ts';
export type { Occurrence, Subscription } from './event.ts';
export { deliverEvents, findDeadEvents } from './delivery.ts';
