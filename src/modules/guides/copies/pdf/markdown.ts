import MarkdownIt from 'markdown-it';
import { isMarkdownSized } from '../../../../kernel/index.ts';
import type { PdfBlock, PdfSpan } from '../../../../platform/pdf/index.ts';
import { safeHref } from '../../../../ui/index.ts';
import type { Said } from '../../pages/reading/blocks/rendering.ts';

const markdown = new MarkdownIt({ html: false });

type Token = ReturnType<typeof markdown.parse>[number];

/** Only what a reader can follow away from the site. */
function addressOf(token: Token): string | undefined {
  const address = safeHref(String(token.attrGet('href') ?? ''));
  return address !== undefined && /^(?:https?|mailto|tel):/iu.test(address) ? address : undefined;
}

/** A line of Markdown as runs of one look each. */
function spansOf({ text, lang }: Said): readonly PdfSpan[] {
  const [inline] = markdown.parseInline(text, {});
  const spans: PdfSpan[] = [];
  let look: Omit<PdfSpan, 'text'> = lang === undefined ? {} : { lang };
  const without = (key: keyof typeof look): typeof look => {
    const { [key]: _gone, ...rest } = look;
    return rest;
  };
  for (const token of inline?.children ?? []) {
    if (token.type === 'strong_open') look = { ...look, bold: true };
    else if (token.type === 'strong_close') look = without('bold');
    else if (token.type === 'em_open') look = { ...look, italic: true };
    else if (token.type === 'em_close') look = without('italic');
    else if (token.type === 'link_open') {
      const to = addressOf(token);
      if (to !== undefined) look = { ...look, to };
    } else if (token.type === 'link_close') look = without('to');
    else {
      const word = token.type === 'softbreak' ? ' ' : token.type === 'hardbreak' ? '\n' : token.content;
      if (word !== '') spans.push({ ...look, text: word });
    }
  }
  return spans;
}

type List = { readonly marker: 'number' | 'dot'; readonly items: PdfBlock[][] };

/** Markdown as blocks for paper: paragraphs, and lists within lists. */
export function blocksIn({ text, lang }: Said): readonly PdfBlock[] {
  if (!isMarkdownSized(text))
    return [{ kind: 'paragraph', text: [lang === undefined ? { text } : { text, lang }] }];
  const top: PdfBlock[] = [];
  const open: List[] = [];
  const here = (): PdfBlock[] => open.at(-1)?.items.at(-1) ?? top;
  for (const token of markdown.parse(text, {})) {
    if (token.type === 'ordered_list_open') open.push({ marker: 'number', items: [] });
    else if (token.type === 'bullet_list_open') open.push({ marker: 'dot', items: [] });
    else if (token.type === 'list_item_open') open.at(-1)?.items.push([]);
    else if (token.type === 'ordered_list_close' || token.type === 'bullet_list_close') {
      const list = open.pop();
      if (list !== undefined) here().push({ kind: 'items', ...list });
    } else if (token.type === 'inline') {
      const said = lang === undefined ? { text: token.content } : { text: token.content, lang };
      here().push({ kind: 'paragraph', text: spansOf(said) });
    }
  }
  return top;
}
