import type { VNode } from 'preact';
import { Icon, Link, OriginTile } from '../../../../../ui/index.ts';
import type { ReadingTexts } from '../../../texts/reading.ts';

export type ContentsStep = {
  readonly id: string;
  readonly title: string;
  readonly number: number;
  readonly state: 'done' | 'changed' | 'ahead';
  readonly current: boolean;
  readonly local: boolean;
  readonly to: string;
};

export type ContentsSection = {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly ContentsStep[];
};

export type ContentsView = {
  readonly words: ReadingTexts;
  /** The guide's name, which leads to its start. */
  readonly title: string;
  readonly to: string;
  readonly sections: readonly ContentsSection[];
  /** The section that stands open; the others are folded. */
  readonly open: string | null;
  /** Whether what is read is told of. */
  readonly ticked: boolean;
};

/** What a guide holds, always at hand: read steps are ticked, and those with local text have its mark. */
export function Contents(view: ContentsView): VNode {
  const { words, sections } = view;
  const current = sections.find((section) => section.steps.some((step) => step.current));
  return (
    <nav class="guides-contents" aria-label={words.guide.contents}>
      {current === undefined ? null : (
        <>
          <p class="guides-contents-title">
            <Link to={view.to}>{view.title}</Link>
          </p>
          <Tiles section={current} words={words} />
        </>
      )}
      <details class="guides-fold">
        <summary>{words.guide.contents}</summary>
        {sections.length === 1
          ? sections.map((section) => (
              <Steps key={section.id} section={section} words={words} ticked={view.ticked} />
            ))
          : sections.map((section) => (
              <details key={section.id} open={section.id === view.open}>
                <summary>
                  {section.title}
                  <SectionState section={section} words={words} />
                </summary>
                <Steps section={section} words={words} ticked={view.ticked} />
              </details>
            ))}
      </details>
    </nav>
  );
}

type Part = { readonly section: ContentsSection; readonly words: ReadingTexts };

/** On a narrow screen the steps of the section are one row of tiles. */
function Tiles({ section }: Part): VNode {
  return (
    <div class="guides-tiles" aria-hidden="true">
      {section.steps.map((step) => (
        <span key={step.id} data-state={step.current ? 'now' : step.state} />
      ))}
    </div>
  );
}

function SectionState({ section, words }: Part): VNode | null {
  const done = section.steps.filter((step) => step.state === 'done').length;
  if (done < section.steps.length) return null;
  return (
    <span class="guides-contents-done">
      <Icon name="tick" />
      <span class="k-hidden">, {words.progress.section.done}</span>
    </span>
  );
}

/** The steps of a section, with how far the reader has come. */
export function Steps({ section, words, ticked }: Part & { readonly ticked: boolean }): VNode {
  return (
    <ol class="guides-steps">
      {section.steps.map((step) => (
        <li
          key={step.id}
          data-state={step.current ? 'now' : step.state}
          aria-current={step.current ? 'step' : undefined}
        >
          <span class="guides-step-tile" aria-hidden="true">
            {step.state === 'done' && !step.current ? <Icon name="tick" /> : step.number}
          </span>
          <span class="guides-step-title">
            {step.current ? step.title : <Link to={step.to}>{step.title}</Link>}
            {ticked || step.current ? (
              <span class="k-hidden"> ({words.step.states[step.current ? 'now' : step.state]})</span>
            ) : null}
            {step.local ? <LocalMark word={words.step.local} /> : null}
          </span>
        </li>
      ))}
    </ol>
  );
}

export function LocalMark({ word }: { readonly word: string }): VNode {
  return (
    <>
      <svg class="guides-local-mark" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        <OriginTile origin="local" />
      </svg>
      <span class="k-hidden">, {word}</span>
    </>
  );
}
