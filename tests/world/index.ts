export { buildWorld, type WorldParts } from './world.ts';
