import type { FastifyInstance } from 'fastify';
import { theme, themeAsset } from '../ui/index.ts';

/** Municipal themes by colour, made once and kept; there are at most as many as organisations. */
const made = new Map<string, { readonly path: string; readonly css: string } | null>();

function themeOf(colour: string) {
  const known = made.get(colour);
  if (known !== undefined) return known;
  const result = theme(colour);
  const asset = result.ok ? themeAsset(result.css) : null;
  const hash = asset === null ? '' : (/\.([0-9a-f]+)\.css$/.exec(asset.path)?.[1] ?? '');
  const value =
    asset === null ? null : { path: `/teman/${colour.slice(1)}/${hash}.css`, css: String(asset.bytes) };
  if (made.size < 5_000) made.set(colour, value);
  return value;
}

/** Where the style sheet of a brand colour (`#0d5c63`) is; null for none, or one that fails its contrast. */
export function themePath(colour: string | null): string | null {
  return colour === null ? null : (themeOf(colour.toLowerCase())?.path ?? null);
}

/** The address holds the colour, so that any process can answer it. */
export function serveThemes(app: FastifyInstance): void {
  app.get<{ Params: { colour: string } }>('/teman/:colour/:file', async (request, reply) => {
    const { colour } = request.params;
    const found = /^[0-9a-f]{6}$/.test(colour) ? themeOf(`#${colour}`) : null;
    if (found === null || found.path !== request.url.split('?')[0]) return reply.callNotFound();
    return reply
      .header('content-type', 'text/css; charset=utf-8')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(found.css);
  });
}
