/** Addresses that only take part in signing in; coming back to them would go round in circles. */
const ownSteps = /^\/(?:en\/)?(?:logga-in|logga-ut|byt-organisation|legitimering)(?:[/?#]|$)/;

/** The start page is no wish: whoever comes from there is led on to what is theirs. */
export function wishedAddress(text: string | null): string | null {
  const address = text === null ? '' : localAddress(text, '');
  return ['', '/', '/en', '/en/'].includes(address) ? null : address;
}

/**
 * The path and query to go to after signing in, or `otherwise` for anything that is not plainly a path on
 * this site: another host, another scheme, a backslash or control character that browsers read as one.
 */
export function localAddress(text: unknown, otherwise = '/'): string {
  if (typeof text !== 'string' || text.length > 2000) return otherwise;
  if (!/^\/(?![/\\])[\u0021-\u007E]*$/.test(text) || text.includes('\\')) return otherwise;
  const base = 'http://kommons.invalid';
  if (!URL.canParse(text, base)) return otherwise;
  const url = new URL(text, base);
  if (url.origin !== base || url.pathname.startsWith('//') || ownSteps.test(url.pathname)) return otherwise;
  return url.pathname + url.search;
}
