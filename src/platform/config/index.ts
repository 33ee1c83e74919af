export { parseConfig, describeProblems } from './parse.ts';
export type { Config } from './parse.ts';
export { settings } from './settings.ts';
export { getKey } from './key.ts';
