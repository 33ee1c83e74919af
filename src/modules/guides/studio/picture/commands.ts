import { joinPath, splitPath, type Definition, type JsonObject } from '../../../../kernel/index.ts';
import { idFrom, type Command } from '../../../commons/index.ts';
import { within, type Area } from '../../media/picture/area.ts';
import type { PictureBlock } from './block.ts';

/* What is done to a picture, as edits of the draft. */

const at = (block: PictureBlock, ...parts: readonly string[]): string =>
  joinPath([...splitPath(block.path), ...parts]);

/** A picture as it is kept. */
export type Kept = { readonly hash: string; readonly width: number; readonly height: number };

export const putPicture = (block: PictureBlock, { hash, width, height }: Kept): readonly Command[] => [
  { do: 'set', path: at(block, 'media'), value: hash },
  { do: 'set', path: at(block, 'width'), value: width },
  { do: 'set', path: at(block, 'height'), value: height },
];

/** Marks stay where they pointed; those of which nothing is left go. */
export const moveMarks = (block: PictureBlock, kept: Area): readonly Command[] =>
  block.marks.flatMap((mark): readonly Command[] => {
    const left = within(mark.area, kept);
    if (left === null) return [{ do: 'remove', path: at(block, 'highlights', mark.id) }];
    return Object.entries(left).map(([key, value]) => ({
      do: 'set',
      path: at(block, 'highlights', mark.id, key),
      value,
    }));
  });

export function addMark(
  block: PictureBlock,
  definition: Definition,
  { area, label }: { readonly area: Area; readonly label: JsonObject },
): readonly Command[] {
  const element = { id: idFrom(`${block.id} markering`, [definition]), ...area, label };
  return [{ do: 'add', list: at(block, 'highlights'), element, after: block.marks.at(-1)?.id ?? null }];
}

export const removeMark = (block: PictureBlock, id: string): readonly Command[] =>
  block.marks.some((mark) => mark.id === id) ? [{ do: 'remove', path: at(block, 'highlights', id) }] : [];

/** The picture and its marks as they were. */
export function takeBack(block: PictureBlock, earlier: PictureBlock): readonly Command[] {
  const { width, height } = earlier.element;
  const size = (key: 'width' | 'height', value: unknown): Command =>
    typeof value === 'number'
      ? { do: 'set', path: at(block, key), value }
      : { do: 'unset', path: at(block, key) };
  return [
    { do: 'set', path: at(block, 'media'), value: earlier.media },
    size('width', width),
    size('height', height),
    ...block.marks.map((mark): Command => ({ do: 'remove', path: at(block, 'highlights', mark.id) })),
    ...earlier.marks.map((mark, index): Command => ({
      do: 'add',
      list: at(block, 'highlights'),
      element: mark.element,
      after: earlier.marks[index - 1]?.id ?? null,
    })),
  ];
}
