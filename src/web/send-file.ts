import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import type { Reply } from '../platform/http/index.ts';
import type { Arrived } from './dispatch.ts';
import type { WebParts } from './parts.ts';
import { decidePart } from './ranges.ts';

/** Only letters, digits and a few signs survive in the plain name; the rest goes in `filename*` (RFC 6266). */
function disposition(name: string): string {
  const plain = name.replaceAll(/[^\w. -]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}

type FileReply = Extract<Reply, { kind: 'file' }>;
type StoredReply = Extract<Reply, { kind: 'stored' }>;

const headed = (
  reply: FastifyReply,
  { name, type, shown }: Pick<FileReply, 'name' | 'type' | 'shown'>,
): FastifyReply =>
  reply
    .header('content-type', type)
    .header('content-disposition', shown === true ? 'inline' : disposition(name))
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', shown === true ? 'private, max-age=31536000, immutable' : 'no-store');

export function sendFile({ reply }: Arrived, file: FileReply): FastifyReply {
  const { bytes } = file;
  // The bytes as they are, without a copy: they may be many.
  return headed(reply, file).send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

/** Whoever takes nothing for so long is let go, in milliseconds; a player that goes on asks for the rest. */
const patience = 120_000;

/** All of it, or the part that was asked for, as it is read: so a film can be sought in. */
export function sendStored(parts: WebParts, { request, reply }: Arrived, stored: StoredReply): FastifyReply {
  const { name, type, file } = stored;
  const { size, hash } = file;
  const etag = `"sha256-${hash}"`;
  const { range, 'if-range': ifRange } = request.headers;
  const part = decidePart({ method: request.method, range, ifRange: ifRange?.toString() }, { size, etag });
  headed(reply, { name, type, shown: true }).header('accept-ranges', 'bytes').header('etag', etag);
  if (part.kind === 'unsatisfiable')
    return reply
      .code(416)
      .header('cache-control', 'no-store')
      .header('content-range', `bytes */${size}`)
      .send(Buffer.alloc(0));
  const { first, last } = part.kind === 'part' ? part : { first: 0, last: size - 1 };
  if (part.kind === 'part') reply.code(206).header('content-range', `bytes ${first}-${last}/${size}`);
  reply.header('content-length', last + 1 - first);
  if (request.method === 'HEAD') return reply.send(Readable.from([]));
  const content = Readable.from(file.read(first, last));
  content.once('error', (error) => {
    // What fails before it has begun is answered, and told of, as any fault.
    if (reply.raw.headersSent)
      parts.log({
        level: 'error',
        event: 'fault',
        requestId: request.id,
        error: error.stack ?? error.message,
      });
  });
  reply.raw.setTimeout(patience, () => reply.raw.destroy());
  return reply.send(content);
}
