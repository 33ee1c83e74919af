import type { VNode } from 'preact';
import { link } from '../../../platform/http/index.ts';
import { formatDate, formatShortDate, formatTime } from '../../../platform/text/index.ts';
import { ActPanel, Actions, Button, ButtonLink, Details, Form, Radios, Textarea } from '../../../ui/index.ts';
import { workAddresses } from '../addresses.ts';
import { noonOf } from '../../../kernel/dates/index.ts';
import type { DecisionChoice } from '../model/new-case.ts';
import { textIn } from '../texts/localised.ts';
import { texts } from '../texts/index.ts';
import { type CaseView, typedIn } from './case-view.ts';
import { errorAt } from './trouble.ts';

const here = ({ about }: CaseView) => ({ organisation: about.organisation, case: about.id });

/** The one place where the case worker acts: what it is follows from how the case stands. */
export function CaseAct({ view }: { readonly view: CaseView }): VNode {
  const { status, handler } = view.about.life;
  switch (status.kind) {
    case 'closed':
      return <Closed view={view} />;
    case 'decided':
      return <Decided view={view} />;
    case 'waiting':
      return <Waiting view={view} />;
    case 'received':
    case 'working':
      return handler === null ? <Take view={view} /> : <Decide view={view} />;
  }
}

function Take({ view }: { readonly view: CaseView }): VNode {
  const words = texts(view.language).work.take;
  return (
    <ActPanel title={words.title} lede={words.lede}>
      <Form action={link(workAddresses.take, here(view))}>
        <Button>{words.button}</Button>
      </Form>
    </ActPanel>
  );
}

function Decide({ view }: { readonly view: CaseView }): VNode {
  return (
    <ActPanel title={texts(view.language).work.decision.title}>
      <DecisionForm view={view} />
    </ActPanel>
  );
}

function Waiting({ view }: { readonly view: CaseView }): VNode {
  const { about, language, today, trouble } = view;
  const words = texts(language).work;
  const { status } = about.life;
  const day = status.kind === 'waiting' ? formatDate(noonOf(status.due), language) : '';
  const isLate = status.kind === 'waiting' && status.due < today;
  return (
    <ActPanel title={words.waiting.title} lede={isLate ? words.waiting.late(day) : words.waiting.due(day)}>
      <Details summary={words.decision.anyway} open={isLate || trouble?.form === 'decision'}>
        <DecisionForm view={view} />
      </Details>
    </ActPanel>
  );
}

function choiceHelp(choice: DecisionChoice, { about, language }: CaseView): { readonly help?: string } {
  const words = texts(language).work.decision;
  if (choice.outcome === 'approved') return {};
  return { help: about.appeal === null ? words.writeReasons : `${words.writeReasons} ${words.mayAppeal}` };
}

function DecisionForm({ view }: { readonly view: CaseView }): VNode {
  const { about, dossier, language, trouble } = view;
  const words = texts(language).work.decision;
  const typed = typedIn(view, 'decision');
  const { draft } = dossier;
  const revision = draft?.revision ?? 0;
  const isStale = trouble?.failure.kind === 'stale-draft';
  return (
    <Form
      action={link(workAddresses.draft, here(view))}
      hidden={{ revision: isStale ? revision : (typed['revision'] ?? revision) }}
    >
      <Radios
        name="choice"
        label={words.choice}
        required
        options={about.life.choices.map((choice) => ({
          value: choice.id,
          label: textIn(choice.label, language),
          ...choiceHelp(choice, view),
        }))}
        value={typed['choice'] ?? draft?.choice ?? undefined}
        {...errorAt(view, 'decision', 'choice')}
      />
      {isStale && draft !== null ? (
        <div class="k-case-theirs">
          <h3>{words.theirs(draft.savedBy)}</h3>
          <p class="k-case-text k-serif">{draft.reasons}</p>
        </div>
      ) : null}
      <Textarea
        name="reasons"
        label={words.reasons}
        help={words.reasonsHelp}
        rows={7}
        reads
        required
        value={typed['reasons'] ?? draft?.reasons}
        {...errorAt(view, 'decision', 'reasons')}
      />
      {draft === null ? null : (
        <p class="k-meta" role="status">
          {words.savedAt(
            formatShortDate(draft.savedAt, language),
            formatTime(draft.savedAt, language),
            draft.savedBy,
          )}
        </p>
      )}
      <Actions>
        <Button name="act" value="review">
          {words.review}
        </Button>
        <Button kind="tertiary" name="act" value="save">
          {words.save}
        </Button>
      </Actions>
    </Form>
  );
}

function Decided({ view }: { readonly view: CaseView }): VNode {
  const { dossier, language } = view;
  const words = texts(language).work.decided;
  const { decision } = dossier;
  return (
    <ActPanel
      title={words.title}
      lede={
        decision === null ? null : (
          <>
            <b>{textIn(decision.label, language)}</b>
            <br />
            {words.byOn(decision.by, formatDate(decision.at, language))}
          </>
        )
      }
    >
      <Form action={link(workAddresses.close, here(view))}>
        <Actions>
          <Button>{words.close}</Button>
          <ButtonLink kind="tertiary" to={link(workAddresses.decision, here(view))}>
            {words.open}
          </ButtonLink>
        </Actions>
      </Form>
    </ActPanel>
  );
}

function Closed({ view }: { readonly view: CaseView }): VNode {
  const { about, dossier, language } = view;
  const words = texts(language).work;
  const { decision } = dossier;
  return (
    <ActPanel
      title={words.closedPanel.title}
      lede={words.closedPanel.lede(formatDate(noonOf(about.life.since), language))}
    >
      {decision === null ? null : (
        <>
          <p>
            <b>{textIn(decision.label, language)}</b>
          </p>
          <ButtonLink kind="secondary" to={link(workAddresses.decision, here(view))}>
            {words.decided.open}
          </ButtonLink>
        </>
      )}
    </ActPanel>
  );
}
