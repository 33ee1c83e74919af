import { createHash } from 'node:crypto';
import {
  cleanName,
  mediaTypeOf,
  withExtension,
  type Files,
  type Scan,
} from '../../../platform/files/index.ts';
import type { UploadedFile } from '../../../platform/http/index.ts';
import type { AnswerIssue, FileAnswer, FileInputs, WayField } from '../definition/index.ts';
import { endingsOf } from '../definition/index.ts';
import type { FilesByInput, Unsafe } from './content.ts';
import { fit, isFileList, type Room } from './room.ts';

export type Upload = { readonly input: string; readonly file: FileAnswer; readonly bytes: Uint8Array };

const unknown = 'application/octet-stream';

/** Formats that have no mark of their own in their first bytes, by ending. */
const plain: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  csv: 'text/csv',
  ifc: 'application/x-step',
};

/** The media type of a file's content. Kinds of plain text are told apart by the ending. */
export async function typeOfUpload(name: string, bytes: Uint8Array): Promise<string> {
  const found = await mediaTypeOf(bytes);
  if (found !== 'text/plain') return found ?? unknown;
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return plain[ending] ?? unknown;
}

/** What was sent to a page: to its file questions, and to names that are none. Neither is looked into. */
export function sortUploads(
  sent: readonly UploadedFile[],
  inputs: FileInputs,
): { readonly meant: readonly UploadedFile[]; readonly strays: readonly string[] } {
  return {
    meant: sent.filter(({ field }) => inputs.has(field)),
    strays: [...new Set(sent.map(({ field }) => field).filter((field) => !inputs.has(field)))],
  };
}

/** The files of the page's own questions: rows that are gone take theirs with them. */
export const ofInputs = (files: FilesByInput, inputs: FileInputs): FilesByInput =>
  Object.fromEntries(Object.entries(files).filter(([input]) => inputs.has(input)));

export type Received = { readonly uploads: readonly Upload[]; readonly unsafe: readonly Unsafe[] };

type Means = { readonly newId: () => string; readonly scan: Scan; readonly room: Room };

/**
 * Scans, names, measures and types what was sent. What there is no room for, and what the scanner does not call
 * clean, is let go. Nothing is stored yet: see `storeAccepted`.
 */
export async function receiveUploads(sent: readonly UploadedFile[], means: Means): Promise<Received> {
  const { fitting, excess } = fit(sent, means.room);
  const received = await Promise.all(fitting.map((file) => receive(file, means)));
  return {
    uploads: received.flatMap((one) => (one.ok ? [one.upload] : [])),
    unsafe: [
      ...received.flatMap((one) => (one.ok ? [] : [one.unsafe])),
      ...excess.map(({ field: input, name }) => ({ input, name: cleanName(name), kind: 'no-room' }) as const),
    ],
  };
}

type One = { readonly ok: true; readonly upload: Upload } | { readonly ok: false; readonly unsafe: Unsafe };

async function receive(
  { field: input, name: given, bytes }: UploadedFile,
  means: Pick<Means, 'newId' | 'scan'>,
): Promise<One> {
  const name = cleanName(given);
  const verdict = await means.scan(bytes);
  if (verdict !== 'clean') {
    return { ok: false, unsafe: { input, name, kind: verdict === 'infected' ? 'infected' : 'not-scanned' } };
  }
  const type = await typeOfUpload(name, bytes);
  const hash = createHash('sha256').update(bytes).digest('hex');
  return {
    ok: true,
    upload: {
      input,
      bytes,
      file: {
        id: means.newId(),
        name: withExtension(name, endingsOf(type)),
        type,
        size: bytes.byteLength,
        hash,
      },
    },
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
  files: Pick<Files, 'save'>,
  uploads: readonly Upload[],
  accepted: FilesByInput,
): Promise<void> {
  const wanted = new Set(
    Object.values(accepted).flatMap((list) => list.filter(isStored).map((file) => file.id)),
  );
  await Promise.all(uploads.filter(({ file }) => wanted.has(file.id)).map(({ bytes }) => files.save(bytes)));
}

/** The files among a page's answers, by the name of the input that they were sent in. */
export function filesAmong(fields: readonly WayField[]): FilesByInput {
  const all = fields.flatMap((part) => [part, ...part.rows.flatMap((row) => row.fields)]);
  return Object.fromEntries(
    all.flatMap(({ field, input, value }) =>
      field.type === 'file' && isFileList(value) ? [[input, value] as const] : [],
    ),
  );
}
