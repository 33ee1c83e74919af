/** Turns the HTML that form builders let into texts into markdown, or into plain text. Meaning stays, dress goes. */

type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open' | 'close'; readonly tag: string; readonly attributes: string };

const entities: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', pound: '£', euro: '€', ndash: '–', mdash: '—',
  lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', hellip: '…', bull: '•', copy: '©', middot: '·', times: '×',
}; // prettier-ignore

function decode(text: string): string {
  return text.replaceAll(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/giu, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole;
    const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return Number.isInteger(code) && code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** For each place that is not inside quotation marks, where the next `>` is that is not either; 0 where there is none. */
function endsOf(html: string): Int32Array {
  const ends = new Int32Array(html.length + 1);
  const after = { '"': html.length, "'": html.length };
  for (let at = html.length - 1; at >= 0; at -= 1) {
    const letter = html[at];
    if (letter === '>') ends[at] = at;
    else if (letter === '"' || letter === "'") {
      ends[at] = ends[after[letter]] ?? 0;
      after[letter] = at + 1;
    } else ends[at] = ends[at + 1] ?? 0;
  }
  return ends;
}

function piecesOf(html: string): readonly Piece[] {
  const pieces: Piece[] = [];
  const ends = endsOf(html);
  const lastComment = html.lastIndexOf('-->');
  let position = 0;
  for (const { 0: begun, 1: slash = '', 2: name, index } of html.matchAll(
    /<(?:!--|(\/?)([a-z][a-z0-9]*))/giu,
  )) {
    const from = index + begun.length;
    if (index < position || (name === undefined && lastComment < from)) continue;
    const end = name === undefined ? html.indexOf('-->', from) + 2 : (ends[from] ?? 0);
    if (end === 0) continue;
    if (index > position) pieces.push({ kind: 'text', text: decode(html.slice(position, index)) });
    position = end + 1;
    if (name !== undefined)
      pieces.push({
        kind: slash === '' ? 'open' : 'close',
        tag: name.toLowerCase(),
        attributes: html.slice(from, end),
      });
  }
  pieces.push({ kind: 'text', text: decode(html.slice(position)) });
  return pieces;
}

function collapse(text: string): string {
  return text.replaceAll(/\s+/gu, ' ');
}

/** The text without any markup, on one line. */
export function plainText(html: string): string {
  const text = piecesOf(html).map((piece) => (piece.kind === 'text' ? piece.text : ' '));
  return collapse(text.join('')).trim();
}

const unseen: ReadonlySet<string> = new Set(['script', 'style', 'template']);

/** The text as markdown: paragraphs, headings, lists, links, bold and italic. */
export function markdown(html: string): string {
  const writer = new Writer();
  let skipping: string | null = null;
  for (const piece of piecesOf(html)) {
    if (skipping !== null) {
      if (piece.kind === 'close' && piece.tag === skipping) skipping = null;
    } else if (piece.kind === 'text') writer.text(piece.text);
    else if (piece.kind === 'open' && unseen.has(piece.tag)) skipping = piece.tag;
    else if (piece.kind === 'open') writer.open(piece.tag, piece.attributes);
    else writer.close(piece.tag);
  }
  return writer.finish();
}

const blocks: ReadonlySet<string> = new Set([
  'p', 'div', 'section', 'article', 'details', 'summary', 'fieldset', 'legend', 'label', 'table', 'tr', 'dl', 'dt', 'dd',
  'blockquote', 'ul', 'ol', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6',
]); // prettier-ignore
const marks: Readonly<Record<string, string>> = { strong: '**', b: '**', em: '*', i: '*' };

/** Lists deeper than this are set as deep as this. */
const deepestList = 10;

type List = { readonly ordered: boolean; items: number };

class Writer {
  readonly #done: string[] = [];
  readonly #lists: List[] = [];
  readonly #links: (string | null)[] = [];
  /** The beginning of a long line, which no mark that closes changes. */
  #settled = '';
  #line = '';
  #start = '';
  #inItem = false;

  text(text: string): void {
    const paragraphs = this.#lists.length > 0 ? [text] : text.split(/\n\s*\n/u);
    for (const [index, paragraph] of paragraphs.entries()) {
      if (index > 0) this.#endLine();
      this.#line += collapse(paragraph).replaceAll(/[\\*[\]<`]/gu, String.raw`\$&`);
      this.#settle();
    }
  }

  open(tag: string, attributes: string): void {
    const mark = marks[tag];
    if (mark !== undefined) this.#line += mark;
    else if (tag === 'a') this.#openLink(attributes);
    else if (tag === 'br') this.#break();
    else if (blocks.has(tag)) this.#openBlock(tag);
  }

  close(tag: string): void {
    const mark = marks[tag];
    if (mark !== undefined) this.#closeMark(mark);
    else if (tag === 'a') this.#closeLink();
    else if (tag === 'br') this.#break();
    else if (blocks.has(tag)) this.#closeBlock(tag);
  }

  finish(): string {
    this.#endLine();
    return this.#done.join('').trim();
  }

  /** Space inside a mark would make it none. */
  #closeMark(mark: string): void {
    const trimmed = this.#line.trimEnd();
    const space = this.#line.slice(trimmed.length);
    this.#line = trimmed.endsWith(mark) ? trimmed.slice(0, -mark.length) + space : trimmed + mark + space;
    this.#settle();
  }

  /** Marks that close look at the end of the line alone, or many of them would read a long one again and again. */
  #settle(): void {
    if (this.#line.length < 4000) return;
    this.#settled += this.#line.slice(0, -1000);
    this.#line = this.#line.slice(-1000);
  }

  #openLink(attributes: string): void {
    const found = /href\s*=\s*(?:"([^"]*)"|'([^']*)')/iu.exec(attributes);
    const address = decode(found?.[1] ?? found?.[2] ?? '').trim();
    const safe = /^(?:https?:\/\/|mailto:|tel:|\/(?!\/))[^\s()<>]*$/iu.test(address) ? address : null;
    this.#links.push(safe);
    if (safe !== null) this.#line += '[';
  }

  #closeLink(): void {
    const address = this.#links.pop() ?? null;
    if (address !== null) this.#line = `${this.#line.trimEnd()}](${address})`;
    this.#settle();
  }

  #break(): void {
    if (this.#settled !== '' || this.#line.trim() !== '') this.#endLine();
  }

  #openBlock(tag: string): void {
    this.#endLine();
    if (tag === 'ul' || tag === 'ol') {
      this.#lists.push({ ordered: tag === 'ol', items: 0 });
    } else if (tag === 'li') this.#openItem();
    else if (/^h[1-6]$/u.test(tag)) this.#start = `${'#'.repeat(Math.max(2, Number(tag.slice(1))))} `;
    else if (tag === 'legend') this.#start = '### ';
  }

  #openItem(): void {
    const list = this.#lists.at(-1) ?? { ordered: false, items: 0 };
    list.items += 1;
    const depth = Math.max(0, this.#lists.length - 1);
    this.#start = `${'   '.repeat(Math.min(depth, deepestList))}${list.ordered ? `${list.items}.` : '-'} `;
    this.#inItem = true;
  }

  #closeBlock(tag: string): void {
    this.#endLine();
    if (tag === 'ul' || tag === 'ol') {
      this.#lists.pop();
      if (this.#lists.length === 0) this.#inItem = false;
    }
    this.#start = '';
  }

  #endLine(): void {
    const line = (this.#settled + this.#line).trim();
    this.#settled = '';
    this.#line = '';
    if (line === '') return;
    const isItem = /^\s*(?:-|\d+\.) $/u.test(this.#start);
    const before =
      this.#done.length === 0 ? '' : isItem && this.#inItem && this.#endsWithItem() ? '\n' : '\n\n';
    const safe = this.#start === '' ? line.replace(/^(?:[#>+-]|\d+[.)])(?=\s)/u, String.raw`\$&`) : line;
    this.#done.push(before + this.#start + safe);
    this.#start = '';
  }

  #endsWithItem(): boolean {
    return /^\s*(?:-|\d+\.) /u.test(this.#done.at(-1)?.replace(/^\n+/u, '') ?? '');
  }
}
