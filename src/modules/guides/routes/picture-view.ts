import { isObject, pickText, type Json, type Localised } from '../../../kernel/index.ts';
import { link, type Context } from '../../../platform/http/index.ts';
import { acting, addresses as commons } from '../../commons/index.ts';
import { sizeOf } from '../media/picture/rewrite.ts';
import { mediaOf } from '../media/store.ts';
import type { PictureView } from '../pages/picture/picture-page.tsx';
import { before, type Worked } from '../studio/draft.ts';
import { findPicture, type PictureBlock } from '../studio/picture/block.ts';
import { pictureTexts } from '../texts/picture.ts';
import { draft } from './addresses.ts';

/** Earlier pictures that can be taken back. */
const mostEarlier = 6;

export type Chosen = Pick<PictureView, 'corner' | 'typed' | 'labels' | 'problems' | 'done'>;

const textOf = (value: Json | undefined): Localised | null => {
  if (!isObject(value)) return null;
  const texts = Object.entries(value).filter((one): one is [string, string] => typeof one[1] === 'string');
  return texts.length === 0 ? null : Object.fromEntries(texts);
};

const named = (value: Json | undefined, language: string): string | null => {
  const text = textOf(value);
  return text === null ? null : pickText(text, language);
};

/** Pixels of the picture of a block; null where it cannot be read. */
export async function sizeIn(
  context: Context,
  block: PictureBlock,
): Promise<{ readonly width: number; readonly height: number } | null> {
  const { width, height } = block.element;
  if (typeof width === 'number' && typeof height === 'number' && width > 0 && height > 0)
    return { width, height };
  const bytes = await mediaOf(context).find(block.media);
  return bytes === null ? null : sizeOf(bytes);
}

type Here = { readonly organisation: string; readonly worked: Worked; readonly block: PictureBlock };

/** Everything that the page about one picture shows. */
export async function pictureView(
  context: Context,
  { organisation, worked, block }: Here,
  chosen: Chosen,
): Promise<PictureView> {
  const { language } = context;
  const words = pictureTexts(language);
  const { work, definition, revision } = worked;
  const at = { organisation, work };
  const media = (hash: string): string => link(draft.media, { ...at, hash });
  const earlier = new Set<string>();
  for await (const one of before(acting(context), worked)) {
    const was = findPicture(one, block.id)?.media;
    if (was !== undefined && was !== block.media) earlier.add(was);
  }
  const name = pickText(definition.title, language);
  const alt = named(block.element['alt'], language) ?? block.id;
  const back = link(commons.edit, at, { element: block.id });
  return {
    words,
    language,
    languages: definition.languages,
    trail: [
      { title: words.works, to: link(commons.variants, { organisation }) },
      { title: name, to: link(commons.variant, at) },
      { title: words.crumb, to: link(commons.edit, at) },
      { title: alt, to: back },
      { title: words.title },
    ],
    action: link(draft.picture, at),
    back,
    block: block.id,
    revision,
    source: media(block.media),
    alt,
    size: (await sizeIn(context, block)) ?? { width: 1, height: 1 },
    marks: block.marks.map(({ id, area, element }, index) => ({
      id,
      area,
      name: named(element['label'], language) ?? words.unnamed(index + 1),
    })),
    earlier: [...earlier].slice(0, mostEarlier).map((hash) => ({ hash, source: media(hash) })),
    ...chosen,
  };
}
