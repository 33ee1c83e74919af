import { pickText } from '../../../kernel/index.ts';
import type { Context } from '../../../platform/http/index.ts';
import { didYouMean, markWords } from '../../../platform/search/index.ts';
import type { FindView, Marked, SearchView } from '../pages/reading/search-page.tsx';
import { searchGuides, type Find } from '../search/door.ts';
import { listWords } from '../store/shelf.ts';
import { readingTexts } from '../texts/reading.ts';
import type { Site } from './addresses.ts';
import { perPage } from './list-view.ts';

const around = 90;
const longest = 220;

/** As much of a text as shows the first word that was found. */
function excerpt(text: string, question: string): Marked {
  const marked = markWords(text, question);
  const before = marked.slice(
    0,
    marked.findIndex((part) => part.found),
  );
  const at = before.reduce((all, part) => all + part.text.length, 0);
  const start = at <= around ? 0 : text.indexOf(' ', at - around) + 1;
  const end = text.length - start <= longest ? text.length : text.lastIndexOf(' ', start + longest);
  const cut = `${start > 0 ? '… ' : ''}${text.slice(start, end)}${end < text.length ? ' …' : ''}`;
  return markWords(cut, question);
}

function findView(find: Find, { site, language, question }: Asked): FindView {
  const { work, step, element } = find;
  const text = pickText(find.text, language);
  return {
    id: [work, step].join(' '),
    title: markWords(pickText(find.title, language), question),
    guide: step === '' ? '' : pickText(find.guide, language),
    text: text === '' ? [] : excerpt(text, question),
    to: step === '' ? site.guide(work) : `${site.step(work, step)}#${element}`,
  };
}

type Asked = { readonly site: Site; readonly language: Context['language']; readonly question: string };

/** What a question finds in the organisation's guides. */
export async function searchView(
  context: Context,
  site: Site,
  { question, page }: { readonly question: string; readonly page: number },
): Promise<SearchView> {
  const { tx, language } = context;
  const words = readingTexts(language);
  const open = site.kind === 'open';
  const { finds, total, more } = await searchGuides(tx, {
    organisation: site.organisation,
    question,
    open,
    limit: perPage,
    offset: (page - 1) * perPage,
  });
  const meant =
    total > 0 ? null : didYouMean(question, new Set(await listWords(tx, site.organisation, { open })));
  return {
    words,
    trail: [{ title: words.title, to: site.list() }, { title: words.list.search }],
    searchTo: site.list(),
    wanted: question,
    summary: total === 0 ? '' : (more ? words.search.many : words.search.found)(total, question),
    finds: finds.map((find) => findView(find, { site, language, question })),
    meant: meant === null ? null : { text: meant, to: site.list({ sok: meant }) },
    allTo: site.list(),
    page,
    pages: Math.ceil(total / perPage),
    pageTo: (sida) => site.list({ sok: question, sida }),
  };
}
