import type { Multipart } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { mostAtOnce } from '../platform/files/index.ts';
import type { UploadedFile } from '../platform/http/index.ts';
import type { Meter } from './bounds.ts';
import { Overloaded } from './overloaded.ts';

export type RawBody = {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly files: readonly UploadedFile[];
};

export type BodyResult =
  | { readonly ok: true; readonly value: RawBody }
  | { readonly ok: false; readonly failure: 'too-large' | 'malformed' | 'busy' };

/** How a form with files is read: files are kept, or go by unkept from somebody who has to sign in first. */
export type Reading = { readonly files: 'kept' | 'dropped'; readonly meter: Meter };

function append(fields: Map<string, unknown>, name: string, value: string): void {
  const before = fields.get(name);
  if (before === undefined) fields.set(name, value);
  else fields.set(name, Array.isArray(before) ? [...before, value] : [before, value]);
}

const megabyte = 1024 * 1024;

/** A whole form with its files, in bytes. */
const mostInAll = mostAtOnce.megabytes * megabyte;

/** What is typed in a form, in bytes, whichever way it is sent. */
export const mostTyped = 2 * megabyte;

class TooLarge extends Error {}

type FilePart = Extract<Multipart, { readonly type: 'file' }>;

/** Goes through the bytes of a file as they come; `each` keeps them, or lets them go. */
async function readFile(part: FilePart, each: (bytes: Buffer) => void): Promise<void> {
  for await (const chunk of part.file) each(Buffer.from(chunk));
  if (part.file.truncated) throw new TooLarge();
}

async function readParts(request: FastifyRequest, { files: fate, meter }: Reading): Promise<RawBody> {
  const fields = new Map<string, unknown>();
  const files: UploadedFile[] = [];
  const seen = { typed: 0, all: 0 };
  const count = (bytes: number, kept: boolean): void => {
    seen.all += bytes;
    if (seen.all > mostInAll) throw new TooLarge();
    if (kept) meter.take(bytes);
  };
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      const value = String(part.value);
      seen.typed += Buffer.byteLength(value);
      if (seen.typed > mostTyped) throw new TooLarge();
      count(Buffer.byteLength(value), true);
      append(fields, part.fieldname, value);
      continue;
    }
    const kept: Buffer[] = [];
    await readFile(part, (bytes) => {
      count(bytes.byteLength, fate === 'kept');
      if (fate === 'kept') kept.push(bytes);
    });
    // A file input left empty arrives as a nameless file of no bytes.
    if (fate === 'dropped' || (part.filename === '' && kept.length === 0)) continue;
    files.push({ field: part.fieldname, name: part.filename, bytes: new Uint8Array(Buffer.concat(kept)) });
  }
  return { fields: Object.fromEntries(fields), files };
}

function failureOf(error: unknown): 'too-large' | 'malformed' | 'busy' {
  if (error instanceof TooLarge) return 'too-large';
  if (error instanceof Overloaded) return 'busy';
  const code = error instanceof Error && 'statusCode' in error ? error.statusCode : 400;
  return code === 413 ? 'too-large' : 'malformed';
}

async function readMultipart(request: FastifyRequest, reading: Reading): Promise<BodyResult> {
  if (Number(request.headers['content-length'] ?? 0) > mostInAll) return { ok: false, failure: 'too-large' };
  try {
    return { ok: true, value: await readParts(request, reading) };
  } catch (error) {
    // The rest goes by, so that the sender gets to read the answer.
    request.raw.unpipe().resume();
    return { ok: false, failure: failureOf(error) };
  }
}

const contentType = ({ headers }: FastifyRequest): string => (headers['content-type'] ?? '').toLowerCase();

/** Whether the body is a form with files, which `readBody` reads; others are read before it. */
export const isUpload = (request: FastifyRequest): boolean =>
  contentType(request).startsWith('multipart/form-data');

/** Whether a person sends it from a page, and not a system. */
export const isForm = (request: FastifyRequest): boolean =>
  isUpload(request) || contentType(request).startsWith('application/x-www-form-urlencoded');

/** For forms without files, from whomever. */
const typedOnly: Reading = { files: 'dropped', meter: { take: () => undefined } };

/** The body as fields and files, whichever of the three encodings it came in. */
export async function readBody(request: FastifyRequest, reading: Reading = typedOnly): Promise<BodyResult> {
  if (request.isMultipart()) return readMultipart(request, reading);
  const { body } = request;
  if (body === undefined || body === null) return { ok: true, value: { fields: {}, files: [] } };
  if (typeof body !== 'object' || Array.isArray(body)) return { ok: false, failure: 'malformed' };
  return { ok: true, value: { fields: { ...body }, files: [] } };
}
