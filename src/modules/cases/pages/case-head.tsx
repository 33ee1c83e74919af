import type { VNode } from 'preact';
import { link } from '../../../platform/http/index.ts';
import { formatDate } from '../../../platform/text/index.ts';
import { Deadlines, PageHead, Position, type Deadline } from '../../../ui/index.ts';
import { workAddresses } from '../addresses.ts';
import { type Day, noonOf } from '../../../kernel/dates/index.ts';
import { mayRequestDecision, nextStep } from '../model/next-step.ts';
import { decisionDue, type ProcessState, stepDue, stepsOf } from '../model/process.ts';
import { textIn } from '../texts/localised.ts';
import { texts } from '../texts/index.ts';
import type { CaseView } from './case-view.ts';
import { dayIn, dueText } from './days.ts';

/** What the case is, how it stands, and by when what must be done. */
export function CaseHead({ view }: { readonly view: CaseView }): VNode {
  const { about, language, today } = view;
  const { organisation } = about;
  const words = texts(language).work;
  const title = textIn(about.workTitle, language);
  return (
    <>
      <PageHead
        title={textIn(about.title, language)}
        trail={[
          { title: words.area, to: link(workAddresses.cases, { organisation }) },
          { title, to: link(workAddresses.cases, { organisation }, { typ: about.work }) },
          { title: about.number },
        ]}
        facts={[
          <b key="number" class="k-num">
            {about.number}
          </b>,
          <>
            {words.received} <b>{dayIn(about.life.opened, today, language)}</b>
          </>,
          about.life.handler?.name ?? words.nobody,
          words.version(title, about.versionNumber),
        ]}
        aside={<Deadlines deadlines={deadlinesOf(view)} />}
      />
      <Position
        steps={stepsOf(about.life.process).map((step) => positionStep(step, view))}
        now={stepShown(view)}
      />
    </>
  );
}

function stepShown({ about }: CaseView): string | null {
  const { status } = about.life;
  if (status.kind === 'closed') return null;
  return status.kind === 'waiting' ? status.back : status.state;
}

function positionStep(step: ProcessState, view: CaseView) {
  const { about, language, today, worker } = view;
  const words = texts(language).work;
  const { life } = about;
  const title = textIn(step.title, language);
  const base = { id: step.id, title };
  if (step.id === stepShown(view)) {
    const waiting = life.status.kind === 'waiting' ? words.waiting.title : null;
    return { ...base, note: waiting ?? (life.handler?.person === worker ? words.nowYours : words.now) };
  }
  if (step.kind === 'received')
    return { ...base, note: words.stepNotes.received(dayIn(life.opened, today, language)) };
  if (step.kind === 'decided' && about.decidedOn !== null) {
    return { ...base, note: words.stepNotes.decided(dayIn(about.decidedOn, today, language)) };
  }
  const due = about.decidedOn === null ? stepDue(life.process, step.id, life) : null;
  return due === null || due < today
    ? base
    : { ...base, note: words.stepNotes.due(dayIn(due, today, language)) };
}

function deadlinesOf({ about, language, today }: CaseView): readonly Deadline[] {
  const words = texts(language).work;
  const { life } = about;
  const deadline = (term: string, on: Day): Deadline => {
    const due = dueText(on, today, language);
    if (on === today) return { term, value: words.todayAnd(due.day) };
    return due.late ? { term, value: `${due.day}, ${due.distance}`, late: true } : { term, value: due.day };
  };
  const next = nextStep(life);
  if (life.status.kind === 'closed') return [];
  if (life.status.kind === 'decided') return next.on === null ? [] : [deadline(words.closeBy, next.on)];
  const decide = decisionDue(life.process, life);
  return [
    ...(life.status.kind === 'waiting' ? [deadline(words.answerBy, life.status.due)] : []),
    ...(decide === null ? [] : [deadline(words.decideBy, decide)]),
    ...(about.person === null
      ? []
      : [
          {
            term: `${words.mayRequest}, ${words.mayRequestSource}`,
            value: formatDate(noonOf(mayRequestDecision(life.opened)), language),
          },
        ]),
  ];
}
