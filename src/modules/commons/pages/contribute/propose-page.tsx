import type { VNode } from 'preact';
import { link, type Language } from '../../../../platform/http/index.ts';
import { formatShortDate } from '../../../../platform/text/index.ts';
import {
  Alert,
  Button,
  ButtonLink,
  Checkboxes,
  EmptyState,
  ErrorSummary,
  Form,
  LinkList,
  PageHead,
  Section,
  Textarea,
} from '../../../../ui/index.ts';
import * as addresses from '../../addresses.ts';
import type { Contribution, OwnChange } from '../../model/contribution.ts';
import type { Failure } from '../../model/failure.ts';
import { contributeTexts } from '../../texts/contribute.ts';
import { trailTo } from '../trail.ts';

export type ProposeView = {
  readonly organisation: string;
  readonly work: string;
  readonly title: string;
  /** Whom it is sent to; null for a work of one's own. */
  readonly owner: string | null;
  /** Why nothing can be sent now, whatever is chosen. */
  readonly obstacle: Failure | null;
  readonly changes: readonly OwnChange[];
  readonly chosen: readonly string[];
  readonly text: string;
  readonly earlier: readonly Contribution[];
  readonly problems: ReadonlyMap<string, string>;
  readonly message: string | null;
  readonly language: Language;
};

function Sheet({ view, owner }: { readonly view: ProposeView; readonly owner: string }): VNode {
  const words = contributeTexts(view.language).propose;
  const at = { organisation: view.organisation, work: view.work };
  return (
    <Form action={link(addresses.contribute, at)}>
      <Checkboxes
        name="change"
        label={words.changes}
        help={words.changesHelp}
        required
        values={view.chosen}
        error={view.problems.get('change')}
        options={view.changes.map(({ id, sentence, part }) => ({
          value: id,
          label: sentence,
          help: part.title,
        }))}
      />
      <Textarea
        name="message"
        label={words.message}
        required
        rows={4}
        maxLength={4000}
        value={view.text}
        error={view.problems.get('message')}
      />
      <Button>{words.send(owner)}</Button>
    </Form>
  );
}

function Nothing({ view }: { readonly view: ProposeView }): VNode {
  const words = contributeTexts(view.language).propose;
  const at = { organisation: view.organisation, work: view.work };
  return (
    <EmptyState
      title={view.owner === null ? words.notFollowing : words.none}
      actions={<ButtonLink to={link(addresses.edit, at)}>{words.edit}</ButtonLink>}
    >
      {view.owner !== null && <p>{words.noneWhat}</p>}
    </EmptyState>
  );
}

function Obstacle({ view, failure }: { readonly view: ProposeView; readonly failure: Failure }): VNode {
  const texts = contributeTexts(view.language);
  return (
    <Alert tone="warning" title={texts.failures[failure.kind] ?? texts.failed}>
      {failure.kind === 'recalled' && <p>{texts.recalledWhy(failure.reason)}</p>}
    </Alert>
  );
}

function Choice({ view }: { readonly view: ProposeView }): VNode {
  const { owner, obstacle } = view;
  if (owner === null || view.changes.length === 0) return <Nothing view={view} />;
  return obstacle === null ? (
    <Sheet view={view} owner={owner} />
  ) : (
    <Obstacle view={view} failure={obstacle} />
  );
}

/** Own changes to choose among, and why they would be good for more. */
export function ProposePage({ view }: { readonly view: ProposeView }): VNode {
  const { owner, language, organisation, work } = view;
  const texts = contributeTexts(language);
  return (
    <div class="commons-edit">
      <ErrorSummary problems={[...view.problems].map(([field, message]) => ({ field, message }))} />
      <PageHead
        title={texts.propose.title(view.title)}
        trail={trailTo({ organisation, work, title: view.title, language }, { title: texts.propose.crumb })}
        {...(owner === null ? {} : { summary: texts.propose.lede(owner) })}
      />
      {view.message !== null && <Alert tone="warning" title={view.message} />}
      <Choice view={view} />
      {view.earlier.length > 0 && (
        <Section title={texts.propose.waiting}>
          <LinkList
            items={view.earlier.map((one) => ({
              id: one.id,
              title: one.message,
              note: `${texts.state[one.state]}, ${formatShortDate(one.at, language)}`,
              to: link(addresses.contribution, { organisation, contribution: one.id }),
            }))}
          />
        </Section>
      )}
    </div>
  );
}
