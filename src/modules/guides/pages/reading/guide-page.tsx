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
import { Steps, type ContentsSection } from './contents/contents.tsx';
import { NewsList, type NewsView } from './news.tsx';
import type { Said } from './blocks/rendering.ts';
import { ReadTiles, type ReadTilesView } from './read-tiles.tsx';

/** A section with its steps, as the guide's start shows it. */
export type FrontSection = ContentsSection & { readonly summary: Said | null };

export type GuideView = {
  readonly words: ReadingTexts;
  readonly trail: readonly Crumb[];
  readonly title: string;
  readonly lede: string | null;
  readonly progress: ReadTilesView | null;
  /** Where to begin or go on. */
  readonly go: { readonly title: string; readonly to: string } | null;
  readonly news: NewsView | null;
  readonly sections: readonly FrontSection[];
  /** Whether what is read is told of. */
  readonly ticked: boolean;
  readonly about: AboutText;
  readonly law: readonly { readonly term: string; readonly text: string }[];
  /** Ways to have the guide away from here: on paper, as PDF, in a file. */
  readonly copies: {
    readonly title: string;
    readonly ways: readonly { readonly title: string; readonly to: string }[];
  };
};

/** Where a guide begins: what it is about, what it holds and how far the reader has come. */
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
      <div class="guides-front">
        <div class="guides-paper">
          {view.news === null ? null : <NewsList view={view.news} />}
          {view.sections.map((section) => (
            <section
              key={section.id}
              id={section.id}
              class="guides-section"
              aria-labelledby={`${section.id}-titel`}
            >
              <h2 id={`${section.id}-titel`}>{section.title}</h2>
              {section.summary === null ? null : (
                <p class="k-meta" lang={section.summary.lang}>
                  {section.summary.text}
                </p>
              )}
              <Steps section={section} words={words} ticked={view.ticked} />
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
