import {
  cleanName,
  mediaTypeOf,
  mostMegabytes,
  withExtension,
  type Scan,
} from '../../../platform/files/index.ts';
import type { UploadedFile } from '../../../platform/http/index.ts';

/** Kinds of file that people may send, by the media type that the content shows. */
const accepted: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/heic': ['heic'],
  'image/webp': ['webp'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'text/plain': ['txt'],
};

/** The same for the `accept` of a file field: a help for people, no check. */
export const acceptAttribute = Object.values(accepted)
  .flat()
  .map((extension) => `.${extension}`)
  .join(',');

const mostBytes = mostMegabytes * 1024 * 1024;

export type AcceptedFile = {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly bytes: Uint8Array;
};

export type FileRefusal =
  | { readonly kind: 'empty'; readonly name: string }
  | { readonly kind: 'too-large'; readonly name: string; readonly megabytes: number; readonly most: number }
  | { readonly kind: 'unknown-type'; readonly name: string }
  | { readonly kind: 'infected'; readonly name: string }
  /** Nothing unscanned is kept. */
  | { readonly kind: 'not-scanned'; readonly name: string };

export type Acceptance =
  | { readonly ok: true; readonly file: AcceptedFile }
  | { readonly ok: false; readonly failure: FileRefusal };

const refuse = (failure: FileRefusal): Acceptance => ({ ok: false, failure });

/** Takes a file for what its content is, whatever its name says, and only when the scanner calls it clean. */
export async function acceptFile(
  file: Pick<UploadedFile, 'name' | 'bytes'>,
  scan: Scan,
): Promise<Acceptance> {
  const { bytes } = file;
  const shown = cleanName(file.name);
  if (bytes.length === 0) return refuse({ kind: 'empty', name: shown });
  if (bytes.length > mostBytes) {
    const megabytes = Math.ceil(bytes.length / 1024 / 1024);
    return refuse({ kind: 'too-large', name: shown, megabytes, most: mostMegabytes });
  }
  const type = await mediaTypeOf(bytes);
  const extensions = type === null ? undefined : accepted[type];
  if (type === null || extensions === undefined) return refuse({ kind: 'unknown-type', name: shown });
  const verdict = await scan(bytes);
  if (verdict === 'infected') return refuse({ kind: 'infected', name: shown });
  if (verdict === 'unavailable') return refuse({ kind: 'not-scanned', name: shown });
  return { ok: true, file: { name: withExtension(shown, extensions), type, size: bytes.length, bytes } };
}
