import type { VNode } from 'preact';
import { Actions, Button, ButtonLink, Form, Link } from '../../../ui/index.ts';
import type { Texts } from '../texts/index.ts';

export type LeftView = {
  readonly words: Texts;
  readonly service: string;
  readonly kept: string;
  /** The whole address, for who has no other way back; `null` for who is signed in. */
  readonly address: string | null;
  readonly resumeTo: string;
  readonly removeTo: string;
};

/** After "save and leave": how long it is kept, and the way back. */
export function LeftPage(view: LeftView): VNode {
  const { words } = view;
  return (
    <div class="sv-narrow">
      <p class="k-meta">{view.service}</p>
      <h1>{words.draft.left.heading}</h1>
      <p class="k-lede">{words.draft.left.text(view.kept)}</p>
      {view.address === null ? (
        <p>{words.draft.left.where}</p>
      ) : (
        <>
          <p>{words.draft.left.anonymous}</p>
          <p>
            <b id="address">{words.draft.left.address}</b>
          </p>
          <p class="sv-address" aria-labelledby="address">
            {view.address}
          </p>
        </>
      )}
      <Actions>
        <ButtonLink to={view.resumeTo}>{words.own.resume}</ButtonLink>
        <Link to={view.removeTo}>{words.draft.remove.open}</Link>
      </Actions>
    </div>
  );
}

export type RemoveView = {
  readonly words: Texts;
  readonly service: string;
  readonly action: string;
  readonly keepTo: string;
};

/** Asks once before what cannot be undone. */
export function RemovePage(view: RemoveView): VNode {
  const { words } = view;
  return (
    <div class="sv-narrow">
      <p class="k-meta">{view.service}</p>
      <h1>{words.draft.remove.title}</h1>
      <p>{words.draft.remove.text}</p>
      <Form action={view.action}>
        <Actions>
          <Button>{words.draft.remove.confirm}</Button>
          <ButtonLink to={view.keepTo} kind="secondary">
            {words.draft.remove.keep}
          </ButtonLink>
        </Actions>
      </Form>
    </div>
  );
}
