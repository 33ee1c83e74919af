import type { VNode } from 'preact';
import { ButtonLink, DoneState, Link } from '../../../../ui/index.ts';

export type DoneView = {
  readonly title: string;
  readonly text: string;
  readonly actions: readonly { readonly title: string; readonly to: string }[];
  /** Rows that were not taken in, to put right. */
  readonly faults: { readonly title: string; readonly to: string } | null;
};

/** It is taken in, or on its way. */
export function DonePage({ title, text, actions, faults }: DoneView): VNode {
  const [first, ...more] = actions;
  return (
    <DoneState
      main
      title={title}
      actions={
        <>
          {first === undefined ? null : <ButtonLink to={first.to}>{first.title}</ButtonLink>}
          {more.map((one) => (
            <Link key={one.to} to={one.to}>
              {one.title}
            </Link>
          ))}
        </>
      }
    >
      {text === '' ? null : <p>{text}</p>}
      {faults === null ? null : (
        <p>
          <Link to={faults.to}>{faults.title}</Link>
        </p>
      )}
    </DoneState>
  );
}
