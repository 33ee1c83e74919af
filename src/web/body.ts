import type { FastifyRequest } from 'fastify';
import type { UploadedFile } from '../platform/http/index.ts';

export type RawBody = {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly files: readonly UploadedFile[];
};

export type BodyResult =
  | { readonly ok: true; readonly value: RawBody }
  | { readonly ok: false; readonly failure: 'too-large' | 'malformed' };

function append(fields: Map<string, unknown>, name: string, value: string): void {
  const before = fields.get(name);
  if (before === undefined) fields.set(name, value);
  else fields.set(name, Array.isArray(before) ? [...before, value] : [before, value]);
}

/** A whole form with its files, in bytes: it is held in memory, and anybody may send one. */
const mostInAll = 64 * 1024 * 1024;

async function readMultipart(request: FastifyRequest): Promise<BodyResult> {
  const fields = new Map<string, unknown>();
  const files: UploadedFile[] = [];
  let total = 0;
  if (Number(request.headers['content-length'] ?? 0) > mostInAll) return { ok: false, failure: 'too-large' };
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') {
        const value = String(part.value);
        total += Buffer.byteLength(value);
        if (total > mostInAll) return { ok: false, failure: 'too-large' };
        append(fields, part.fieldname, value);
        continue;
      }
      const bytes = await part.toBuffer();
      total += bytes.byteLength;
      if (total > mostInAll) return { ok: false, failure: 'too-large' };
      // A file input left empty arrives as a nameless file of no bytes.
      if (part.filename !== '' || bytes.byteLength > 0) {
        files.push({ field: part.fieldname, name: part.filename, bytes: new Uint8Array(bytes) });
      }
    }
  } catch (error) {
    const code = error instanceof Error && 'statusCode' in error ? error.statusCode : 400;
    return { ok: false, failure: code === 413 ? 'too-large' : 'malformed' };
  }
  return { ok: true, value: { fields: Object.fromEntries(fields), files } };
}

/** The body as fields and files, whichever of the three encodings it came in. */
export async function readBody(request: FastifyRequest): Promise<BodyResult> {
  if (request.isMultipart()) return readMultipart(request);
  const { body } = request;
  if (body === undefined || body === null) return { ok: true, value: { fields: {}, files: [] } };
  if (typeof body !== 'object' || Array.isArray(body)) return { ok: false, failure: 'malformed' };
  return { ok: true, value: { fields: { ...body }, files: [] } };
}
