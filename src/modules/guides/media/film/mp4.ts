import { Broken, type FilmBytes } from './bytes.ts';
import type { FilmRefusal } from './clean.ts';

/* ISO base media (ISO/IEC 14496-12): boxes of length, four letters and content, some of them with boxes inside. */

type Box = {
  readonly type: string;
  /** Where the whole box begins, where its content does, and where it ends. */
  readonly start: number;
  readonly content: number;
  readonly end: number;
};

/** Boxes with boxes inside, as far down as something about the maker of a film may stand. */
const holders = new Set(['moov', 'trak', 'mdia', 'minf', 'moof', 'traf', 'mvex', 'edts', 'dinf']);

/** At the top of a film. Others are made empty. */
const known = new Set(['ftyp', 'styp', 'moov', 'mdat', 'moof', 'mfra', 'sidx', 'ssix', 'pdin', 'prft']);

/** What says where, by whom and with what a film was made: tags, XMP, GPS, and what was left over. */
const emptied = new Set(['udta', 'meta', 'uuid', 'free', 'skip', 'wide', 'ilst', 'keys']);

/** Times of making, in seconds, in the first fields of the box. */
const dated = new Set(['mvhd', 'tkhd', 'mdhd']);

/** Picture, sound and text. Tracks of other sorts carry measurements, such as where the camera was. */
const tracks = new Set(['vide', 'soun', 'text', 'sbtl', 'subt', 'clcp']);

/** Hours of film in fragments of a second have some tens of thousands. */
const mostBoxes = 200_000;

/** Boxes inside boxes: those of a film lie five deep. */
const mostDepth = 12;

/**
 * A film without what it tells of its making: tags, places, XMP and times are overwritten with zeros, where they
 * stand, so that picture and sound stay as they are. One with tracks other than picture, sound and text is refused.
 */
export async function cleanMp4(film: FilmBytes): Promise<FilmRefusal | null> {
  const seen = { boxes: 0, video: false, foreign: false, movie: false };

  const boxesIn = async function* (from: number, to: number): AsyncGenerator<Box> {
    for (let at = from; at < to;) {
      seen.boxes += 1;
      if (at + 8 > to || seen.boxes > mostBoxes) throw new Broken();
      const head = await film.at(at, 16);
      const short = head.readUInt32BE(0);
      const long = short === 1;
      if (long && at + 16 > to) throw new Broken();
      const size = long ? Number(head.readBigUInt64BE(8)) : short === 0 ? to - at : short;
      const content = at + (long ? 16 : 8);
      if (size < content - at || at + size > to) throw new Broken();
      yield { type: head.toString('latin1', 4, 8), start: at, content, end: at + size };
      at += size;
    }
  };
  const empty = async ({ start, content, end }: Box): Promise<void> => {
    await film.put(start + 4, Buffer.from('free'));
    await film.zero(content, end);
  };
  const forget = async ({ content, end }: Box): Promise<void> => {
    if (end - content < 20) throw new Broken();
    const [version] = await film.at(content, 1);
    await film.zero(content + 4, content + (version === 1 ? 20 : 12));
  };
  const note = async ({ content, end }: Box): Promise<void> => {
    if (end - content < 12) throw new Broken();
    const handler = (await film.at(content + 8, 4)).toString('latin1');
    seen.video ||= handler === 'vide';
    seen.foreign ||= !tracks.has(handler);
  };
  const visit = async (box: Box, depth: number): Promise<void> => {
    if (depth > mostDepth) throw new Broken();
    if (emptied.has(box.type) || (depth === 0 && !known.has(box.type))) await empty(box);
    else if (dated.has(box.type)) await forget(box);
    else if (box.type === 'hdlr') await note(box);
    else if (holders.has(box.type)) {
      seen.movie ||= box.type === 'moov';
      for await (const inner of boxesIn(box.content, box.end)) await visit(inner, depth + 1);
    }
  };

  for await (const box of boxesIn(0, film.size)) await visit(box, 0);
  if (seen.foreign) return 'foreign-track';
  return seen.movie && seen.video ? null : 'no-film';
}
