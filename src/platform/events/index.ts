export { defineEvent, emit, on } from './event.ts';
export type { EventKind, Occurrence, Subscription } from './event.ts';
export { deliverEvents, findDeadEvents } from './delivery.ts';
