import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { ownSheet } from '../../../../ui/index.ts';
import { takeTurns } from '../../media/picture/turns.ts';
import { metIn, type Copy } from '../copy.ts';
import type { MediaStore } from '../../media/store.ts';
import { allPicturesIn, findPicture } from '../pictures.ts';
import { FileDocument } from './view.tsx';

/** The largest file, in megabytes: what goes by mail and opens at once on an old telephone. */
export const mostFileMegabytes = 25;
const most = mostFileMegabytes * 1024 * 1024;

export type MadeFile =
  | { readonly ok: true; readonly value: Uint8Array }
  | { readonly ok: false; readonly failure: { readonly kind: 'too-large' } };

const own = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
const blockStyle = own('../../pages/reading/blocks/style.css');

type Inline = { readonly css: string; readonly script: string; readonly policy: string };

const allow = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

function inlined(): Inline {
  const css = ownSheet(['prose', 'terms', 'origin-mark'], `${blockStyle}\n${own('file.css')}`);
  const script = own('search.js');
  const policy = [
    "default-src 'none'",
    'img-src data:',
    `style-src ${allow(css)}`,
    `script-src ${allow(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return { css, script, policy };
}

let once: Inline | undefined;

/** The guide as one file of HTML that needs nothing outside itself (UTF-8). */
export const fileOf = (copy: Copy, store: MediaStore): Promise<MadeFile> => inTurn(() => make(copy, store));

/** Large files are made two at a time; who comes while more wait than so is asked to come again. */
const inTurn = takeTurns({ atOnce: 2, most: 6 });

async function make(copy: Copy, store: MediaStore): Promise<MadeFile> {
  const pictures = await dataAddresses(store, allPicturesIn(metIn(copy.sections)));
  if (pictures === null) return tooLarge;
  once ??= inlined();
  const html = render(h(FileDocument, { copy, pictures, ...once }));
  const bytes = new TextEncoder().encode(`<!doctype html>\n${html}\n`);
  return bytes.length > most ? tooLarge : { ok: true, value: bytes };
}

const tooLarge: MadeFile = { ok: false, failure: { kind: 'too-large' } };

/** The pictures as `data:` addresses; null as soon as they are more than the file may hold. */
async function dataAddresses(
  store: MediaStore,
  names: readonly string[],
): Promise<ReadonlyMap<string, string> | null> {
  const addresses = new Map<string, string>();
  let total = 0;
  for (const [name, places] of Map.groupBy(names, (one) => one)) {
    const picture = await findPicture(store, name);
    if (picture === null) continue;
    const address = `data:${picture.type};base64,${Buffer.from(picture.bytes).toString('base64')}`;
    // A picture stands whole at each of its places.
    total += address.length * places.length;
    if (total > most) return null;
    addresses.set(name, address);
  }
  return addresses;
}
