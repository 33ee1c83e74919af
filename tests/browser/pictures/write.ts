import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { isElement, isList, isObject, type Json, type JsonObject } from '../../../src/kernel/index.ts';
import { openStudio } from '../browser.ts';
import { readme } from './readme.ts';
import { shots } from './shots.ts';
import { sharpness, take, type Shot, type Taken, type View } from './take.ts';

const guides = path.resolve(import.meta.dirname, '../../../content/guides');
const pictures = path.join(guides, 'pictures');
const shown = path.resolve(import.meta.dirname, '../../../docs/pictures');

const nameOf = (bytes: Uint8Array): string => `sha256-${createHash('sha256').update(bytes).digest('hex')}`;

/** The block with the picture's name and size in it, and its frames where they were measured. */
function withPicture(block: JsonObject, { bytes, width, height, marks }: Taken): JsonObject {
  const highlights = isList(block['highlights']) ? block['highlights'].filter(isElement) : [];
  const named = highlights.map((one) => one.id).toSorted();
  if (marks.size > 0 && JSON.stringify(named) !== JSON.stringify([...marks.keys()].toSorted()))
    throw new Error(
      `the guide has the frames ${named.join(', ')}, the picture ${[...marks.keys()].join(', ')}`,
    );
  return {
    ...block,
    media: nameOf(bytes),
    width,
    height,
    highlights: highlights.map((one) => ({ ...one, ...marks.get(one.id) })),
  };
}

/** The content with the one block of that id changed. */
function changed(value: Json, id: string, change: (block: JsonObject) => JsonObject): Json {
  if (isList(value)) return value.map((one) => changed(one, id, change));
  if (!isObject(value)) return value;
  if (value['id'] === id && value['type'] === 'picture') return change(value);
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, one === undefined ? null : changed(one, id, change)]),
  );
}

async function keep({ guide, block }: Shot, taken: Taken): Promise<void> {
  const file = path.join(guides, `${guide}.json`);
  const before: Json = JSON.parse(await readFile(file, 'utf8'));
  const after = JSON.stringify(
    changed(before, block, (one) => withPicture(one, taken)),
    null,
    2,
  );
  if (!after.includes(nameOf(taken.bytes))) throw new Error(`${guide} has no picture ${block}`);
  await writeFile(path.join(pictures, `${block}.webp`), taken.bytes);
  await writeFile(file, `${after}\n`);
}

/** A guide whose picture is not taken yet could not come into the demo world: something stands for it meanwhile. */
async function standIn(shot: Shot): Promise<void> {
  const file = path.join(pictures, `${shot.block}.webp`);
  const guide = await readFile(path.join(guides, `${shot.guide}.json`), 'utf8');
  if (existsSync(file) && guide.includes(nameOf(await readFile(file)))) return;
  const grey = { create: { width: 16, height: 9, channels: 3, background: '#ccc' } } as const;
  const bytes = await sharp(grey).webp().toBuffer();
  await keep(shot, { bytes, width: 16, height: 9, marks: new Map() });
}

/**
 * Takes the pictures of the guides that ship and of the README anew, from a demo world of its own, and writes those of
 * guides into them with their sizes and frames. With blocks or files named, only theirs. The guides' layout is put right
 * afterwards.
 */
export async function writePictures(only: readonly string[], say: (line: string) => void): Promise<void> {
  const isWanted = (name: string): boolean => only.length === 0 || only.includes(name);
  const wanted = shots.filter(({ block }) => isWanted(block));
  for (const shot of shots) await standIn(shot);
  const studio = await openStudio();
  try {
    const taking = async (name: string, view: View): Promise<Taken> => {
      const { page, close } = await studio.open(view.who, { width: view.width, scheme: 'light', sharpness });
      const taken = await take(page, studio.site.origin, view);
      await close();
      say(`${name}: ${taken.width} × ${taken.height}, ${Math.round(taken.bytes.length / 1024)} kB`);
      return taken;
    };
    for (const shot of wanted) await keep(shot, await taking(shot.block, shot));
    for (const [name, view] of Object.entries(readme).filter(([one]) => isWanted(one)))
      await writeFile(path.join(shown, `${name}.webp`), (await taking(name, view)).bytes);
  } finally {
    await studio.close();
  }
  const named = new Set(shots.map(({ block }) => `${block}.webp`));
  for (const name of await readdir(pictures)) if (!named.has(name)) await rm(path.join(pictures, name));
}
