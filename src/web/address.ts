import type { Language } from '../platform/http/index.ts';

export type Arrival = {
  /** What the router sees: language and host already read off. */
  readonly url: string;
  readonly language: Language;
};

/** Addresses that belong to the whole platform and are the same under every host. */
const everywhere =
  /^\/(k|api|health|assets|logga-in|logga-ut|konto|byt-organisation|legitimering|teman)(\/|\?|$)/;

/**
 * Reads language and municipality off an address. `/en/…` is English; under a municipality's own host
 * `/tjanster` is `/k/<slug>/tjanster`.
 */
export function readArrival(url: string, hostOrganisation: string | null): Arrival {
  const english = /^\/en(?=\/|\?|$)/.test(url);
  const rest = english ? url.slice('/en'.length) : url;
  const path = rest.startsWith('/') ? rest : `/${rest}`;
  const language = english ? 'en' : 'sv';
  if (hostOrganisation === null || everywhere.test(path)) return { url: path, language };
  return { url: path === '/' ? `/k/${hostOrganisation}` : `/k/${hostOrganisation}${path}`, language };
}

/** Where work is done and shared: at Kommons's own host only, with the session that is there. */
const atHome = /^\/(?:en\/)?(?:arbete|bibliotek|kommuner|brevlada|exempel)(?:[/?]|$)/;

export const belongsHome = (url: string): boolean => atHome.test(url);

/** Host name without port, lower case. */
export function hostName(header: string | undefined): string {
  return (header ?? '').toLowerCase().replace(/:\d+$/, '');
}
