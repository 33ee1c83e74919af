export type Provenance = {
  readonly method: string;
  /** `Sec-Fetch-Site`, sent by every current browser (Fetch Metadata, W3C). */
  readonly fetchSite: string | undefined;
  readonly origin: string | undefined;
  readonly ownOrigins: readonly string[];
  /** A bearer token is never sent by itself, so no other site can borrow it. */
  readonly bearer: boolean;
};

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether a request that changes something comes from our own pages, or from no page at all. */
export function comesFromUs(request: Provenance): boolean {
  if (safe.has(request.method) || request.bearer) return true;
  if (request.fetchSite !== undefined) {
    return request.fetchSite === 'same-origin' || request.fetchSite === 'none';
  }
  return request.origin !== undefined && request.ownOrigins.includes(request.origin);
}
