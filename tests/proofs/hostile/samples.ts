import { sampleMp4, sampleWebm } from '../../../src/modules/guides/media/film/samples.ts';
import { pick, whole, type Random } from '../random.ts';
import { hostileWord } from './documents.ts';
import { addresses, anyMarkup, canaryHost, code, names, secret } from './payloads.ts';
import { bomb, drawing, formats, mutated, polyglot, telling } from './pictures.ts';

/** Where in the editor something is sent. */
export type Where = 'picture' | 'film' | 'captions' | 'file' | 'word' | 'paste';

export type Sample = {
  readonly where: Where;
  /** For people: what is wrong with it. */
  readonly what: string;
  readonly name: string;
  readonly bytes: Buffer;
};

async function pictureSample(random: Random): Promise<Pick<Sample, 'what' | 'bytes'>> {
  const choice = random();
  const format = pick(random, formats);
  if (choice < 0.35)
    return { what: `${format} that tells of its making`, bytes: await telling(random, format) };
  if (choice < 0.5) return { what: 'polyglot', bytes: await polyglot(random) };
  if (choice < 0.75)
    return { what: `spoilt ${format}`, bytes: mutated(random, await telling(random, format)) };
  if (choice < 0.85) return { what: 'pixel bomb', bytes: bomb(random) };
  return { what: 'no picture', bytes: drawing(random) };
}

function captions(random: Random): Buffer {
  const inside = anyMarkup(random);
  const made = [
    `WEBVTT\n\nSTYLE\n::cue { background: url(http://${canaryHost}/vtt) }\n\nNOTE ${secret}\n\n00:01.000 --> 00:02.000\nHej`,
    `WEBVTT\n\n00:01.000 --> 00:02.000\n${inside}`,
    `WEBVTT\n\n${inside}\n00:01.000 --> 00:02.000\nHej`,
    `WEBVTT <script>${code('vtt')}</script>\n\n00:01.000 --> 00:02.000\nHej`,
    `WEBVTT\n\n00:01.000 --> 00:02.000 position:${'9'.repeat(9000)}%\nHej`,
    `<!doctype html>${inside}`,
    `WEBVTT\n\n${'00:01.000 --> 00:02.000\nHej\n\n'.repeat(6000)}`,
  ];
  const text = Buffer.from(pick(random, made));
  return random() < 0.4 ? mutated(random, text) : text;
}

function film(random: Random): Buffer {
  const made = random() < 0.5 ? sampleMp4({ secret }) : sampleWebm({ secret, open: random() < 0.5 });
  const choice = random();
  if (choice < 0.3) return made;
  if (choice < 0.8) return mutated(random, made);
  return Buffer.concat([made, Buffer.from(anyMarkup(random))]);
}

async function file(random: Random): Promise<Buffer> {
  const pdf = `%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(${code('pdf')})>>>>endobj`;
  switch (whole(random, 5)) {
    case 0:
      return Buffer.from(pdf);
    case 1:
      return hostileWord(random);
    case 2:
      return drawing(random);
    case 3:
      return Buffer.concat([Buffer.from('4d5a9000', 'hex'), Buffer.alloc(200)]);
    default:
      return Buffer.from(`text ${anyMarkup(random)}`);
  }
}

/** What a clipboard holds when it comes from a hostile page, dressed as Word. */
function pasted(random: Random): Buffer {
  const link = pick(random, addresses).replaceAll('"', '&quot;');
  const parts = [
    `<p class=MsoNormal><b>Viktigt</b> ${anyMarkup(random)}</p>`,
    `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>punkt ${anyMarkup(random)}</p>`,
    `<h1>${anyMarkup(random)}Rubrik</h1>`,
    `<p><a href="${link}">länk</a> och <i>${anyMarkup(random)}</i></p>`,
    `<table><tr><td>${anyMarkup(random)}</td><td>b</td></tr></table>`,
    anyMarkup(random),
  ];
  const deep = random() < 0.1 ? '<div>'.repeat(3000) : '';
  return Buffer.from(`<html><head>${anyMarkup(random)}</head><body>${deep}${parts.join('')}</body></html>`);
}

const share: readonly (readonly [Where, number])[] = [
  ['picture', 0.4],
  ['word', 0.25],
  ['paste', 0.14],
  ['captions', 0.07],
  ['film', 0.07],
  ['file', 0.07],
];

/** One hostile thing to send, drawn. */
export async function drawSample(random: Random): Promise<Sample> {
  let left = random();
  const where = share.find(([, part]) => (left -= part) < 0)?.[0] ?? 'picture';
  const name = pick(random, names);
  switch (where) {
    case 'picture':
      return { where, name, ...(await pictureSample(random)) };
    case 'word':
      return {
        where,
        name: random() < 0.5 ? 'rutin.docx' : name,
        what: 'document',
        bytes: await hostileWord(random),
      };
    case 'paste':
      return { where, name, what: 'clipboard', bytes: pasted(random) };
    case 'captions':
      return { where, name, what: 'captions', bytes: captions(random) };
    case 'film':
      return { where, name, what: 'film', bytes: film(random) };
    case 'file':
      return { where, name, what: 'file', bytes: await file(random) };
  }
}
