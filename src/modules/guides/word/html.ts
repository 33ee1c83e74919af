import sanitize from 'sanitize-html';

/** An element or a piece of text of a sanitised document. */
export type Node = { readonly kind: 'text'; readonly text: string } | Element;
export type Element = {
  readonly kind: 'element';
  readonly tag: string;
  /** Of a link, its address; of a picture, its number. */
  readonly to: string;
  readonly children: readonly Node[];
};

const tags = [
  'h1', 'h2', 'h3', 'h6', 'p', 'br', 'strong', 'em', 'a', 'ul', 'ol', 'li', 'table', 'tbody', 'thead', 'tr', 'td', 'th', 'img',
]; // prettier-ignore

/** How deep lists and tables may lie in one another. */
const deepest = 30;

/** Only what texts are made of, and addresses that lead to pages or letters. What is nested deeper is left out. */
export const sanitised = (html: string): string =>
  sanitize(html, {
    allowedTags: tags,
    allowedAttributes: { a: ['href'], img: ['src'] },
    allowedSchemes: ['https', 'http', 'mailto'],
    allowProtocolRelative: false,
    nestingLimit: deepest,
    disallowedTagsMode: 'discard',
  });

const token = /<(\/?)([a-z0-9]+)((?:\s[^<>]*)?)(\/?)>|([^<]+)/gi;
const empty = new Set(['br', 'img']);

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#x27': "'",
};
const decode = (text: string): string =>
  text.replaceAll(/&(#?\w+);/g, (whole, name: string) => entities[name.toLowerCase()] ?? whole);

const attribute = (text: string): string => decode(/\s(?:href|src)="([^"]*)"/.exec(text)?.[1] ?? '');

type Open = { readonly tag: string; readonly to: string; readonly children: Node[] };

/** What `sanitised` wrote as a tree: every element closed, attributes quoted, no tags in texts. */
export function treeOf(html: string): readonly Node[] {
  const root: Open = { tag: '', to: '', children: [] };
  const open: Open[] = [root];
  const here = (): Open => open.at(-1) ?? root;
  const close = (): void => {
    const done = open.pop();
    if (done !== undefined) here().children.push({ kind: 'element', ...done });
  };
  for (const [, end, name = '', rest = '', , text] of html.matchAll(token)) {
    const tag = name.toLowerCase();
    if (text !== undefined) here().children.push({ kind: 'text', text: decode(text) });
    else if (empty.has(tag))
      here().children.push({ kind: 'element', tag, to: attribute(rest), children: [] });
    else if (end === '/') {
      if (open.some((one) => one.tag === tag)) while (open.length > 1 && here().tag !== tag) close();
      if (open.length > 1 && here().tag === tag) close();
    } else open.push({ tag, to: attribute(rest), children: [] });
  }
  while (open.length > 1) close();
  return root.children;
}
