import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { Page } from './context.ts';
import type { Language } from './context.ts';

/** What a component becomes on a page, as text. Each form gets the key `key`. */
export const shown = (view: VNode, language: Language = 'sv'): string =>
  render(<Page.Provider value={{ language, newKey: () => 'key' }}>{view}</Page.Provider>);

/** The values of an attribute, in the order of the page. */
export const attributes = (html: string, name: string): readonly string[] =>
  [...html.matchAll(new RegExp(` ${name}="([^"]*)"`, 'gu'))].map((found) => found[1] ?? '');
