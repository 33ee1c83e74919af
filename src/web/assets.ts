import type { FastifyInstance } from 'fastify';
import { createHash } from 'node:crypto';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { asPart } from './headers.ts';
import type { Asset, WebParts } from './parts.ts';

const compressible = /^(text\/|application\/(javascript|json)|image\/svg)/;

type Prepared = {
  readonly plain: Buffer;
  readonly br: Buffer | null;
  readonly gzip: Buffer | null;
  readonly etag: string;
};

function prepare(asset: Asset): Prepared {
  const plain = Buffer.from(asset.bytes);
  const squeeze = compressible.test(asset.type);
  return {
    plain,
    br: squeeze ? brotliCompressSync(plain) : null,
    gzip: squeeze ? gzipSync(plain, { level: 9 }) : null,
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
  };
}

/** Style sheets, fonts and pictures, compressed once at boot. */
export function serveAssets(app: FastifyInstance, parts: WebParts): void {
  for (const asset of parts.assets) {
    const { plain, br, gzip, etag } = prepare(asset);
    const keep = asset.immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=300';
    app.get(asset.path, async (request, reply) => {
      asPart(reply);
      reply.headers({ 'content-type': asset.type, 'cache-control': keep, etag, vary: 'accept-encoding' });
      if (request.headers['if-none-match'] === etag) return reply.code(304).send();
      const accepted = request.headers['accept-encoding'] ?? '';
      if (br !== null && accepted.includes('br')) return reply.header('content-encoding', 'br').send(br);
      if (gzip !== null && accepted.includes('gzip'))
        return reply.header('content-encoding', 'gzip').send(gzip);
      return reply.send(plain);
    });
  }
}
