import { fileFormats, type FileAnswer, type FileFormat } from '../model.ts';

/** The media types that the content of each format may have, as a content detector names them. */
const types: Readonly<Record<FileFormat, readonly string[]>> = {
  pdf: ['application/pdf'],
  jpg: ['image/jpeg'],
  png: ['image/png'],
  heic: ['image/heic', 'image/heif'],
  webp: ['image/webp'],
  gif: ['image/gif'],
  docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  pptx: ['application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  odt: ['application/vnd.oasis.opendocument.text'],
  ods: ['application/vnd.oasis.opendocument.spreadsheet'],
  odp: ['application/vnd.oasis.opendocument.presentation'],
  rtf: ['application/rtf', 'text/rtf'],
  txt: ['text/plain'],
  csv: ['text/csv', 'text/plain'],
  zip: ['application/zip'],
  mp3: ['audio/mpeg'],
  mp4: ['video/mp4'],
  dwg: ['image/vnd.dwg', 'application/acad'],
  ifc: ['application/x-step', 'model/step', 'text/plain'],
};

/** Whether a file whose content has been looked at is of one of the formats. */
export function isAccepted(file: FileAnswer, accept: readonly FileFormat[]): boolean {
  const type = file.type.split(';')[0]?.trim().toLowerCase() ?? '';
  return accept.some((format) => types[format].includes(type));
}

/** Other endings that people's programs give the same format. */
const alsoEndings: Partial<Record<FileFormat, readonly string[]>> = { jpg: ['jpeg'], heic: ['heif'] };

/** The endings that a file of a media type may have, the usual one first; none for an unknown type. */
export function endingsOf(type: string): readonly string[] {
  const formats = fileFormats.filter((format) => types[format].includes(type));
  return formats.flatMap((format) => [format, ...(alsoEndings[format] ?? [])]);
}

/** The media types and endings for the `accept` attribute of a file input. */
export function acceptAttribute(accept: readonly FileFormat[]): string {
  return accept.flatMap((format) => [`.${format}`, ...types[format].slice(0, 1)]).join(',');
}
