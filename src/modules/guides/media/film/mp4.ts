import type { FilmCleaned } from './clean.ts';

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

const mostBoxes = 200_000;

class Broken extends Error {}

/**
 * A film without what it tells of its making: tags, places, XMP and times are overwritten with zeros, where they
 * stand, so that picture and sound stay as they are. One with tracks other than picture, sound and text is refused.
 */
export function cleanMp4(bytes: Uint8Array): FilmCleaned {
  const out = Uint8Array.from(bytes);
  const view = new DataView(out.buffer);
  const seen = { boxes: 0, video: false, foreign: false, movie: false };
  const typeAt = (at: number): string => String.fromCharCode(...out.subarray(at, at + 4));

  const boxesIn = function* (from: number, to: number): Generator<Box> {
    for (let at = from; at < to;) {
      seen.boxes += 1;
      if (at + 8 > to || seen.boxes > mostBoxes) throw new Broken();
      const short = view.getUint32(at);
      const long = short === 1;
      if (long && at + 16 > to) throw new Broken();
      const size = long ? Number(view.getBigUint64(at + 8)) : short === 0 ? to - at : short;
      const content = at + (long ? 16 : 8);
      if (size < content - at || at + size > to) throw new Broken();
      yield { type: typeAt(at + 4), start: at, content, end: at + size };
      at += size;
    }
  };
  const empty = ({ start, content, end }: Box): void => {
    out.set([0x66, 0x72, 0x65, 0x65], start + 4);
    out.fill(0, content, end);
  };
  const visit = (box: Box, top: boolean): void => {
    if (emptied.has(box.type) || (top && !known.has(box.type))) empty(box);
    else if (dated.has(box.type)) {
      if (box.end - box.content < 20) throw new Broken();
      out.fill(0, box.content + 4, box.content + (out[box.content] === 1 ? 20 : 12));
    } else if (box.type === 'hdlr') {
      if (box.end - box.content < 12) throw new Broken();
      const handler = typeAt(box.content + 8);
      seen.video ||= handler === 'vide';
      seen.foreign ||= !tracks.has(handler);
    } else if (holders.has(box.type)) {
      seen.movie ||= box.type === 'moov';
      for (const inner of boxesIn(box.content, box.end)) visit(inner, false);
    }
  };

  try {
    for (const box of boxesIn(0, out.byteLength)) visit(box, true);
  } catch (error) {
    if (error instanceof Broken) return { ok: false, failure: 'damaged' };
    throw error;
  }
  if (seen.foreign) return { ok: false, failure: 'foreign-track' };
  return seen.movie && seen.video ? { ok: true, bytes: out } : { ok: false, failure: 'no-film' };
}
