import type { VNode } from 'preact';
import { Button, Checkboxes, Form, Link, type Option } from '../../../../ui/index.ts';
import { OwnPage, type Shell } from './shell.tsx';

export type ProposalsView = {
  readonly shell: Shell;
  readonly to: string;
  /** The form with every field. */
  readonly changeTo: string;
  /** What those who resemble us say of theirs and we do not yet say; each chosen until it is unticked. */
  readonly proposals: readonly Option[];
};

/** What others say of the same product, to take with one press. */
export function ProposalsPage({ shell, to, changeTo, proposals }: ProposalsView): VNode {
  const { proposed } = shell.words;
  return (
    <OwnPage shell={shell}>
      {proposals.length === 0 ? (
        <p>{proposed.none}</p>
      ) : (
        <Form action={to}>
          <Checkboxes
            name="falt"
            label={proposed.legend}
            help={proposed.help}
            options={proposals}
            values={proposals.map(({ value }) => value)}
          />
          <Button>{proposed.take}</Button>
        </Form>
      )}
      <p>
        <Link to={changeTo}>{proposed.byHand}</Link>
      </p>
    </OwnPage>
  );
}
