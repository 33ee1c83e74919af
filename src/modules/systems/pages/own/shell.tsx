import type { ComponentChildren, VNode } from 'preact';
import {
  ExampleNote,
  SavedNote,
  type FieldProblem,
  type PageHeadProps,
  type SideGroup,
} from '../../../../ui/index.ts';
import type { OwnTexts } from '../../texts/own.ts';
import type { ViewTexts } from '../../texts/own-views.ts';
import { RegisterPage } from '../register-page.tsx';

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
  return (
    <RegisterPage
      head={head}
      problems={problems}
      {...(nav === undefined ? {} : { nav: { label: words.nav.label, groups: nav } })}
    >
      {saved === undefined ? null : <SavedNote saved={saved.text} kept={saved.more} />}
      {children}
      {example ? <ExampleNote>{words.example}</ExampleNote> : null}
    </RegisterPage>
  );
}
