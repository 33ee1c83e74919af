const BLOCKS: ReadonlySet<string> = new Set(
  'p div ul ol li h1 h2 h3 h4 h5 h6 table tr td th section blockquote'.split(' '),
);
const NOTHING_WHEN_EMPTY: ReadonlySet<string> = new Set('p strong em b i u'.split(' '));

const TAG = /^<(\/?)([A-Za-z][A-Za-z0-9]*)(\s[^<>]*)?\/?>$/;

/**
 * HTML without what no reader sees: tags in one manner (`<br>` for `<BR />`), no white space around blocks,
 * no empty paragraphs or emphasis, no spans that say nothing. One pass, linear in the text's length.
 */
export function normaliseMarkup(text: string): string {
  const out: string[] = [];
  const spans: boolean[] = [];
  for (const piece of text.replaceAll('&nbsp;', '\u00a0').split(/(<[^<>]*>)/)) {
    const tag = readTag(piece);
    if (tag === undefined) pushText(out, piece);
    else if (tag.name === 'span') pushSpan(out, spans, tag);
    else pushTag(out, tag);
  }
  return out.join('');
}

type Tag = { readonly name: string; readonly isEnd: boolean; readonly text: string };

function readTag(piece: string): Tag | undefined {
  const found = TAG.exec(piece);
  if (found === null) return undefined;
  const [, slash = '', name = '', attributes = ''] = found;
  const tidy = attributes.replace(/\/$/, '').trim().replaceAll(/\s+/g, ' ');
  const lower = name.toLowerCase();
  return { name: lower, isEnd: slash !== '', text: `<${slash}${lower}${tidy === '' ? '' : ` ${tidy}`}>` };
}

function pushText(out: string[], text: string): void {
  const last = out.at(-1);
  const rest = last !== undefined && isBlock(readTag(last)) ? text.trimStart() : text;
  if (rest !== '') out.push(rest);
}

function pushTag(out: string[], tag: Tag): void {
  if (isBlock(tag)) trimLast(out);
  if (tag.isEnd && NOTHING_WHEN_EMPTY.has(tag.name)) {
    const isSpaceLast = out.at(-1)?.trim() === '';
    if (out.at(isSpaceLast ? -2 : -1) === `<${tag.name}>`) {
      const space = isSpaceLast ? out.pop() : undefined;
      out.pop();
      if (space !== undefined) pushText(out, space);
      return;
    }
  }
  out.push(tag.text);
}

/** Spaces before a block say nothing. */
function trimLast(out: string[]): void {
  for (let last = out.at(-1); last !== undefined && readTag(last) === undefined; last = out.at(-1)) {
    out.pop();
    const rest = last.trimEnd();
    if (rest === '') continue;
    out.push(rest);
    return;
  }
}

function isBlock(tag: Tag | undefined): boolean {
  return tag !== undefined && BLOCKS.has(tag.name);
}

/** A span without attributes, and its end, go; `spans` says of each open one whether it stays. */
function pushSpan(out: string[], spans: boolean[], tag: Tag): void {
  if (!tag.isEnd) {
    const stays = tag.text !== '<span>';
    spans.push(stays);
    if (stays) out.push(tag.text);
  } else if (spans.pop() ?? true) out.push(tag.text);
}
