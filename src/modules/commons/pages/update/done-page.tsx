import type { VNode } from 'preact';
import { link, type Language } from '../../../../platform/http/index.ts';
import { ButtonLink, DoneState, Link } from '../../../../ui/index.ts';
import * as addresses from '../../addresses.ts';
import { updateTexts } from '../../texts/update.ts';

export type UpdateDoneView = {
  readonly organisation: string;
  readonly name: string;
  readonly ownerName: string;
  readonly work: string;
  /** Upstream's version that was taken. */
  readonly number: number;
  /** The version that it became here. */
  readonly own: number;
  readonly inUse: boolean;
  /** Whether there is anything of one's own to suggest. */
  readonly hasOwn: boolean;
  readonly language: Language;
};

/** What applies from now, and the one question: is there something to give back? */
export function UpdateDonePage({ view }: { readonly view: UpdateDoneView }): VNode {
  const words = updateTexts(view.language);
  const at = { organisation: view.organisation, work: view.work };
  const version = { owner: view.ownerName, number: view.number };
  return (
    <DoneState
      main
      title={view.inUse ? words.done(version, view.name) : words.doneTaken(version, view.name)}
      actions={
        <>
          {view.hasOwn && <ButtonLink to={link(addresses.contribute, at)}>{words.contribute}</ButtonLink>}
          <ButtonLink kind={view.hasOwn ? 'secondary' : 'primary'} to={link(addresses.variant, at)}>
            {words.back}
          </ButtonLink>
        </>
      }
    >
      <p>
        {words.doneNumber(view.own)} {words.doneCases}
      </p>
      {view.hasOwn && <p>{words.contributeQuestion(view.ownerName)}</p>}
      <p>
        <Link to={`${link(addresses.variant, at)}#historik`}>{words.undoUpdate}</Link>
      </p>
    </DoneState>
  );
}
