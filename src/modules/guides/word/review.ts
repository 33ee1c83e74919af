import { z } from 'zod';
import { cleanName, mediaTypeOf, mostMegabytes, type Scan } from '../../../platform/files/index.ts';
import type { UploadedFile } from '../../../platform/http/index.ts';
import { openThread, TookTooLong, TooManyWait } from '../../../platform/thread/index.ts';
import type { MediaStore } from '../media/store.ts';
import { takeMedia, type Media } from '../media/take.ts';
import type { WordRefusal } from './package.ts';
import type { WordFile, WordRead } from './read.ts';
import type { ReadBlock } from './sections.ts';

const Block = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.literal('heading'), text: z.string() }),
  z.object({ type: z.literal('actions'), items: z.array(z.string()) }),
  z.object({ type: z.literal('picture'), hash: z.string(), width: z.number(), height: z.number() }),
]);
const Step = z.object({ title: z.string(), blocks: z.array(Block) });

/** What was read of a document, kept until somebody has looked at it. Its pictures are kept already. */
export const Review = z.object({
  word: z.literal('review/1'),
  name: z.string(),
  sections: z.array(z.object({ title: z.string(), steps: z.array(Step) })),
  /** Pictures that could not be read, and are left out. */
  lost: z.number(),
});
export type Review = Readonly<z.infer<typeof Review>>;
export type ReviewBlock = Readonly<z.infer<typeof Block>>;

export type Reviewed =
  | { readonly ok: true; readonly review: Review }
  | { readonly ok: false; readonly failure: WordRefusal | 'infected' | 'not-scanned' };

/** Beside the event loop: a hostile document may be slow to read, and large when it is unpacked. */
const apart = openThread<WordFile, WordRead>(new URL('./thread.ts', import.meta.url), {
  limit: 10_000,
  most: 2,
  megabytes: 512,
});

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

type Means = { readonly store: MediaStore; readonly scan: Scan };

/** Scans a document from Word, reads it, and keeps its pictures as those of guides are kept. */
export async function reviewWord(file: UploadedFile, means: Means): Promise<Reviewed> {
  const { bytes } = file;
  if (bytes.byteLength > mostMegabytes * 1024 * 1024) return { ok: false, failure: 'too-large' };
  const verdict = await means.scan(bytes);
  if (verdict !== 'clean') return { ok: false, failure: verdict === 'infected' ? 'infected' : 'not-scanned' };
  if ((await mediaTypeOf(bytes)) !== word) return { ok: false, failure: 'no-word' };
  const name = cleanName(file.name).replace(/\.docx$/i, '');
  const read = await readApart({ bytes, name });
  return read.ok ? { ok: true, review: await keepPictures(read, name, means) } : read;
}

async function readApart(file: WordFile): Promise<WordRead> {
  try {
    return await apart.run(file);
  } catch (error) {
    if (error instanceof TooManyWait) throw error;
    return { ok: false, failure: error instanceof TookTooLong ? 'too-long' : 'damaged' };
  }
}

async function keepPictures(
  { sections, pictures }: Extract<WordRead, { ok: true }>,
  name: string,
  means: Means,
): Promise<Review> {
  const kept: (Media | null)[] = [];
  for (const bytes of pictures) {
    const taken = await takeMedia({ name: 'bild', bytes }, 'picture', means);
    kept.push(taken.ok ? taken.media : null);
  }
  const blockOf = (block: ReadBlock): readonly ReviewBlock[] => {
    if (block.type === 'actions') return [{ type: 'actions', items: [...block.items] }];
    if (block.type !== 'picture') return [block];
    const media = kept[block.picture];
    return media?.size ? [{ type: 'picture', hash: media.hash, ...media.size }] : [];
  };
  return {
    word: 'review/1',
    name,
    sections: sections.map(({ title, steps }) => ({
      title,
      steps: steps.map((step) => ({ title: step.title, blocks: step.blocks.flatMap(blockOf) })),
    })),
    lost: kept.filter((one) => one === null).length,
  };
}

/** Keeps what was read for a day or so: the store takes away what nobody names. Gives its name. */
export const saveReview = (store: MediaStore, review: Review): Promise<string> =>
  store.keep(new TextEncoder().encode(JSON.stringify(review)));

/** Null for what is no review, or gone. */
export async function findReview(store: MediaStore, name: string): Promise<Review | null> {
  const bytes = await store.find(name);
  if (bytes === null || (await mediaTypeOf(bytes)) !== 'text/plain') return null;
  try {
    const read = Review.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
