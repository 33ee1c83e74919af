import MarkdownIt from 'markdown-it';
import { isMarkdownSized } from '../../../kernel/index.ts';
import type { PdfBlock } from '../../../platform/pdf/index.ts';

const markdown = new MarkdownIt({ html: false });

/** The text of an inline run without its marks; a link is followed by its address, as on paper. */
function plain(source: string): string {
  const [inline] = markdown.parseInline(source, {});
  let text = '';
  let address = '';
  for (const token of inline?.children ?? []) {
    if (token.type === 'softbreak') text += ' ';
    else if (token.type === 'hardbreak') text += '\n';
    else if (token.type === 'link_open') address = String(token.attrGet('href') ?? '');
    else if (token.type === 'link_close')
      text += address === '' || text.endsWith(address) ? '' : ` (${address})`;
    else text += token.content;
  }
  return text;
}

/** Markdown as blocks for paper: headings, paragraphs and lists; other marks become plain text. */
export function blocksOf(source: string): readonly PdfBlock[] {
  if (!isMarkdownSized(source)) return [{ kind: 'paragraph', text: source }];
  const blocks: PdfBlock[] = [];
  let items: string[] | null = null;
  let ordered = false;
  let heading = false;
  for (const token of markdown.parse(source, {})) {
    if (token.type === 'bullet_list_open' || token.type === 'ordered_list_open') {
      items ??= [];
      ordered = token.type === 'ordered_list_open';
    } else if (token.type === 'bullet_list_close' || token.type === 'ordered_list_close') {
      if (items !== null && items.length > 0) blocks.push({ kind: 'list', ordered, items });
      items = null;
    } else if (token.type === 'heading_open') {
      heading = true;
    } else if (token.type === 'inline') {
      const text = plain(token.content);
      if (items !== null) items.push(text);
      else blocks.push(heading ? { kind: 'heading', level: 2, text } : { kind: 'paragraph', text });
      heading = false;
    }
  }
  return blocks;
}
