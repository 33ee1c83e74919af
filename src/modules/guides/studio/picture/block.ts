import {
  isElement,
  isElementList,
  isHash,
  isList,
  isObject,
  joinPath,
  type Element,
  type Hash,
  type Json,
} from '../../../../kernel/index.ts';
import type { Area } from '../../media/picture/area.ts';

/** A mark in a picture as the draft has it, whole or not. */
export type Marked = { readonly id: string; readonly area: Area; readonly element: Element };

/** A picture of a draft, where it stands. */
export type PictureBlock = {
  readonly id: string;
  readonly path: string;
  readonly media: Hash;
  readonly marks: readonly Marked[];
  readonly element: Element;
};

const numberIn = (element: Element, key: string): number => {
  const value = element[key];
  return typeof value === 'number' ? value : 0;
};

const areaOf = (element: Element): Area => ({
  x: numberIn(element, 'x'),
  y: numberIn(element, 'y'),
  width: numberIn(element, 'width'),
  height: numberIn(element, 'height'),
});

/** The picture with that id; null where there is none, or where it has no file yet. */
export function findPicture(value: Json, id: string, path: readonly string[] = []): PictureBlock | null {
  if (isList(value)) {
    for (const one of value) {
      const found = isElement(one) ? findPicture(one, id, [...path, one.id]) : null;
      if (found !== null) return found;
    }
    return null;
  }
  if (isElement(value) && value.id === id && value['type'] === 'picture' && path.length > 0) {
    const { media, highlights } = value;
    const marks = isElementList(highlights) ? highlights : [];
    return isHash(media)
      ? {
          id,
          path: joinPath(path),
          media,
          marks: marks.map((element) => ({ id: element.id, area: areaOf(element), element })),
          element: value,
        }
      : null;
  }
  if (!isObject(value)) return null;
  for (const [key, inner] of Object.entries(value)) {
    const found = isElementList(inner) ? findPicture(inner, id, [...path, key]) : null;
    if (found !== null) return found;
  }
  return null;
}
