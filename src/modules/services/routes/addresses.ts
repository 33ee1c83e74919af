import { href } from '../../../ui/index.ts';
import type { Language } from '../../../platform/http/index.ts';

/**
 * The addresses of the citizen's pages, as routes and links share them. What is done with a draft as a
 * whole stands apart from its pages, so that no page's id can be taken for an act.
 */
export const at = {
  start: { path: '/k/:organisation' },
  services: { path: '/k/:organisation/tjanster' },
  service: { path: '/k/:organisation/tjanster/:service' },
  begin: { path: '/k/:organisation/tjanster/:service/utkast' },
  draft: { path: '/k/:organisation/tjanster/:service/utkast/:draft' },
  step: { path: '/k/:organisation/tjanster/:service/utkast/:draft/:page' },
  settle: { path: '/k/:organisation/utkast/:draft/valj/:page' },
  left: { path: '/k/:organisation/utkast/:draft/sparat' },
  remove: { path: '/k/:organisation/utkast/:draft/ta-bort' },
  send: { path: '/k/:organisation/utkast/:draft/skicka' },
  receipt: { path: '/k/:organisation/utkast/:draft/kvittens' },
  contact: { path: '/k/:organisation/kontakt' },
  accessibility: { path: '/k/:organisation/tillganglighet' },
} as const;

/** Where a person signs in, to come back to an address of this site in the same language. */
export const signInAddress = (back: string, language: Language): string =>
  `/logga-in?${new URLSearchParams({ till: href(language, back) }).toString()}`;
