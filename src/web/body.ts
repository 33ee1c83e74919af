import type { FastifyRequest } from 'fastify';
import { mostAtOnce, mostFileBytes } from '../platform/files/index.ts';
import type { UploadedFile } from '../platform/http/index.ts';
import type { Meter } from './bounds.ts';
import { readFilePart, TooLarge } from './file-part.ts';
import { NoRoom, TooManyAtOnce, type ArrivedFile, type LargeRoom } from './large.ts';
import { hasLongList } from './lists.ts';
import { Overloaded } from './overloaded.ts';

export type RawBody = {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly files: readonly UploadedFile[];
  readonly arrived: readonly ArrivedFile[];
};

type Failure = 'too-large' | 'long-list' | 'malformed' | 'busy' | 'no-room' | 'too-many-large';

export type BodyResult =
  | { readonly ok: true; readonly value: RawBody }
  | { readonly ok: false; readonly failure: Failure };

/** How a form with files is read: files are kept, or go by unkept from somebody who has to sign in first. */
export type Reading = {
  readonly files: 'kept' | 'dropped';
  readonly meter: Meter;
  /** For files that may be large, where the route takes such. */
  readonly large: LargeRoom | null;
};

/** A form sends each line break as two signs, and the page counts it as one. */
const oneBreak = (typed: string): string => typed.replaceAll('\r\n', '\n');

const linesOf = (body: object): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(body).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'string'
        ? oneBreak(value)
        : Array.isArray(value)
          ? value.map((one: unknown) => (typeof one === 'string' ? oneBreak(one) : one))
          : value,
    ]),
  );

function append(fields: Map<string, unknown>, name: string, value: string): void {
  const before = fields.get(name);
  if (before === undefined) fields.set(name, value);
  else fields.set(name, Array.isArray(before) ? [...before, value] : [before, value]);
}

const megabyte = 1024 * 1024;

/** A whole form with its files in memory, in bytes. */
const mostInAll = mostAtOnce.megabytes * megabyte;

/** What is typed in a form, in bytes, whichever way it is sent. */
export const mostTyped = 2 * megabyte;

const mostLarge = (large: LargeRoom | null): number =>
  large === null ? 0 : large.large.megabytes * megabyte;

async function readParts(request: FastifyRequest, reading: Reading, expected: number): Promise<RawBody> {
  const { meter, large } = reading;
  const fields = new Map<string, unknown>();
  const files: UploadedFile[] = [];
  const arrived: ArrivedFile[] = [];
  const seen = { typed: 0, all: 0 };
  const count = (bytes: number, kept: boolean): void => {
    seen.all += bytes;
    if (seen.all > mostInAll) throw new TooLarge();
    if (kept) meter.take(bytes);
  };
  const kept = reading.files === 'kept';
  const room = { kept, large, expected, count: (bytes: number) => count(bytes, kept) };
  const limits = { fileSize: Math.max(mostFileBytes, mostLarge(large) + megabyte) };
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') {
      const value = String(part.value);
      seen.typed += Buffer.byteLength(value);
      if (seen.typed > mostTyped) throw new TooLarge();
      count(Buffer.byteLength(value), true);
      append(fields, part.fieldname, oneBreak(value));
      continue;
    }
    const read = await readFilePart(part, room);
    if (read.kind === 'memory') files.push(read.file);
    if (read.kind === 'disk') arrived.push(read.file);
  }
  return { fields: Object.fromEntries(fields), files, arrived };
}

function failureOf(error: unknown): Failure {
  if (error instanceof TooLarge) return 'too-large';
  if (error instanceof NoRoom) return 'no-room';
  if (error instanceof TooManyAtOnce) return 'too-many-large';
  if (error instanceof Overloaded) return 'busy';
  const code = error instanceof Error && 'statusCode' in error ? error.statusCode : 400;
  return code === 413 ? 'too-large' : 'malformed';
}

async function readMultipart(request: FastifyRequest, reading: Reading): Promise<BodyResult> {
  const most = mostInAll + mostLarge(reading.large);
  const { 'content-length': length } = request.headers;
  const expected = length === undefined ? most : Number(length);
  if (expected > most) return { ok: false, failure: 'too-large' };
  try {
    return { ok: true, value: await readParts(request, reading, expected) };
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
const typedOnly: Reading = { files: 'dropped', meter: { take: () => undefined }, large: null };

const noFiles = { files: [], arrived: [] } as const;

/** The body as fields and files, whichever of the three encodings it came in. */
export async function readBody(request: FastifyRequest, reading: Reading = typedOnly): Promise<BodyResult> {
  if (request.isMultipart()) return readMultipart(request, reading);
  const { body } = request;
  if (body === undefined || body === null) return { ok: true, value: { fields: {}, ...noFiles } };
  if (typeof body !== 'object' || Array.isArray(body)) return { ok: false, failure: 'malformed' };
  if (hasLongList(body)) return { ok: false, failure: 'long-list' };
  const fields = isForm(request) ? linesOf(body) : { ...body };
  return { ok: true, value: { fields, ...noFiles } };
}
