import { cleanName, mostMegabytes, withExtension, type Scan } from '../../../platform/files/index.ts';
import type { UploadedFile } from '../../../platform/http/index.ts';
import { readCaptions, type LineProblem } from './captions/read.ts';
import { cleanFilm, type FilmRefusal } from './film/clean.ts';
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

/** Scans a file, makes of it what a guide may show, and keeps that. Of what was sent itself nothing is kept. */
export async function takeMedia(
  { name, bytes }: Pick<UploadedFile, 'name' | 'bytes'>,
  use: MediaUse,
  means: { readonly store: MediaStore; readonly scan: Scan },
): Promise<Taken> {
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
    case 'film': {
      const cleaned = await cleanFilm(bytes);
      return cleaned.ok
        ? { ok: true, ready: { bytes: cleaned.bytes } }
        : refuse({ kind: 'film', problem: cleaned.failure });
    }
    case 'captions': {
      const read = readCaptions(bytes);
      return read.ok
        ? { ok: true, ready: { bytes: new TextEncoder().encode(read.text) } }
        : refuse({ kind: 'captions', problems: read.problems });
    }
    case 'file': {
      const endings = await endingsOf(bytes);
      return endings === null ? refuse({ kind: 'file' }) : { ok: true, ready: { bytes, endings } };
    }
  }
}
