import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import type { Files } from '../../../platform/files/index.ts';
import type { UploadedFile } from '../../../platform/http/index.ts';
import type { AnswerIssue, AnswerValue, FileAnswer, WayField } from '../definition/index.ts';
import type { FilesByInput, Unsafe } from './content.ts';

/** What a virus scanner says of a file. */
export type Scan = (bytes: Uint8Array) => Promise<'clean' | 'infected' | 'unavailable'>;

export type Upload = { readonly input: string; readonly file: FileAnswer; readonly bytes: Uint8Array };

/** Longest name that is kept; longer ones lose their middle, never their ending. */
const longestName = 120;

/** A name that is safe to show and to give back: no path, no control or direction marks, no line breaks. */
export function safeName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"|?*]/gu, '')
    .replace(/^\.+/, '')
    .trim();
  if (clean === '') return 'fil';
  return clean.length <= longestName ? clean : `${clean.slice(0, 90)}…${clean.slice(-25)}`;
}

/** Formats that have no mark of their own in their first bytes, by ending. */
const plain: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  csv: 'text/csv',
  ifc: 'application/x-step',
};

function isText(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The media type as the content shows it. What the sender claims counts for nothing. */
export async function mediaTypeOf(name: string, bytes: Uint8Array): Promise<string> {
  const found = await fileTypeFromBuffer(bytes);
  if (found !== undefined) return found.mime;
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return (isText(bytes) ? plain[ending] : undefined) ?? 'application/octet-stream';
}

export type Received = { readonly uploads: readonly Upload[]; readonly unsafe: readonly Unsafe[] };

/**
 * Scans, names, measures and types what was sent. What the scanner does not call clean is let go.
 * Nothing is stored yet: see `storeAccepted`.
 */
export async function receiveUploads(
  sent: readonly UploadedFile[],
  means: { readonly newId: () => string; readonly scan: Scan },
): Promise<Received> {
  const received = await Promise.all(sent.map((file) => receive(file, means)));
  return {
    uploads: received.flatMap((one) => (one.ok ? [one.upload] : [])),
    unsafe: received.flatMap((one) => (one.ok ? [] : [one.unsafe])),
  };
}

type One = { readonly ok: true; readonly upload: Upload } | { readonly ok: false; readonly unsafe: Unsafe };

async function receive(
  { field: input, name: given, bytes }: UploadedFile,
  means: { readonly newId: () => string; readonly scan: Scan },
): Promise<One> {
  const name = safeName(given);
  const verdict = await means.scan(bytes);
  if (verdict !== 'clean') {
    return { ok: false, unsafe: { input, name, kind: verdict === 'infected' ? 'infected' : 'not-scanned' } };
  }
  const type = await mediaTypeOf(name, bytes);
  const hash = createHash('sha256').update(bytes).digest('hex');
  return {
    ok: true,
    upload: { input, bytes, file: { id: means.newId(), name, type, size: bytes.byteLength, hash } },
  };
}

/** The kept files with the new ones after them, input by input. */
export function withUploads(kept: FilesByInput, uploads: readonly Upload[]): FilesByInput {
  const all = new Map(Object.entries(kept));
  for (const { input, file } of uploads) all.set(input, [...(all.get(input) ?? []), file]);
  return Object.fromEntries(all);
}

/** A refused file is told of once: it stands without a hash until the page is sent again. */
const isStored = (file: FileAnswer): boolean => file.hash !== '';

export const storedOnly = (files: FilesByInput): FilesByInput =>
  Object.fromEntries(Object.entries(files).map(([input, list]) => [input, list.filter(isStored)]));

/** Marks the files that the page refused, so that they are never taken for stored ones. */
export function markRefused(files: FilesByInput, issues: readonly AnswerIssue[]): FilesByInput {
  const refused = new Set(issues.flatMap((issue) => (issue.file === undefined ? [] : [issue.file])));
  const mark = (file: FileAnswer): FileAnswer => (refused.has(file.id) ? { ...file, hash: '' } : file);
  return Object.fromEntries(Object.entries(files).map(([input, list]) => [input, list.map(mark)]));
}

/** Stores the bytes of the new files that were not refused, before their names are saved. */
export async function storeAccepted(
  files: Files,
  uploads: readonly Upload[],
  accepted: FilesByInput,
): Promise<void> {
  const wanted = new Set(
    Object.values(accepted).flatMap((list) => list.filter(isStored).map((file) => file.id)),
  );
  await Promise.all(uploads.filter(({ file }) => wanted.has(file.id)).map(({ bytes }) => files.save(bytes)));
}

const isFileList = (value: AnswerValue | undefined): value is readonly FileAnswer[] =>
  Array.isArray(value) && value.every((part) => typeof part === 'object' && 'hash' in part);

/** The files among a page's answers, by the name of the input that they were sent in. */
export function filesAmong(fields: readonly WayField[]): FilesByInput {
  const all = fields.flatMap((part) => [part, ...part.rows.flatMap((row) => row.fields)]);
  return Object.fromEntries(
    all.flatMap(({ field, input, value }) =>
      field.type === 'file' && isFileList(value) ? [[input, value] as const] : [],
    ),
  );
}
