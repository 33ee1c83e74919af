import MarkdownIt from 'markdown-it';
import sanitize from 'sanitize-html';
import { isMarkdownSized } from '../../kernel/index.ts';
import { href, safeHref } from '../link/href.ts';
import type { Language } from '../page/context.ts';
import { tied } from './tied.ts';

/** No raw HTML, no images, no linkified bare words; Swedish quotation marks are the writer's own. */
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false, breaks: false }).disable(
  'image',
);

const allowed = [
  'p',
  'br',
  'strong',
  'em',
  'ul',
  'ol',
  'li',
  'blockquote',
  'h3',
  'h4',
  'a',
  'code',
  'hr',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
];

const headings: Readonly<Record<string, string>> = { h1: 'h3', h2: 'h3', h5: 'h4', h6: 'h4' };

/** A text as it stands, in paragraphs: for what would take too long to read as Markdown. */
const paragraphs = (text: string): string =>
  text
    .split(/\n{2,}/u)
    .map((paragraph) => `<p>${markdown.utils.escapeHtml(paragraph)}</p>\n`)
    .join('');

/**
 * Safe HTML of a text that somebody else wrote. Headings become h3 and h4, since h1 and h2 are the
 * page's own. Links that could run a script lose their address.
 */
export function safeHtml(text: string, language: Language): string {
  if (!isMarkdownSized(text)) return paragraphs(text);
  return sanitize(markdown.render(text), {
    allowedTags: allowed,
    allowedAttributes: { a: ['href'], ol: ['start'] },
    transformTags: {
      ...headings,
      a: (tagName, attributes) => {
        const to = attributes['href'] ?? '';
        // A parameter that has no value yet leads nowhere.
        const address = /[{}]|%7[BD]/i.test(to) ? undefined : safeHref(href(language, to));
        return { tagName, attribs: address === undefined ? {} : { href: address } };
      },
    },
  });
}

/** The HTML of texts that everybody gets, by language and text; the oldest go first. */
const shared = new Map<string, string>();
const mostShared = 4000;

/** As `safeHtml`, remembered: for texts of works, which are many people's, and never for what a person wrote. */
export function sharedHtml(text: string, language: Language): string {
  const key = `${language}:${text}`;
  const before = shared.get(key);
  if (before !== undefined) return before;
  const html = safeHtml(tied(text), language);
  const [oldest] = shared.keys();
  if (shared.size >= mostShared && oldest !== undefined) shared.delete(oldest);
  shared.set(key, html);
  return html;
}
