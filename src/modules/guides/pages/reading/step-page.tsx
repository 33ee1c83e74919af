import type { VNode } from 'preact';
import { Alert, Breadcrumbs, Button, ButtonLink, Form, Link, type Crumb } from '../../../../ui/index.ts';
import type { ReadingTexts } from '../../texts/reading.ts';
import { Feedback, type FeedbackView } from './feedback.tsx';
import { AboutTextColumn, type AboutText } from './about-text.tsx';
import { Blocks, type BlockView } from './blocks/blocks.tsx';
import { Contents, type ContentsView } from './contents/contents.tsx';
import type { Rendering, Said } from './blocks/rendering.ts';

export type Way = { readonly title: string; readonly to: string };

export type StepView = {
  readonly words: ReadingTexts;
  readonly id: string;
  readonly trail: readonly Crumb[];
  readonly contents: ContentsView;
  readonly position: string;
  readonly minutes: string | null;
  readonly title: Said;
  readonly blocks: readonly BlockView[];
  readonly on: Rendering;
  readonly previous: Way | null;
  /** `post` keeps that the step was read, as it was shown (`met`), and leads on; on the public site it only leads on. */
  readonly next: Way & ({ readonly kind: 'post'; readonly met: string } | { readonly kind: 'link' });
  /** That the text was changed while it was read; null where it was not. */
  readonly changed: string | null;
  readonly about: AboutText;
  /** Leads to where the guide is printed or taken along. */
  readonly take: Way;
  readonly feedback: FeedbackView;
};

/** One step of a guide: contents, the paper, and whose the text is. */
export function StepPage(view: StepView): VNode {
  const { words } = view;
  return (
    <div class="guides-step-page">
      <Breadcrumbs trail={view.trail} />
      <div class="guides-columns">
        <Contents {...view.contents} />
        <article class="guides-paper" aria-labelledby={view.id}>
          <p class="guides-position">
            {view.position}
            {view.minutes === null ? null : `, ${view.minutes}`}
          </p>
          <h1 id={view.id} lang={view.title.lang}>
            {view.title.text}
          </h1>
          {view.changed === null ? null : <Alert tone="info" title={view.changed} />}
          <Blocks views={view.blocks} on={view.on} />
          <nav class="guides-turn" aria-label={words.step.around}>
            {view.previous === null ? (
              <span />
            ) : (
              <ButtonLink kind="secondary" to={view.previous.to}>
                {view.previous.title}
              </ButtonLink>
            )}
            {view.next.kind === 'post' ? (
              <Form action={view.next.to} class="guides-next" hidden={{ met: view.next.met }}>
                <Button>{view.next.title}</Button>
              </Form>
            ) : (
              <ButtonLink to={view.next.to}>{view.next.title}</ButtonLink>
            )}
          </nav>
          <Feedback {...view.feedback} />
        </article>
        <aside class="guides-side" aria-label={words.text.heading}>
          <AboutTextColumn about={view.about} words={words} />
          <p class="guides-ways">
            <Link to={view.take.to}>{view.take.title}</Link>
          </p>
        </aside>
      </div>
    </div>
  );
}
