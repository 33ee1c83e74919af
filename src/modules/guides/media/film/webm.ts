import type { FilmCleaned } from './clean.ts';

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
} as const;

/** What a segment consists of: the only elements that end a cluster of no known length. */
const inSegment: ReadonlySet<number> = new Set([
  0x114d9b74, ids.info, ids.tracks, ids.cluster, 0x1c53bb6b, 0x1254c367, 0x1941a469, 0x1043a770,
]); // prettier-ignore

/** Tags, attachments and chapters; of the facts about the film when it was made, its title and file names, and
 * their checksum. */
const emptied: ReadonlySet<number> = new Set([
  0x1254c367, 0x1941a469, 0x1043a770, 0x4461, 0x7ba9, 0x7384, 0x3c83ab, 0x3e83bb, 0xbf, 0xec,
]); // prettier-ignore

/** Picture and sound (RFC 9559, section 5.1.4.1.3). */
const shown = new Set([1, 2]);

const mostElements = 500_000;

class Broken extends Error {}

/** As `cleanMp4`: what tells of the making becomes empty elements of the same length. */
export function cleanWebm(bytes: Uint8Array): FilmCleaned {
  const out = Uint8Array.from(bytes);
  const seen = { elements: 0, video: false, foreign: false, segment: false };

  const numberAt = (at: number, mark: boolean): { value: number; length: number; unknown: boolean } => {
    const first = out[at] ?? 0;
    const length = Math.clz32(first) - 23;
    if (first === 0 || length > 8 || at + length > out.byteLength) throw new Broken();
    let value = mark ? first : first & (0xff >> length);
    let ones = (first & (0xff >> length)) === 0xff >> length;
    for (let next = at + 1; next < at + length; next += 1) {
      value = value * 256 + (out[next] ?? 0);
      ones &&= out[next] === 0xff;
    }
    return { value, length, unknown: ones };
  };
  const elementAt = (at: number, to: number): Element => {
    seen.elements += 1;
    if (seen.elements > mostElements) throw new Broken();
    const id = numberAt(at, true);
    const size = numberAt(at + id.length, false);
    const content = at + id.length + size.length;
    if (id.length > 4 || content > to || (!size.unknown && content + size.value > to)) throw new Broken();
    return { id: id.value, start: at, content, end: size.unknown ? null : content + size.value };
  };
  const empty = ({ start }: Element, end: number): void => {
    const whole = end - start;
    out.fill(0, start, end);
    out[start] = 0xec;
    if (whole < 10) {
      out[start + 1] = 0x80 | (whole - 2);
      return;
    }
    out[start + 1] = 0x01;
    const view = new DataView(out.buffer);
    view.setUint32(start + 5, whole - 9);
  };
  /** Goes through what lies side by side; ends early where `stop` says so. Gives where it ended. */
  const walk = (
    from: number,
    to: number,
    visit: (element: Element, end: number) => void,
    stop: (id: number) => boolean = () => false,
  ): number => {
    let at = from;
    while (at < to) {
      const element = elementAt(at, to);
      if (stop(element.id)) return at;
      const end = element.end ?? endOf(element, to);
      visit(element, end);
      at = end;
    }
    return at;
  };
  const endOf = (element: Element, to: number): number => {
    if (element.id === ids.segment) return to;
    if (element.id !== ids.cluster) throw new Broken();
    return walk(
      element.content,
      to,
      () => undefined,
      (id) => inSegment.has(id),
    );
  };
  const track = (element: Element, end: number): void => {
    if (element.id !== ids.track) return;
    walk(element.content, end, (part, partEnd) => {
      if (part.id !== ids.trackType) return;
      const type = out[partEnd - 1] ?? 0;
      seen.video ||= type === 1;
      seen.foreign ||= !shown.has(type);
    });
  };
  const inside = (element: Element, end: number): void => {
    if (emptied.has(element.id)) empty(element, end);
    else if (element.id === ids.info) {
      walk(element.content, end, (fact, factEnd) => {
        if (emptied.has(fact.id)) empty(fact, factEnd);
      });
    } else if (element.id === ids.tracks) walk(element.content, end, track);
  };

  try {
    walk(0, out.byteLength, (element, end) => {
      if (element.id === ids.head || element.id === 0xec) return;
      if (element.id !== ids.segment) throw new Broken();
      seen.segment = true;
      walk(element.content, end, inside);
    });
  } catch (error) {
    if (error instanceof Broken) return { ok: false, failure: 'damaged' };
    throw error;
  }
  if (seen.foreign) return { ok: false, failure: 'foreign-track' };
  return seen.segment && seen.video ? { ok: true, bytes: out } : { ok: false, failure: 'no-film' };
}
