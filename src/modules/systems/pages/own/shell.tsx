import type { ComponentChildren, VNode } from 'preact';
import {
  Columns,
  ErrorSummary,
  ExampleNote,
  PageHead,
  SavedNote,
  SideList,
  type FieldProblem,
  type PageHeadProps,
  type SideGroup,
} from '../../../../ui/index.ts';
import type { OwnTexts } from '../../texts/own.ts';
import type { ViewTexts } from '../../texts/own-views.ts';

/** What every page about one's own systems has. */
export type Shell = {
  readonly words: OwnTexts;
  readonly views: ViewTexts;
  /** The pages of the register; left out where one thing is worked with. */
  readonly nav?: readonly SideGroup[];
  readonly head: PageHeadProps;
  readonly saved?: { readonly text: string; readonly more?: ComponentChildren };
  readonly problems?: readonly FieldProblem[];
  /** Some of what is shown is made up. */
  readonly example?: boolean;
};

export function OwnPage({
  shell,
  children,
}: {
  readonly shell: Shell;
  readonly children: ComponentChildren;
}): VNode {
  const { words, nav, head, saved, problems = [], example = false } = shell;
  const main = (
    <>
      {saved === undefined ? null : <SavedNote saved={saved.text} kept={saved.more} />}
      {children}
      {example ? <ExampleNote>{words.example}</ExampleNote> : null}
    </>
  );
  return (
    <div class="systems-own">
      <ErrorSummary problems={problems} />
      <PageHead {...head} ruled={head.ruled ?? nav === undefined} />
      {nav === undefined ? (
        main
      ) : (
        <Columns kind="list" aside={<SideList label={words.nav.label} groups={nav} />}>
          <div class="systems-own">{main}</div>
        </Columns>
      )}
    </div>
  );
}
