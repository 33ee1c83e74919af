import { mediaTypeOf } from '../../../platform/files/index.ts';

/** What a file of a guide is for; it is taken for what its content is, never for what it is called. */
export type MediaUse = 'picture' | 'film' | 'captions' | 'file';

/** The largest film, in megabytes: a quarter of an hour as a phone or a recorder of screens makes it. */
export const mostFilmMegabytes = 500;

/** Kinds of file to download, by the media type that the content shows. None of them is opened by Kommons. */
const downloads: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/vnd.oasis.opendocument.presentation': ['odp'],
  'text/plain': ['txt', 'csv', 'md'],
};

/** For the `accept` of a file field: a help for people, no check. */
export const acceptAttribute: Readonly<Record<MediaUse, string>> = {
  picture: '.png,.jpg,.jpeg,.webp,.gif,.avif',
  film: '.mp4,.webm',
  captions: '.vtt',
  file: Object.values(downloads)
    .flat()
    .map((ending) => `.${ending}`)
    .join(','),
};

/** The endings of a file to download, the usual first; null where it is none that is let in. */
export async function endingsOf(bytes: Uint8Array): Promise<readonly string[] | null> {
  const type = await mediaTypeOf(bytes);
  return type === null ? null : (downloads[type] ?? null);
}
