import { treeOf, type Element, type Node } from './html.ts';
import { listItems, paragraph, tableItems, words } from './markdown.ts';

/** A block as it was read, in the one language of the document. */
export type ReadBlock =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'actions'; readonly items: readonly string[] }
  | { readonly type: 'picture'; readonly picture: number };
export type ReadStep = { readonly title: string; readonly blocks: readonly ReadBlock[] };
export type ReadSection = { readonly title: string; readonly steps: readonly ReadStep[] };

const mostTitle = 100;
/** A text that is longer is divided in two. */
const mostText = 2500;
const mostBlocks = 180;
const mostSteps = 90;
const mostSections = 60;

type Step = { title: string; blocks: ReadBlock[] };
type Section = { title: string; steps: Step[] };

/** Short enough for a title, and a brace begins no local fact. */
const brief = (title: string): string =>
  (title.length <= mostTitle ? title : `${title.slice(0, mostTitle - 1).replace(/\s+\S*$/, '')}…`).replaceAll(
    '{',
    '{{',
  );

/** Builds sections and steps from what comes, in order. */
function builder(name: string) {
  const sections: Section[] = [];
  const section = (): Section => {
    const now = sections.at(-1);
    if (now !== undefined) return now;
    const first: Section = { title: brief(name), steps: [] };
    sections.push(first);
    return first;
  };
  const step = (): Step => {
    const here = section();
    const now = here.steps.at(-1);
    if (now !== undefined && now.blocks.length < mostBlocks) return now;
    const next: Step = { title: now?.title ?? here.title, blocks: [] };
    here.steps.push(next);
    return next;
  };
  return {
    sections,
    beginSection: (title: string): void => void sections.push({ title: brief(title), steps: [] }),
    beginStep: (title: string): void => void section().steps.push({ title: brief(title), blocks: [] }),
    add: (block: ReadBlock): void => {
      const { blocks } = step();
      const last = blocks.at(-1);
      // Paragraphs after one another are one text.
      if (block.type === 'text' && last?.type === 'text' && last.text.length + block.text.length < mostText)
        blocks.splice(-1, 1, { type: 'text', text: `${last.text}\n\n${block.text}` });
      else blocks.push(block);
    },
  };
}

type Builder = ReturnType<typeof builder>;

/** Pictures of a paragraph stand after its words. */
function picturesIn(nodes: readonly Node[]): readonly ReadBlock[] {
  return nodes.flatMap((node): readonly ReadBlock[] => {
    if (node.kind === 'text') return [];
    if (node.tag === 'img')
      return /^\d{1,3}$/.test(node.to) ? [{ type: 'picture', picture: Number(node.to) }] : [];
    return picturesIn(node.children);
  });
}

const isPlainList = (list: Element): boolean =>
  list.children.every(
    (item) =>
      item.kind === 'text' ||
      !item.children.some((one) => one.kind === 'element' && ['ul', 'ol'].includes(one.tag)),
  );

/** A paragraph that nobody could read in one go, in pieces. */
const mostParagraph = 8000;
const pieces = /[\s\S]{1,4000}(?=\s|$)|[\s\S]{1,4000}/g;

function addText(to: Builder, text: string): void {
  if (text === '') return;
  const parts = text.length <= mostParagraph ? [text] : (text.match(pieces) ?? []);
  for (const part of parts) if (part.trim() !== '') to.add({ type: 'text', text: part.trim() });
}

function addLong(to: Builder, items: readonly string[]): void {
  for (let at = 0; at < items.length; at += 20) addText(to, items.slice(at, at + 20).join('\n'));
}

function visit(node: Node, to: Builder): void {
  if (node.kind === 'text') {
    addText(to, paragraph([node]));
    return;
  }
  const title = words(node.children);
  switch (node.tag) {
    case 'h1':
      if (title !== '') to.beginSection(title);
      break;
    case 'h2':
      if (title !== '') to.beginStep(title);
      break;
    case 'h3':
    case 'h6':
      if (title !== '') to.add({ type: 'heading', text: brief(title) });
      break;
    case 'ol':
      if (isPlainList(node) && node.children.length <= 100)
        to.add({ type: 'actions', items: listItems(node).map((item) => item.replace(/^1\. /, '')) });
      else addLong(to, listItems(node));
      break;
    case 'ul':
      addLong(to, listItems(node));
      break;
    case 'table':
      addLong(to, tableItems(node));
      break;
    default:
      addText(to, paragraph(node.tag === 'p' ? node.children : [node]));
  }
  picturesIn(node.tag === 'img' ? [node] : node.children).forEach((picture) => to.add(picture));
}

/**
 * Headings of the first level begin sections and those of the second steps; numbered lists become actions, other
 * lists and tables texts. A document without headings is one section with one step, called `name`.
 */
export function sectionsOf(html: string, name: string): readonly ReadSection[] {
  const to = builder(name);
  const nodes = treeOf(html);
  const begins = nodes.findIndex((node) => node.kind === 'element' && node.tag === 'h1');
  // The document's own title, when there are sections below it.
  const title =
    begins > 0 && nodes.slice(0, begins).every((node) => node.kind === 'element' && node.tag === 'h6');
  nodes.slice(title ? begins : 0).forEach((node) => visit(node, to));
  return to.sections
    .map(({ title: of, steps }) => ({
      title: of,
      steps: steps.filter(({ blocks }) => blocks.length > 0).slice(0, mostSteps),
    }))
    .filter(({ steps }) => steps.length > 0)
    .slice(0, mostSections);
}
