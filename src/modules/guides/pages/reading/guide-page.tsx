import type { VNode } from 'preact';
import {
  Actions,
  ButtonLink,
  Details,
  Link,
  PageHead,
  Section,
  Terms,
  type Crumb,
} from '../../../../ui/index.ts';
import type { ReadingTexts } from '../../texts/reading.ts';
import { AboutTextColumn, type AboutText } from './about-text.tsx';
import { Blocks, type BlockView } from './blocks/blocks.tsx';
import { Contents, LocalMark, type ContentsView } from './contents/contents.tsx';
import { NewsList, type NewsView } from './news.tsx';
import type { Rendering, Said } from './blocks/rendering.ts';
import { ReadTiles, type ReadTilesView } from './read-tiles.tsx';

export type WholeStep = {
  readonly id: string;
  readonly title: Said;
  readonly to: string;
  readonly local: boolean;
  readonly blocks: readonly BlockView[];
  readonly on: Rendering;
};

export type WholeSection = {
  readonly id: string;
  readonly title: Said;
  readonly summary: Said | null;
  readonly steps: readonly WholeStep[];
};

export type GuideView = {
  readonly words: ReadingTexts;
  readonly trail: readonly Crumb[];
  readonly title: string;
  readonly lede: string | null;
  readonly progress: ReadTilesView | null;
  /** Where to begin or go on. */
  readonly go: { readonly title: string; readonly to: string } | null;
  readonly news: NewsView | null;
  readonly contents: ContentsView;
  readonly sections: readonly WholeSection[];
  readonly about: AboutText;
  readonly law: readonly { readonly term: string; readonly text: string }[];
  /** Ways to have the guide away from here: on paper, as PDF, in a file. */
  readonly copies: {
    readonly title: string;
    readonly ways: readonly { readonly title: string; readonly to: string }[];
  };
};

/** A whole guide as one text: to look in, search in and print. */
export function GuidePage(view: GuideView): VNode {
  const { words } = view;
  return (
    <div class="guides-guide-page">
      <PageHead
        title={view.title}
        trail={view.trail}
        {...(view.lede === null ? {} : { lede: view.lede })}
        {...(view.progress === null ? {} : { summary: <ReadTiles {...view.progress} /> })}
        {...(view.go === null
          ? {}
          : {
              aside: (
                <Actions>
                  <ButtonLink to={view.go.to}>{view.go.title}</ButtonLink>
                </Actions>
              ),
            })}
      />
      <div class="guides-columns">
        <Contents {...view.contents} />
        <div class="guides-paper">
          {view.news === null ? null : <NewsList view={view.news} />}
          {view.sections.map((section) => (
            <section
              key={section.id}
              id={section.id}
              class="guides-section"
              aria-labelledby={`${section.id}-titel`}
            >
              <h2 id={`${section.id}-titel`} lang={section.title.lang}>
                {section.title.text}
              </h2>
              {section.summary === null ? null : (
                <p class="k-meta" lang={section.summary.lang}>
                  {section.summary.text}
                </p>
              )}
              {section.steps.map((step) => (
                <Whole key={step.id} step={step} words={words} />
              ))}
            </section>
          ))}
        </div>
        <aside class="guides-side" aria-label={words.guide.about}>
          <AboutTextColumn about={view.about} words={words} />
          <Section title={view.copies.title}>
            <ul class="guides-ways">
              {view.copies.ways.map(({ title, to }) => (
                <li key={to}>
                  <Link to={to} rel="nofollow">
                    {title}
                  </Link>
                </li>
              ))}
            </ul>
          </Section>
          {view.law.length === 0 ? null : (
            <Details summary={words.guide.law}>
              <Terms rows={view.law} />
            </Details>
          )}
        </aside>
      </div>
    </div>
  );
}

function Whole({ step, words }: { readonly step: WholeStep; readonly words: ReadingTexts }): VNode {
  return (
    <section class="guides-whole" id={step.id} aria-labelledby={`${step.id}-titel`}>
      <h3 id={`${step.id}-titel`} lang={step.title.lang}>
        <Link to={step.to}>{step.title.text}</Link>
        {step.local ? <LocalMark word={words.step.local} /> : null}
      </h3>
      <Blocks views={step.blocks} on={step.on} />
    </section>
  );
}
