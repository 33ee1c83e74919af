import { deflateRawSync } from 'node:zlib';
import { zip, type Entry } from '../../../src/platform/zip/index.ts';
import {
  escaped,
  heading,
  item,
  linkTo,
  paragraph,
  picture,
  run,
  table,
  wordEntries,
  wordFile,
  type Relation,
} from '../../support/word.ts';
import { pick, whole, type Random } from '../random.ts';
import { addresses, anyMarkup, code, secret, texts } from './payloads.ts';
import { bomb, drawing, formats, mutated, telling } from './pictures.ts';

/* Documents from Word that run, fetch, reach out, swell or are not what they say. */

const entry = (name: string, text: string): Entry => ({ name, bytes: Buffer.from(text) });

/** Every text, link and picture of it is hostile, and the document is sound. */
async function poisoned(random: Random): Promise<Buffer> {
  const relations: Relation[] = addresses.map((target, index) => ({
    id: `l${index}`,
    type: 'hyperlink',
    target,
    external: true,
  }));
  relations.push(
    { id: 'p1', type: 'image', target: 'media/a.png', external: false },
    { id: 'p2', type: 'image', target: 'http://canary.invalid/word.png', external: true },
    { id: 'p3', type: 'image', target: 'file:///etc/passwd', external: true },
    { id: 'p4', type: 'image', target: '../../../../../etc/passwd', external: false },
  );
  const inside = random() < 0.5 ? drawing(random) : random() < 0.3 ? bomb(random) : await telling(random, pick(random, formats)); // prettier-ignore
  const body = [
    heading(1, pick(random, texts).slice(0, 400)),
    heading(2, anyMarkup(random)),
    ...texts.map((text) => paragraph(run(text, pick(random, ['', '<w:b/>', '<w:i/>'])))),
    ...addresses.map((_, index) => paragraph(linkTo(`l${index}`, `länk ${anyMarkup(random)}`))),
    item(anyMarkup(random), true),
    item(anyMarkup(random), false, whole(random, 3)),
    table([[anyMarkup(random), anyMarkup(random)]]),
    paragraph(picture('p1')),
    paragraph(picture('p2', 'link')),
    paragraph(picture('p3', 'link')),
    paragraph(picture('p4')),
    paragraph(`<w:fldSimple w:instr="${escaped('INCLUDEPICTURE "http://canary.invalid/field.png"')}">${run('fält')}</w:fldSimple>`),
    paragraph(`<w:fldSimple w:instr="${escaped('DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"')}">${run('dde')}</w:fldSimple>`),
    '<w:altChunk r:id="chunk"/>',
  ].join(''); // prettier-ignore
  return wordFile({
    body: body.replaceAll(/\p{Cc}/gu, ' '),
    relations,
    media: [{ name: 'a.png', bytes: inside }],
    others: [
      entry('word/chunk.html', `<script>${code('chunk')}</script>`),
      entry('word/vbaProject.bin', 'Sub AutoOpen()'),
      entry('word/embeddings/x.bin', secret),
      entry('docProps/core.xml', `<cp:creator>${secret}</cp:creator>`),
    ],
  });
}

const sound = (): readonly Entry[] => wordEntries({ body: paragraph(run('Hej.')) });
const withDocument = (text: string): Buffer =>
  zip(sound().map((part) => (part.name === 'word/document.xml' ? entry(part.name, text) : part)));

const body = (inside: string): string =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inside}</w:body></w:document>`;

/** XML that names what is elsewhere, or grows when it is read. */
function entities(random: Random): Buffer {
  const grow = Array.from({ length: 12 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join('');
  const type = pick(random, [
    '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE x SYSTEM "http://canary.invalid/x.dtd">',
    '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://canary.invalid/p"> %p;]>',
    `<!DOCTYPE x [<!ENTITY e0 "${'a'.repeat(50)}">${grow}]>`,
  ]);
  return withDocument(
    `<?xml version="1.0"?>${type}${body(paragraph(run('&a;&e12;').replaceAll('&amp;', '&')))}`,
  );
}

/** A ZIP whose directory says that what it holds is deflated, and how large. */
function deflated(name: string, bytes: Buffer, says: number): Buffer {
  const whole = zip([{ name, bytes: deflateRawSync(bytes, { level: 9 }) }]);
  const at = whole.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  whole.writeUInt16LE(8, 8);
  whole.writeUInt16LE(8, at + 10);
  whole.writeUInt32LE(says, 22);
  whole.writeUInt32LE(says, at + 24);
  return whole;
}

const types = sound()[0]?.bytes ?? Buffer.alloc(0);

const swollen = new Map<string, Buffer>();

/** A few kilobytes that are a hundred megabytes, some of which say that they are little. */
function swelling(random: Random): Buffer {
  const name = pick(random, ['word/document.xml', '[Content_Types].xml', 'word/media/a.png']);
  const size = 100_000_000;
  const says = pick(random, [size, 100, 0]);
  const start = name === '[Content_Types].xml' ? types : Buffer.alloc(0);
  // Made once: it is the reader's memory that is watched, not that of whoever makes it.
  const made =
    swollen.get(`${name} ${says}`) ?? deflated(name, Buffer.concat([start, Buffer.alloc(size, 0x20)]), says);
  swollen.set(`${name} ${says}`, made);
  return made;
}

/** Names that lead out of the folder, are there twice, or are many. */
function names(random: Random): Buffer {
  const more: readonly (readonly Entry[])[] = [
    [entry('../../../../tmp/kommons-slip.txt', 'x'), entry('/etc/cron.d/x', 'x'), entry('..\\x', 'x')],
    sound(),
    Array.from({ length: 5000 }, (_, n) => entry(`word/media/${n}.png`, 'x')),
    [entry('word/media/../../../x.png', 'x'), entry(`word/${'a'.repeat(60_000)}.xml`, 'x')],
  ];
  return zip([...sound(), ...pick(random, more)]);
}

/** More of something than anybody writes. */
function huge(random: Random): Buffer {
  const many: readonly (() => string)[] = [
    () => table(Array.from({ length: 4000 }, (_, n) => [`rad ${n}`, anyMarkup(random), 'c'])),
    () => Array.from({ length: 20_000 }, (_, n) => item(`punkt ${n}`, n % 2 === 0, n % 3)).join(''),
    () =>
      Array.from(
        { length: 3000 },
        (_, n) => heading(1 + (n % 2), `Rubrik ${n}`) + paragraph(run('text')),
      ).join(''),
    () =>
      `${'<w:tbl><w:tr><w:tc>'.repeat(2000)}${paragraph(run('djupt'))}${'</w:tc></w:tr></w:tbl>'.repeat(2000)}`,
    () => `${'<w:x>'.repeat(100_000)}${'</w:x>'.repeat(100_000)}`,
    () => paragraph(run('a'.repeat(3_000_000))),
  ];
  return withDocument(body(pick(random, many)()));
}

/** One hostile document, drawn. */
export async function hostileWord(random: Random): Promise<Buffer> {
  const choice = random();
  if (choice < 0.45) return poisoned(random);
  if (choice < 0.55) return entities(random);
  if (choice < 0.63) return swelling(random);
  if (choice < 0.71) return names(random);
  if (choice < 0.8) return huge(random);
  return mutated(random, await poisoned(random));
}
