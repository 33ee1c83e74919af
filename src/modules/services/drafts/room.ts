import { rowsOf, type AnswerValue, type FileAnswer } from '../definition/index.ts';
import type { Content, FilesByInput } from './content.ts';

/** How many files a draft may hold on all its pages together, and of how many megabytes. */
export const mostInDraft = { files: 200, megabytes: 300 } as const;

/** What still fits. */
export type Room = { readonly files: number; readonly bytes: number };

/** What still fits in a draft, whichever question it is for: whatever rows a group has, and however many pages. */
export function roomIn(content: Content): Room {
  const kept = new Map<string, number>();
  const keep = (files: readonly FileAnswer[]): void => {
    for (const { id, hash, size } of files) if (hash !== '') kept.set(id, size);
  };
  const keepAll = (files: FilesByInput | undefined): void => Object.values(files ?? {}).forEach(keep);
  const visit = (value: AnswerValue): void => {
    if (isFileList(value)) keep(value);
    for (const row of rowsOf(value)) Object.values(row.answers).forEach(visit);
  };
  Object.values(content.answers).forEach(visit);
  for (const { typed, pending } of Object.values(content.pages)) {
    keepAll(typed?.files);
    keepAll(pending?.files);
  }
  const bytes = [...kept.values()].reduce((sum, size) => sum + size, 0);
  return { files: mostInDraft.files - kept.size, bytes: mostInDraft.megabytes * 1_000_000 - bytes };
}

/** Whether it is the answer to a file question; an empty list may be any. */
export const isFileList = (value: AnswerValue | undefined): value is readonly FileAnswer[] =>
  Array.isArray(value) && value.every((part) => typeof part === 'object' && 'hash' in part);

/** Parts what there is room for from what there is not, in the order that it came. */
export function fit<T extends { readonly bytes: Uint8Array }>(
  sent: readonly T[],
  room: Room,
): { readonly fitting: readonly T[]; readonly excess: readonly T[] } {
  const fitting: T[] = [];
  const excess: T[] = [];
  let { bytes } = room;
  for (const one of sent) {
    if (fitting.length < room.files && one.bytes.byteLength <= bytes) {
      fitting.push(one);
      bytes -= one.bytes.byteLength;
    } else excess.push(one);
  }
  return { fitting, excess };
}
