import type { ComponentChildren, VNode } from 'preact';
import { Tag } from '../tag/view.tsx';
import { texts } from '../texts/index.ts';
import { usePage } from '../page/context.ts';
import { Marks, Suggested } from './marks.tsx';
import type { Mark, OriginWords } from './marks.tsx';

/** What a side holds: words, nothing ("Borttagen i version 2"), or an order. */
export type MergeContent =
  | { readonly kind: 'words'; readonly marks: readonly Mark[] }
  | { readonly kind: 'missing'; readonly text: string }
  | { readonly kind: 'order'; readonly items: readonly string[] };

export type MergeSide = {
  /** "version 2", "Härnösand, 4 mars 2026" */
  readonly note: string;
  readonly content: MergeContent;
};

export type MergeSuggestion = {
  /** "båda ändringarna, i två meningar" */
  readonly note: string;
  readonly content: { readonly kind: 'words'; readonly marks: readonly OriginWords[] } | MergeContent;
};

export type MergeViewProps = {
  readonly id: string;
  /** What is in conflict: "Förklaringen till frågan ”Hur lång är vägen till skolan?”" */
  readonly title: string;
  readonly tag?: string;
  readonly base: { readonly note: string; readonly text: string } | null;
  readonly theirs: MergeSide;
  readonly ours: MergeSide;
  readonly suggestion: MergeSuggestion | null;
  /** The four answers as a form; see MergeAnswers. */
  readonly answers: ComponentChildren;
  /** A reason for a lock, or why the text was changed. */
  readonly note?: ComponentChildren;
};

/**
 * The fork and the join: what was common on top, the two sides below it, and the suggestion where
 * they meet. Every inserted word carries its side's line, also in the suggestion.
 */
export function MergeView(props: MergeViewProps): VNode {
  const { language } = usePage();
  const words = texts(language).merge;
  return (
    <section class="k-merge" id={props.id} aria-labelledby={`${props.id}-title`}>
      <div class="k-merge-head">
        <Tag tone="local">{props.tag ?? words.choose}</Tag>
        <h3 id={`${props.id}-title`}>{props.title}</h3>
      </div>
      <div class="k-merge-body">
        {props.base === null ? null : (
          <div class="k-merge-base">
            <Label title={words.before} note={props.base.note} />
            <p class="k-serif">{props.base.text}</p>
          </div>
        )}
        <div class="k-merge-sides">
          <div class="k-merge-side" data-side="shared">
            <Label title={words.after} note={props.theirs.note} />
            <Content content={props.theirs.content} side="shared" />
          </div>
          <div class="k-merge-side" data-side="local">
            <Label title={words.ours} note={props.ours.note} />
            <Content content={props.ours.content} side="local" />
          </div>
        </div>
        {props.suggestion === null ? null : (
          <div class="k-merge-suggestion">
            <Label title={words.suggestion} note={props.suggestion.note} />
            <Join content={props.suggestion.content} />
          </div>
        )}
        {props.note === undefined ? null : <div class="k-merge-note k-meta">{props.note}</div>}
        {props.answers}
      </div>
    </section>
  );
}

function Label(props: { readonly title: string; readonly note: string }): VNode {
  return (
    <p class="k-merge-label">
      <b>{props.title}</b> <span>{props.note}</span>
    </p>
  );
}

function Content({
  content,
  side,
}: {
  readonly content: MergeContent;
  readonly side: 'shared' | 'local';
}): VNode {
  switch (content.kind) {
    case 'words':
      return (
        <p class="k-serif">
          <Marks marks={content.marks} side={side} />
        </p>
      );
    case 'missing':
      return <p class="k-merge-missing">{content.text}</p>;
    case 'order':
      return (
        <ol class="k-merge-order">
          {content.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ol>
      );
  }
}

const isSuggestion = (
  content: MergeSuggestion['content'],
): content is Extract<MergeSuggestion['content'], { marks: readonly OriginWords[] }> =>
  content.kind === 'words' && content.marks.every((mark) => 'from' in mark);

function Join({ content }: { readonly content: MergeSuggestion['content'] }): VNode {
  return isSuggestion(content) ? (
    <p class="k-serif">
      <Suggested marks={content.marks} />
    </p>
  ) : (
    <Content content={content} side="shared" />
  );
}
