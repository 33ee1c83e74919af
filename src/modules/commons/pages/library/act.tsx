import type { VNode } from 'preact';
import { parametersOf } from '../../../../kernel/index.ts';
import { link, type Language } from '../../../../platform/http/index.ts';
import { ActPanel, Button, ButtonLink, Checkbox, Form, Numbered } from '../../../../ui/index.ts';
import * as addresses from '../../addresses.ts';
import type { WorkPage } from '../../actions/library.ts';
import { libraryTexts } from '../../texts/library.ts';

/** What the reader can do with the work: sign in, adopt it, or open the variant that is there already. */
export type ActState =
  | { readonly kind: 'sign-in'; readonly address: string }
  | { readonly kind: 'adopt'; readonly organisation: string; readonly name: string }
  | {
      readonly kind: 'have';
      readonly organisation: string;
      readonly name: string;
      readonly update: number | null;
    }
  | { readonly kind: 'none' };

export type ActProps = {
  readonly state: ActState;
  readonly work: WorkPage;
  readonly owner: string;
  /** Whose variant is shown. */
  readonly publisher: string;
  readonly language: Language;
};

export function Act({ state, work, owner, publisher, language }: ActProps): VNode | null {
  const words = libraryTexts(language).work;
  switch (state.kind) {
    case 'none':
      return null;
    case 'sign-in':
      return (
        <ActPanel title={words.signIn} lede={words.signInLede}>
          <ButtonLink to={state.address} wide>
            {words.signInButton}
          </ButtonLink>
        </ActPanel>
      );
    case 'have':
      return (
        <ActPanel
          title={words.have(state.name)}
          lede={state.update === null ? words.haveLede : words.update(publisher, state.update)}
        >
          <ButtonLink
            to={link(addresses.variant, { organisation: state.organisation, work: work.work })}
            wide
          >
            {words.open}
          </ButtonLink>
        </ActPanel>
      );
    case 'adopt':
      return (
        <ActPanel
          title={words.adopt(state.name)}
          lede={words.adoptLede(publisher, work.latest.number)}
          note={words.adoptNote}
        >
          <Numbered items={words.adoptSteps(parametersOf(work.latest.definition).length)} />
          <Form
            action={link(addresses.adopt, { organisation: state.organisation, work: work.work })}
            hidden={{ from: work.organisation, number: work.latest.number }}
          >
            <Checkbox name="share" label={words.share(owner)} checked />
            <Button wide>{words.adopt(state.name)}</Button>
          </Form>
        </ActPanel>
      );
  }
}
