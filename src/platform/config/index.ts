export { parseConfig, describeProblems } from './parse.ts';
export type { Config, SignInConfig } from './parse.ts';
export { settings } from './settings.ts';
export { getKey } from './key.ts';
