import type { VNode } from 'preact';
import { Actions, ButtonLink, Details, Link, PageHead, Terms, type Crumb } from '../../../../ui/index.ts';
import type { ReadingTexts } from '../../texts/reading.ts';
import { AboutTextColumn, type AboutText } from './about-text.tsx';
import { Steps, type ContentsSection } from './contents/contents.tsx';
import { NewsList, type NewsView } from './news.tsx';
import type { Said } from './blocks/rendering.ts';
import { ReadTiles, type ReadTilesView } from './read-tiles.tsx';

/** A section with its steps, as the guide's start shows it. */
export type FrontSection = ContentsSection & {
  readonly summary: Said | null;
  /** How many steps it has, or how many are read; null in a guide that is not folded. */
  readonly read: string | null;
  /** A long guide is folded but for where the reader is. */
  readonly open: boolean;
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
  readonly sections: readonly FrontSection[];
  /** Whether what is read is told of. */
  readonly ticked: boolean;
  readonly about: AboutText;
  readonly law: readonly { readonly term: string; readonly text: string }[];
  /** Ways to have the guide away from here: on paper, as PDF, in a file. */
  readonly copies: readonly { readonly title: string; readonly to: string }[];
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
        facts={view.copies.map(({ title, to }) => (
          <Link key={to} to={to} rel="nofollow">
            {title}
          </Link>
        ))}
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
            <details key={section.id} id={section.id} class="guides-section" open={section.open}>
              <summary>
                <h2>{section.title}</h2>
                {section.read === null ? null : <span class="k-meta">{section.read}</span>}
              </summary>
              {section.summary === null ? null : (
                <p class="k-meta" lang={section.summary.lang}>
                  {section.summary.text}
                </p>
              )}
              <Steps section={section} words={words} ticked={view.ticked} />
            </details>
          ))}
        </div>
        <aside class="guides-side" aria-label={words.guide.about}>
          <AboutTextColumn about={view.about} words={words} />
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
