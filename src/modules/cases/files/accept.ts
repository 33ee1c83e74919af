import { fileTypeFromBuffer } from 'file-type';
import type { UploadedFile } from '../../../platform/http/index.ts';
import type { Scan } from './scan.ts';

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

export const mostMegabytes = 20;
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
  const type = await typeOf(bytes);
  const extensions = type === null ? undefined : accepted[type];
  if (type === null || extensions === undefined) return refuse({ kind: 'unknown-type', name: shown });
  const verdict = await scan(bytes);
  if (verdict === 'infected') return refuse({ kind: 'infected', name: shown });
  if (verdict === 'unavailable') return refuse({ kind: 'not-scanned', name: shown });
  return { ok: true, file: { name: withExtension(shown, extensions), type, size: bytes.length, bytes } };
}

async function typeOf(bytes: Uint8Array): Promise<string | null> {
  const found = await fileTypeFromBuffer(bytes);
  if (found !== undefined) return found.mime;
  return isPlainText(bytes) ? 'text/plain' : null;
}

/** Text that is UTF-8 and has no control characters. Markup is not plain: a browser could run it. */
function isPlainText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !/[\p{Cc}--[\t\n\r\f]]/v.test(text) && !/^\s*<[!?a-z]/iu.test(text);
  } catch {
    return false;
  }
}

/**
 * A name that is only a name: no folders, control characters or invisible marks that turn the reading
 * order, no leading dot, at most 120 characters.
 */
export function cleanName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const cleaned = last
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}"<>|:*?]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .trim();
  const dot = cleaned.lastIndexOf('.');
  const extension = dot > 0 && cleaned.length - dot <= 6 ? cleaned.slice(dot) : '';
  const stem = cleaned.slice(0, Math.min(cleaned.length, 120) - extension.length).toWellFormed();
  return `${stem === '' ? 'fil' : stem}${extension}`;
}

/** The name ends as the content says. */
function withExtension(name: string, extensions: readonly string[]): string {
  const own = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  const [first = 'txt'] = extensions;
  return own !== undefined && extensions.includes(own) ? name : `${name}.${first}`;
}
