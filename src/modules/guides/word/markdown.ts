import type { Element, Node } from './html.ts';

/** Signs that mean something in Markdown, and braces, which mean a local fact. */
const plain = (text: string): string =>
  text
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .replaceAll(/[\\*_[\]]/g, String.raw`\$&`)
    .replaceAll('`', "'")
    .replaceAll(/<(?=[a-z/!?])/gi, '&lt;')
    .replaceAll('{', '{{');

/** A line that would begin a heading, a quotation, a list or a rule does not. */
const asLine = (line: string): string =>
  line
    .trim()
    .replace(/^(?=[#>+|-])/, '\\')
    .replace(/^(\d+)([.)])(?=\s)/, String.raw`$1\$2`);

const safeLink = (address: string): string | null =>
  /^(?:https:\/\/|mailto:)[^\s()<>{}\\]+$/i.test(address) ? address : null;

function around(mark: string, text: string): string {
  const inside = text.trim();
  if (inside === '') return text;
  const begin = text.length - text.trimStart().length;
  return `${text.slice(0, begin)}${mark}${inside}${mark}${text.slice(begin + inside.length)}`;
}

function inline(node: Node): string {
  if (node.kind === 'text') return plain(node.text);
  const text = node.children.map(inline).join('');
  switch (node.tag) {
    case 'br':
      return '\n';
    case 'img':
      return '';
    case 'strong':
      return around('**', text);
    case 'em':
      return around('*', text);
    case 'a': {
      const address = safeLink(node.to);
      return address === null || text.trim() === '' ? text : `[${text.trim()}](${address})`;
    }
    default:
      return text;
  }
}

const linesOf = (nodes: readonly Node[]): readonly string[] =>
  nodes
    .map(inline)
    .join('')
    .split('\n')
    .map(asLine)
    .filter((line) => line !== '');

/** A paragraph, with its own line breaks. */
export const paragraph = (nodes: readonly Node[]): string => linesOf(nodes).join('  \n');

/** The words alone, on one line: for titles. */
export const words = (nodes: readonly Node[]): string =>
  nodes
    .map(function said(node: Node): string {
      if (node.kind === 'text') return node.text;
      return node.tag === 'br' ? ' ' : node.children.map(said).join('');
    })
    .join('')
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .trim();

const isList = (node: Node): node is Element =>
  node.kind === 'element' && (node.tag === 'ul' || node.tag === 'ol');

/** The items of a list, what is nested below them indented. */
export function listItems(list: Element, depth = 0): readonly string[] {
  return list.children.flatMap((item): readonly string[] => {
    if (item.kind === 'text') return [];
    const own = linesOf(item.children.filter((one) => !isList(one))).join(' ');
    const mark = list.tag === 'ol' ? '1.' : '-';
    const inner = item.children.filter(isList).flatMap((one) => listItems(one, depth + 1));
    return [...(own === '' ? [] : [`${'   '.repeat(Math.min(depth, 3))}${mark} ${own}`]), ...inner];
  });
}

/** One item a row, its cells side by side. */
export function tableItems(table: Element): readonly string[] {
  return table.children.flatMap((part): readonly string[] => {
    if (part.kind === 'text') return [];
    if (part.tag !== 'tr') return tableItems(part);
    const cells = part.children
      .map((cell) => (cell.kind === 'element' ? linesOf(cell.children).join(' ') : ''))
      .filter((text) => text !== '');
    return cells.length === 0 ? [] : [`- ${cells.join(' – ')}`];
  });
}
