import type { VNode } from 'preact';
import { Link, Terms } from '../../../ui/index.ts';
import { Blocks } from '../pages/reading/blocks/blocks.tsx';
import type { Rendering } from '../pages/reading/blocks/rendering.ts';
import { LocalMark } from '../pages/reading/contents/contents.tsx';
import { refined, type Copy, type CopySection } from './copy.ts';

/* What paper and file have in common: the whole text, its contents and where it comes from. */

type Change = (on: Rendering) => Partial<Rendering>;

export function Sections({ copy, change }: { readonly copy: Copy; readonly change: Change }): VNode {
  return (
    <>
      {copy.sections.map((section) => (
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
          <Steps section={section} copy={copy} change={change} />
        </section>
      ))}
    </>
  );
}

function Steps(props: {
  readonly section: CopySection;
  readonly copy: Copy;
  readonly change: Change;
}): VNode {
  const { section, copy, change } = props;
  return (
    <>
      {section.steps.map((step) => (
        <section key={step.id} class="guides-whole" id={step.id} aria-labelledby={`${step.id}-titel`}>
          <h3 id={`${step.id}-titel`} lang={step.title.lang}>
            {step.title.text}
            {step.local ? <LocalMark word={copy.scene.words.step.local} /> : null}
          </h3>
          <Blocks views={step.views} on={refined(step.on, change)} />
        </section>
      ))}
    </>
  );
}

/** Sections and steps, each a link within the copy; `answers` where they stand last in it. */
export function CopyContents(props: { readonly copy: Copy; readonly answers: boolean }): VNode {
  const { copy } = props;
  return (
    <div class="guides-copy-contents">
      <ol>
        {copy.sections.map((section) => (
          <li key={section.id}>
            <Link to={`#${section.id}`}>{section.title.text}</Link>
            <ol>
              {section.steps.map((step) => (
                <li key={step.id}>
                  <Link to={`#${step.id}`}>{step.title.text}</Link>
                </li>
              ))}
            </ol>
          </li>
        ))}
        {props.answers && copy.asked.length > 0 ? (
          <li>
            <Link to="#svar">{copy.words.answers}</Link>
          </li>
        ) : null}
      </ol>
    </div>
  );
}

/** Which version it is, when it was taken, where the living one is, and the law behind it. */
export function AboutCopySections({ copy }: { readonly copy: Copy }): VNode {
  const { about, words, scene } = copy;
  return (
    <>
      <section class="guides-section guides-about-copy" aria-labelledby="om-kopian">
        <h2 id="om-kopian">{words.about.heading}</h2>
        <Terms
          rows={about.rows.map(({ term, value }) => ({
            term,
            text: value === about.original ? <Link to={value}>{value}</Link> : value,
          }))}
        />
      </section>
      {about.law.length === 0 ? null : (
        <section class="guides-section guides-about-copy" aria-labelledby="lagen-bakom">
          <h2 id="lagen-bakom">{scene.words.guide.law}</h2>
          <Terms rows={about.law.map(({ term, value }) => ({ term, text: value }))} />
        </section>
      )}
    </>
  );
}
