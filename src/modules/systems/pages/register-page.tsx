import type { ComponentChildren, VNode } from 'preact';
import {
  Columns,
  ErrorSummary,
  PageHead,
  SideList,
  type FieldProblem,
  type PageHeadProps,
  type SideGroup,
} from '../../../ui/index.ts';

export type SideNav = { readonly label: string; readonly groups: readonly SideGroup[] };

/** A page of the register: what is wrong, the heading, and its parts at the side where it is one of them. */
export function RegisterPage(props: {
  readonly head: PageHeadProps;
  /** Left out where one thing is worked with. */
  readonly nav?: SideNav;
  readonly problems?: readonly FieldProblem[];
  readonly children: ComponentChildren;
}): VNode {
  const { head, nav, problems = [], children } = props;
  return (
    <div class="systems-page">
      <ErrorSummary problems={problems} />
      <PageHead {...head} ruled={head.ruled ?? nav === undefined} />
      {nav === undefined ? (
        children
      ) : (
        <Columns kind="list" aside={<SideList label={nav.label} groups={nav.groups} />}>
          <div class="systems-page">{children}</div>
        </Columns>
      )}
    </div>
  );
}
