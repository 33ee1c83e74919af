import { cleanName, mostMegabytes, withExtension, type Scan } from '../../../platform/files/index.ts';
import type { LargeFile, UploadedFile } from '../../../platform/http/index.ts';
import { readCaptions, type LineProblem } from './captions/read.ts';
import type { FilmRefusal } from './film/clean.ts';
import { FilmProblem } from './film/take.ts';
import { endingsOf, type MediaUse } from './kinds.ts';
import { rewritePicture, type PictureRefusal } from './picture/rewrite.ts';
import type { MediaStore } from './store.ts';

/** A file of a guide as it is kept. */
export type Media = {
  readonly hash: string;
  /** Of a picture, in pixels. */
  readonly size: { readonly width: number; readonly height: number } | null;
  /** What it was called, with the ending that its content goes by. */
  readonly name: string;
};

export type MediaRefusal =
  | { readonly kind: 'empty' | 'too-large' | 'infected' | 'not-scanned' }
  | { readonly kind: 'picture'; readonly problem: PictureRefusal }
  | { readonly kind: 'film'; readonly problem: FilmRefusal }
  | { readonly kind: 'captions'; readonly problems: readonly LineProblem[] }
  | { readonly kind: 'file' };

export type Taken =
  | { readonly ok: true; readonly media: Media }
  | { readonly ok: false; readonly failure: MediaRefusal };

type Ready = {
  readonly bytes: Uint8Array;
  readonly size?: Media['size'];
  readonly endings?: readonly string[];
};
type Prepared =
  | { readonly ok: true; readonly ready: Ready }
  | { readonly ok: false; readonly failure: MediaRefusal };

const refuse = (failure: MediaRefusal): { readonly ok: false; readonly failure: MediaRefusal } => ({
  ok: false,
  failure,
});

type Sent = Pick<UploadedFile, 'name' | 'bytes'>;
type Means = { readonly store: MediaStore; readonly scan: Scan };

/** Scans a file, makes of it what a guide may show, and keeps that. Of what was sent itself nothing is kept. */
export async function takeMedia({ name, bytes }: Sent, use: MediaUse, means: Means): Promise<Taken> {
  if (bytes.byteLength === 0) return refuse({ kind: 'empty' });
  if (bytes.byteLength > mostMegabytes * 1024 * 1024) return refuse({ kind: 'too-large' });
  const verdict = await means.scan(bytes);
  if (verdict !== 'clean') return refuse({ kind: verdict === 'infected' ? 'infected' : 'not-scanned' });
  const prepared = await prepare(bytes, use);
  if (!prepared.ok) return prepared;
  const { ready } = prepared;
  const hash = await means.store.keep(ready.bytes);
  return {
    ok: true,
    media: { hash, size: ready.size ?? null, name: withExtension(cleanName(name), ready.endings ?? []) },
  };
}

async function prepare(bytes: Uint8Array, use: MediaUse): Promise<Prepared> {
  switch (use) {
    case 'picture': {
      const read = await rewritePicture(bytes);
      if (!read.ok) return refuse({ kind: 'picture', problem: read.failure });
      const { width, height } = read.picture;
      return { ok: true, ready: { bytes: read.picture.bytes, size: { width, height } } };
    }
    // What is a film by its content has come another way, as `takeFilm` has it.
    case 'film':
      return noUse('film');
    case 'captions': {
      const read = readCaptions(bytes);
      return read.ok
        ? { ok: true, ready: { bytes: new TextEncoder().encode(read.text) } }
        : refuse({ kind: 'captions', problems: read.problems });
    }
    case 'file': {
      const endings = await endingsOf(bytes);
      return endings === null ? noUse('file') : { ok: true, ready: { bytes, endings } };
    }
  }
}

/** Of what is something else than it is for. */
function noUse(use: MediaUse): { readonly ok: false; readonly failure: MediaRefusal } {
  switch (use) {
    case 'picture':
      return refuse({ kind: 'picture', problem: 'no-picture' });
    case 'film':
      return refuse({ kind: 'film', problem: 'no-film' });
    case 'captions':
      return refuse({ kind: 'captions', problems: [{ line: 1, problem: 'not-text' }] });
    case 'file':
      return refuse({ kind: 'file' });
  }
}

/** Takes what was sent for a guide, whichever way it came. */
export const takeSent = (file: UploadedFile | LargeFile, use: MediaUse, means: Means): Promise<Taken> =>
  'made' in file ? takeFilm(file, use, means) : takeMedia(file, use, means);

/** Keeps a film that came piece by piece, where it is one that is shown and is for that. */
async function takeFilm({ name, made }: LargeFile, use: MediaUse, { store }: Means): Promise<Taken> {
  if (use !== 'film') return noUse(use);
  if (!made.ok) return refuse(asRefusal(FilmProblem.parse(made.refusal)));
  const hash = await store.keepFilm(made.file);
  return { ok: true, media: { hash, size: null, name: cleanName(name) } };
}

const asRefusal = (problem: FilmProblem): MediaRefusal =>
  problem === 'infected' || problem === 'not-scanned' ? { kind: problem } : { kind: 'film', problem };
