import type { Language } from '../page/context.ts';

const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/**
 * The address if a browser may follow it without running anything, else undefined: paths, fragments,
 * queries and the schemes http, https, mailto and tel. Control characters and spaces are refused
 * because browsers strip them before they read the scheme (WHATWG URL, section 4.4).
 */
export function safeHref(address: string): string | undefined {
  if (address === '' || /[\p{Cc}\s\\]/u.test(address)) return undefined;
  if (address.startsWith('//')) return undefined;
  if (/^[/#?]/u.test(address)) return address;
  const scheme = /^[a-z][a-z0-9+.-]*:/iu.exec(address)?.[0].toLowerCase();
  if (scheme === undefined) return address;
  return schemes.has(scheme) ? address : undefined;
}

const unprefixed = /^\/(?:en|api|assets|health|metrics)(?:[/?#]|$)/u;

/**
 * An address within the site in the wanted language: English stands under `/en`. Addresses that have
 * a language already, that have none (the API, assets), or that lead elsewhere come back unchanged.
 */
export function href(language: Language, address: string): string {
  if (language === 'sv' || !address.startsWith('/') || address.startsWith('//')) return address;
  return unprefixed.test(address) ? address : `/en${address === '/' ? '' : address}`;
}

/** The same page in the other language, for the language switch. Takes path and query. */
export function inLanguage(language: Language, address: string): string {
  const bare = address.replace(/^\/en(?=[/?#]|$)/u, '');
  return href(language, bare.startsWith('/') ? bare : `/${bare}`);
}
