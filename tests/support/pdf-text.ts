import { inflateSync } from 'node:zlib';

/* Reads what a PDF of ours says, the way a program that speaks it aloud does. Only for files that typst has set. */

export type ReadPdf = {
  /** The file with its streams opened, as Latin 1: enough to look for names and metadata. */
  readonly raw: string;
  /** The words of each page. */
  readonly pages: readonly string[];
  /** Names of elements in the order of the file, such as `H1`, `Figure`, `L`. */
  readonly tags: readonly string[];
  /** Headings with their levels as `H2 Grunder`, alternative texts and names of bookmarks. */
  readonly headings: readonly string[];
  readonly alternatives: readonly string[];
  readonly bookmarks: readonly string[];
  /** Addresses that it leads to. */
  readonly links: readonly string[];
};

type Objects = ReadonlyMap<string, string>;

export function readPdf(bytes: Uint8Array): ReadPdf {
  const objects = objectsOf(Buffer.from(bytes).toString('latin1'));
  const all = [...objects.values()];
  const elements = all.filter((one) => one.includes('/Type /StructElem'));
  return {
    raw: all.join('\n'),
    pages: all.filter((one) => /\/Type \/Page\b/.test(one)).map((page) => pageText(page, objects)),
    tags: elements.flatMap((one) => /\/S \/(\w+)/.exec(one)?.[1] ?? []),
    headings: elements.flatMap((one) => {
      const level = /\/S \/(H\d)/.exec(one)?.[1];
      return level === undefined ? [] : textsAfter(one, 'T').map((title) => `${level} ${title}`);
    }),
    alternatives: elements.flatMap((one) => textsAfter(one, 'Alt')),
    bookmarks: all
      .filter((one) => /\/Dest \d+ 0 R\s+>>/.test(one))
      .flatMap((one) => textsAfter(one, 'Title')),
    links: all.flatMap((one) => textsAfter(one, 'URI')),
  };
}

function objectsOf(raw: string): Objects {
  const found = raw.matchAll(/(?<=^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g);
  return new Map([...found].map(([, id = '', body = '']) => [id, opened(body)]));
}

function opened(body: string): string {
  const at = body.indexOf('stream\n');
  if (at === -1 || !body.slice(0, at).includes('/FlateDecode')) return body;
  try {
    return `${body.slice(0, at)}${inflateSync(Buffer.from(body.slice(at + 7), 'latin1')).toString('latin1')}`;
  } catch {
    return body.slice(0, at);
  }
}

/** Strings after a key, in either of the two ways of writing them (ISO 32000, 7.3.4 and 7.9.2). */
function textsAfter(object: string, key: string): string[] {
  const strings = object.matchAll(
    new RegExp(String.raw`/${key} (?:<([0-9A-F]*)>|\(((?:[^()\\]|\\[\s\S])*)\))`, 'g'),
  );
  return [...strings].map(([, hex, plain]) =>
    hex === undefined ? unescaped(plain ?? '') : utf16(hex).slice(1),
  );
}

const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

const unescaped = (text: string): string =>
  text.replaceAll(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
    /^[0-7]/.test(code) ? String.fromCodePoint(Number.parseInt(code, 8)) : (controls[code] ?? code),
  );

/** A font that begins to hold, or a string in it; parentheses in pairs need no escape. */
const run = /\/(f\d+) [\d.]+ Tf|\(((?:[^()\\]|\\[\s\S]|\((?:[^()\\]|\\[\s\S])*\))*)\)/g;

function pageText(page: string, objects: Objects): string {
  const fonts = new Map(
    [...page.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [
      name,
      signsOf(objects.get(/\/ToUnicode (\d+)/.exec(objects.get(id) ?? '')?.[1] ?? '') ?? ''),
    ]),
  );
  const content = objects.get(/\/Contents (\d+)/.exec(page)?.[1] ?? '') ?? '';
  let font: ReadonlyMap<number, string> = new Map();
  let text = '';
  for (const [, shown = ''] of content.matchAll(/\bBT\n([\s\S]*?)\bET\n/g)) {
    for (const [, name, string] of shown.matchAll(run)) {
      if (name !== undefined) font = fonts.get(name) ?? font;
      const codes = Buffer.from(unescaped(string ?? ''), 'latin1');
      for (let at = 0; at + 1 < codes.length; at += 2) text += font.get(codes.readUInt16BE(at)) ?? '';
    }
    text += ' ';
  }
  return text.replaceAll(/\s+/g, ' ').trim();
}

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** What each code of a font stands for, as its map to Unicode says. */
function signsOf(map: string): ReadonlyMap<number, string> {
  const signs = new Map<number, string>();
  for (const [, body = ''] of map.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', to = ''] of body.matchAll(/<([0-9A-Fa-f]+)> <([0-9A-Fa-f]+)>/g))
      signs.set(Number.parseInt(code, 16), utf16(to));
  }
  for (const [, body = ''] of map.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', till = '', to = ''] of body.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      const [first, last] = [Number.parseInt(from, 16), Number.parseInt(till, 16)];
      const start = Number.parseInt(to, 16);
      for (let code = first; code <= last; code += 1)
        signs.set(code, String.fromCodePoint(start + code - first));
    }
  }
  return signs;
}
