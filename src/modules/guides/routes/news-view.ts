import { formatValue, type Localised } from '../../../kernel/index.ts';
import type { NewsItem, NewsView } from '../pages/reading/news.tsx';
import { findStep } from '../reading/fingerprint.ts';
import { newsOf, type News } from '../reading/news.ts';
import { firstWords } from '../search/texts.ts';
import { nameIn, type Scene } from './common-view.ts';

function whatOf(news: News, scene: Scene): string {
  const { shown, say, words, context } = scene;
  const step = findStep(shown.guide, news.step);
  const title = (text: Localised | undefined): string => (text === undefined ? '' : say(text).text);
  switch (news.kind) {
    case 'step':
      return title(step?.title);
    case 'removed':
      return words.news.removed(news.count);
    case 'fact': {
      const parameter = shown.guide.parameters.find(({ id }) => id === news.parameter);
      const value = shown.values[news.parameter];
      if (parameter === undefined) return news.parameter;
      const name = title(parameter.label);
      if (value === undefined || value === null) return name;
      return `${name}: ${formatValue({ parameter, value, language: context.language })}`;
    }
    case 'part': {
      const block = step?.blocks.find(({ id }) => id === news.part);
      return block === undefined ? title(step?.title) : firstWords(block, say);
    }
  }
}

function tagOf(news: News, { words }: Scene): string {
  switch (news.kind) {
    case 'step':
      return words.news.step;
    case 'removed':
      return words.news.changed;
    case 'fact':
      return words.news.fact;
    case 'part':
      return words.news[news.change];
  }
}

/** What has been removed may have been anybody's. */
const isLocal = (news: News): boolean =>
  news.kind === 'part' ? news.origin !== 'shared' : news.kind !== 'removed';

function itemOf(news: News, scene: Scene): NewsItem {
  const { shown, site, say, words } = scene;
  const step = findStep(shown.guide, news.step);
  const place = site.step(shown.work, news.step);
  return {
    id: [
      news.kind,
      news.step,
      news.kind === 'part' ? news.part : news.kind === 'fact' ? news.parameter : '',
    ].join(' '),
    what: whatOf(news, scene),
    step: step === null || news.kind === 'step' ? '' : words.news.inStep(say(step.title).text),
    to: news.kind === 'part' ? `${place}#${news.part}` : place,
    tag: tagOf(news, scene),
    local: isLocal(news),
  };
}

/** What is not as it was when the reader last read the guide, here or at another employer; null when nothing is. */
export function newsView(scene: Scene): NewsView | null {
  const { shown, reader, words } = scene;
  const news = newsOf(shown.outline, reader);
  if (news.length === 0) return null;
  const elsewhere = reader.reads.filter((read) => read.organisation !== shown.organisation);
  const moved = elsewhere.length === reader.reads.length;
  const [latest] = elsewhere.toSorted((a, b) => b.at.getTime() - a.at.getTime());
  return {
    title:
      moved && latest !== undefined
        ? words.news.moved(nameIn(scene, latest.organisation), nameIn(scene, shown.organisation), news.length)
        : words.news.here(news.length),
    lede: moved ? words.news.movedLede : null,
    items: news.map((one) => itemOf(one, scene)),
  };
}
