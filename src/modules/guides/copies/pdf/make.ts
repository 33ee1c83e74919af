import type { Pdf, PdfPicture } from '../../../../platform/pdf/index.ts';
import { metIn, type Copy } from '../copy.ts';
import type { MediaStore } from '../../media/store.ts';
import { findPicture, forPrint, picturesIn } from '../pictures.ts';
import { documentOf } from './document.ts';
import { keyOf, madeOnce } from './kept.ts';

/**
 * The largest guide that becomes a PDF: about 2 s for typst and 60 MB of memory beside the requests (500 blocks
 * take 0.5 s on a quiet machine).
 */
const most = { blocks: 1000, pictures: 100, characters: 1_500_000 } as const;

export type MadePdf =
  | { readonly ok: true; readonly value: Uint8Array }
  | { readonly ok: false; readonly failure: { readonly kind: 'too-large' | 'busy' } };

type Tools = { readonly store: MediaStore; readonly pdf: Pdf };

/** The guide as a tagged, archivable PDF. A picture that cannot be read is told of in words. */
export async function pdfOf(copy: Copy, { store, pdf }: Tools): Promise<MadePdf> {
  const blocks = metIn(copy.sections);
  const names = picturesIn(blocks);
  if (blocks.length > most.blocks || names.length > most.pictures) return tooLarge;
  const document = documentOf(copy);
  if (JSON.stringify(document).length > most.characters) return tooLarge;
  return madeOnce(keyOf(document), async () =>
    pdf.renderInTurn({ ...document, pictures: await printPictures(store, names) }),
  );
}

const tooLarge: MadePdf = { ok: false, failure: { kind: 'too-large' } };

async function printPictures(
  store: MediaStore,
  names: readonly string[],
): Promise<ReadonlyMap<string, PdfPicture>> {
  const pictures = new Map<string, PdfPicture>();
  for (const name of names) {
    const found = await findPicture(store, name);
    const picture = found === null ? null : await forPrint(found);
    if (picture !== null) pictures.set(name, picture);
  }
  return pictures;
}
