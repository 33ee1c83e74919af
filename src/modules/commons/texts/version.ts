import { genitive } from '../../organisations/index.ts';

/*
 * Two counters are called version: what an owner has published, and what a variant has been through at home. A
 * number never stands without whose it is.
 */

/** "Sundsvalls version 3": what Sundsvall has published. */
export const versionSv = (name: string, n: number): string => `${genitive(name)} version\u00A0${n}`;

/** "Sundsvall’s version 3". */
export const versionEn = (name: string, n: number): string =>
  `${name}’${/s$/i.test(name) ? '' : 's'} version\u00A0${n}`;
