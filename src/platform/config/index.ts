export { parseConfig, describeProblems } from './parse.ts';
export type { Config, LogTarget } from './parse.ts';
export { settings } from './settings.ts';
export { getKey } from './key.ts';
