import { Broken, type FilmBytes } from './bytes.ts';
import type { FilmRefusal } from './clean.ts';

/* WebM is Matroska (RFC 9559) in EBML (RFC 8794): elements of id, length and content. */

type Element = {
  readonly id: number;
  readonly start: number;
  readonly content: number;
  /** Null where the length is not known: then it ends where an element begins that cannot be inside it. */
  readonly end: number | null;
};

const ids = {
  head: 0x1a45dfa3,
  segment: 0x18538067,
  info: 0x1549a966,
  tracks: 0x1654ae6b,
  track: 0xae,
  trackType: 0x83,
  cluster: 0x1f43b675,
  empty: 0xec,
} as const;

/** What a segment consists of: the only elements that end a cluster of no known length. */
const inSegment: ReadonlySet<number> = new Set([
  0x114d9b74, ids.info, ids.tracks, ids.cluster, 0x1c53bb6b, 0x1254c367, 0x1941a469, 0x1043a770,
]); // prettier-ignore

/** Tags, attachments and chapters; of the facts about the film when it was made, its title and file names, and
 * their checksum. */
const emptied: ReadonlySet<number> = new Set([
  0x1254c367, 0x1941a469, 0x1043a770, 0x4461, 0x7ba9, 0x7384, 0x3c83ab, 0x3e83bb, 0xbf, ids.empty,
]); // prettier-ignore

/** Picture and sound (RFC 9559, section 5.1.4.1.3). */
const shown = new Set([1, 2]);

const mostElements = 500_000;

type Visit = (element: Element, end: number) => Promise<void>;

/** The head of an element that is empty and takes as much place as it did. */
function headOfEmpty(whole: number): Buffer {
  if (whole < 10) return Buffer.from([ids.empty, 0x80 | (whole - 2)]);
  const head = Buffer.from([ids.empty, 0x01, 0, 0, 0, 0, 0, 0, 0]);
  head.writeUInt32BE(whole - 9, 5);
  return head;
}

/** As `cleanMp4`: what tells of the making becomes empty elements of the same length. */
export async function cleanWebm(film: FilmBytes): Promise<FilmRefusal | null> {
  const seen = { elements: 0, video: false, foreign: false, segment: false };

  const numberAt = async (
    at: number,
    mark: boolean,
  ): Promise<{ value: number; length: number; unknown: boolean }> => {
    const bytes = await film.at(at, 8);
    const first = bytes[0] ?? 0;
    const length = Math.clz32(first) - 23;
    if (first === 0 || length > bytes.byteLength) throw new Broken();
    let value = mark ? first : first & (0xff >> length);
    let ones = (first & (0xff >> length)) === 0xff >> length;
    for (const byte of bytes.subarray(1, length)) {
      value = value * 256 + byte;
      ones &&= byte === 0xff;
    }
    return { value, length, unknown: ones };
  };
  const elementAt = async (at: number, to: number): Promise<Element> => {
    seen.elements += 1;
    if (seen.elements > mostElements) throw new Broken();
    const id = await numberAt(at, true);
    const size = await numberAt(at + id.length, false);
    const content = at + id.length + size.length;
    if (id.length > 4 || content > to || (!size.unknown && content + size.value > to)) throw new Broken();
    return { id: id.value, start: at, content, end: size.unknown ? null : content + size.value };
  };
  const empty = async ({ start }: Element, end: number): Promise<void> => {
    await film.zero(start, end);
    await film.put(start, headOfEmpty(end - start));
  };
  /** Goes through what lies side by side; ends early where `stop` says so. Gives where it ended. */
  const walk = async (
    from: number,
    to: number,
    visit: Visit,
    stop: (id: number) => boolean = () => false,
  ): Promise<number> => {
    let at = from;
    while (at < to) {
      const element = await elementAt(at, to);
      if (stop(element.id)) return at;
      const end = element.end ?? (await endOf(element, to));
      await visit(element, end);
      at = end;
    }
    return at;
  };
  const endOf = async (element: Element, to: number): Promise<number> => {
    if (element.id === ids.segment) return to;
    if (element.id !== ids.cluster) throw new Broken();
    return walk(
      element.content,
      to,
      async () => undefined,
      (id) => inSegment.has(id),
    );
  };
  const track: Visit = async (element, end) => {
    if (element.id !== ids.track) return;
    await walk(element.content, end, async (part, partEnd) => {
      if (part.id !== ids.trackType) return;
      const type = (await film.at(partEnd - 1, 1))[0] ?? 0;
      seen.video ||= type === 1;
      seen.foreign ||= !shown.has(type);
    });
  };
  const inside: Visit = async (element, end) => {
    if (emptied.has(element.id)) await empty(element, end);
    else if (element.id === ids.info) {
      await walk(element.content, end, async (fact, factEnd) => {
        if (emptied.has(fact.id)) await empty(fact, factEnd);
      });
    } else if (element.id === ids.tracks) await walk(element.content, end, track);
  };

  await walk(0, film.size, async (element, end) => {
    if (element.id === ids.head || element.id === ids.empty) return;
    if (element.id !== ids.segment) throw new Broken();
    seen.segment = true;
    await walk(element.content, end, inside);
  });
  if (seen.foreign) return 'foreign-track';
  return seen.segment && seen.video ? null : 'no-film';
}
