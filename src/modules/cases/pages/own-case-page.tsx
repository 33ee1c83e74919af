import type { VNode } from 'preact';
import { link } from '../../../platform/http/index.ts';
import { formatDate } from '../../../platform/text/index.ts';
import {
  Alert,
  ErrorSummary,
  ExampleNote,
  PageHead,
  Position,
  Section,
  Stack,
  Timeline,
} from '../../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { noonOf } from '../../../kernel/dates/index.ts';
import type { Life } from '../model/life.ts';
import { mayRequestDecision } from '../model/next-step.ts';
import { decisionDue, getState, stepsOf } from '../model/process.ts';
import { textIn } from '../texts/localised.ts';
import { texts } from '../texts/index.ts';
import { moment } from './days.ts';
import { problemsOf } from './failure.ts';
import { detailIn } from './happened.ts';
import { OwnAnswers, OwnDecision, OwnDocuments } from './own-papers.tsx';
import { CompleteForm, OwnMessages } from './own-forms.tsx';
import type { OwnView } from './own-view.ts';

export type OwnDone = 'message' | 'complete';

/** A person's own case: what is asked and by when, how it stands, what was decided. */
export function OwnCasePage({
  view,
  done,
}: {
  readonly view: OwnView;
  readonly done: OwnDone | null;
}): VNode {
  const { about, language, trouble, municipality } = view;
  const words = texts(language).own;
  const fields = trouble?.form === 'complete' ? 'answer' : 'message';
  const problems =
    trouble === null ? [] : problemsOf(trouble.failure, { text: fields, files: `${fields}-files` }, language);
  return (
    <div class="k-case-own">
      <ErrorSummary problems={problems} />
      <PageHead
        title={textIn(about.workTitle, language)}
        trail={[
          { title: words.title, to: link(addresses.ownCases, { organisation: about.organisation }) },
          { title: about.number },
        ]}
        facts={[
          <b key="number" class="k-num">
            {about.number}
          </b>,
          municipality,
          `${words.received} ${formatDate(about.openedAt, language)}`,
        ]}
      />
      {done === null ? null : <Done done={done} view={view} />}
      <CompleteForm view={view} />
      <OwnDecision view={view} />
      <Now view={view} />
      <OwnMessages view={view} />
      <OwnDocuments view={view} />
      <OwnAnswers view={view} />
      <History view={view} />
      {view.demo ? <ExampleNote>{words.example}</ExampleNote> : null}
    </div>
  );
}

function Done({ done, view }: { readonly done: OwnDone; readonly view: OwnView }): VNode {
  const words = texts(view.language).own;
  const said = done === 'message' ? words.messages : words.complete;
  return (
    <Alert tone="good" title={said.done}>
      <p>{said.doneNext}</p>
    </Alert>
  );
}

function Now({ view }: { readonly view: OwnView }): VNode {
  const { about, language, today } = view;
  const words = texts(language).own;
  const { life } = about;
  const { status } = life;
  const isOpen = status.kind !== 'decided' && status.kind !== 'closed';
  const due = isOpen ? decisionDue(life.process, life) : null;
  const day = due === null ? '' : formatDate(noonOf(due), language);
  const shown = status.kind === 'waiting' ? status.back : status.state;
  return (
    <Section title={words.nowTitle}>
      <Stack>
        <Position
          steps={stepsOf(life.process).map(({ id, title }) => ({ id, title: textIn(title, language) }))}
          now={status.kind === 'closed' ? null : shown}
        />
        <p>
          {words.now[status.kind]}{' '}
          {due === null
            ? null
            : pauses(life)
              ? words.decisionPaused(day)
              : due < today
                ? words.decisionLate(day)
                : words.decisionBy(day)}
        </p>
        {isOpen ? (
          <p class="k-meta">
            {words.mayRequest(formatDate(noonOf(mayRequestDecision(life.opened)), language))}
          </p>
        ) : null}
      </Stack>
    </Section>
  );
}

/** Whether the clock for the decision stands still until the person has answered. */
const pauses = ({ process, status }: Life): boolean =>
  status.kind === 'waiting' && getState(process, status.state).pausesClock;

function History({ view }: { readonly view: OwnView }): VNode {
  const { about, dossier, language } = view;
  const words = texts(language).own;
  // Notes are the municipality's own until somebody asks to see them.
  const shown = dossier.history.filter(({ kind }) => kind !== 'note');
  return (
    <Section title={words.history}>
      <Timeline
        entries={shown.map((entry) => ({
          id: `h-${String(entry.n)}`,
          at: entry.at.toISOString(),
          when: moment(entry.at, language),
          what: words.happened[entry.kind](detailIn(entry, about, language)),
        }))}
      />
    </Section>
  );
}
