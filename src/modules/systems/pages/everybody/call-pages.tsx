import type { VNode } from 'preact';
import {
  Alert,
  Button,
  ButtonLink,
  Facts,
  Form,
  Lines,
  Link,
  LinkList,
  PageHead,
  Pagination,
  Radios,
  Section,
  Stack,
  Table,
  Textarea,
  TextInput,
  type Crumb,
  type Fact,
  type LinkListItem,
} from '../../../../ui/index.ts';
import type { EverybodyTexts } from '../../texts/everybody.ts';
import { RegisterPage, type SideNav } from '../register-page.tsx';

export type CallsView = {
  readonly words: EverybodyTexts;
  readonly nav: SideNav;
  readonly received: readonly LinkListItem[];
  readonly begun: readonly LinkListItem[];
  readonly horizon: string;
  /** Where a call is begun; null for those who may not. */
  readonly begin: string | null;
  readonly page: number;
  readonly pages: number;
  readonly pageTo: (page: number) => string;
};

/** Calls that one is invited to and those that one leads. */
export function CallsPage(view: CallsView): VNode {
  const { calls } = view.words;
  return (
    <RegisterPage
      nav={view.nav}
      head={{
        title: calls.title,
        summary: calls.summary,
        ...(view.begin === null
          ? {}
          : { aside: <ButtonLink to={view.begin}>{calls.make.title}</ButtonLink> }),
      }}
    >
      <Section title={calls.received} plain>
        {view.received.length === 0 ? <p>{calls.noneReceived}</p> : <LinkList items={view.received} ruled />}
      </Section>
      <Section title={calls.begun}>
        {view.begun.length === 0 ? (
          <p>
            {calls.noneBegun} <Link to={view.horizon}>{calls.toHorizon}</Link>
          </p>
        ) : (
          <LinkList items={view.begun} ruled />
        )}
      </Section>
      <Pagination page={view.page} pages={view.pages} to={view.pageTo} />
    </RegisterPage>
  );
}

export type AnswerLine = {
  readonly organisation: string;
  readonly answer: string;
  readonly given: boolean;
  readonly volume: string;
  readonly words: string;
  readonly when: string;
};

export type CallAnswering = {
  readonly action: string;
  readonly answer: string | undefined;
  readonly volume: string;
  readonly words: string;
  readonly problem: string | null;
};

export type CallView = {
  readonly words: EverybodyTexts;
  readonly title: string;
  readonly trail: readonly Crumb[];
  readonly text: string;
  readonly facts: readonly Fact[];
  readonly done: string | null;
  readonly ended: string | null;
  /** What all have answered, for the lead. */
  readonly answers: {
    readonly tally: string;
    readonly rows: readonly AnswerLine[];
    readonly page: number;
    readonly pages: number;
    readonly pageTo: (page: number) => string;
  } | null;
  /** Where the lead ends it; null where it is ended or somebody else's. */
  readonly end: string | null;
  /** For those who are invited: the place to answer, or why there is none. */
  readonly answering: CallAnswering | null;
  readonly cannot: string | null;
};

function AnswerTable({
  words,
  rows,
}: {
  readonly words: EverybodyTexts;
  readonly rows: readonly AnswerLine[];
}): VNode {
  const { columns, caption } = words.calls.show;
  return (
    <Table<AnswerLine>
      caption={caption}
      rows={rows}
      rowKey={({ organisation }) => organisation}
      columns={[
        { id: 'organisation', title: columns.organisation, cell: ({ organisation }) => organisation },
        {
          id: 'answer',
          title: columns.answer,
          cell: (row) => <Lines strong={row.given}>{row.answer}</Lines>,
        },
        { id: 'volume', title: columns.volume, cell: ({ volume }) => volume },
        { id: 'words', title: columns.words, cell: (row) => row.words },
        { id: 'when', title: columns.when, cell: ({ when }) => when },
      ]}
    />
  );
}

function AnswerForm({
  words,
  form,
}: {
  readonly words: EverybodyTexts;
  readonly form: CallAnswering;
}): VNode {
  const { show, answers } = words.calls;
  return (
    <Form action={form.action}>
      <Radios
        name="svar"
        label={show.yours}
        required
        value={form.answer}
        options={(['yes', 'perhaps', 'no'] as const).map((value) => ({ value, label: answers[value] }))}
        {...(form.problem === null ? {} : { error: form.problem })}
      />
      <TextInput
        name="omfattning"
        label={show.volume}
        help={show.volumeHelp}
        value={form.volume}
        maxLength={200}
      />
      <Textarea name="kommentar" label={show.words} value={form.words} rows={3} maxLength={2000} />
      <Button>{show.send}</Button>
      <p class="k-meta">{show.change}</p>
    </Form>
  );
}

/** A call to join: for the lead with all answers, for the invited with their own. */
export function CallPage(view: CallView): VNode {
  const { words } = view;
  const { show } = words.calls;
  return (
    <Stack loose>
      <PageHead title={view.title} trail={view.trail} ruled />
      {view.done === null ? null : <Alert tone="good" title={view.done} />}
      {view.ended === null ? null : <Alert tone="info" title={view.ended} />}
      <p class="k-serif">{view.text}</p>
      <Facts facts={view.facts} />
      {view.answers === null ? null : (
        <Section title={show.answersTitle} note={view.answers.tally}>
          <AnswerTable words={words} rows={view.answers.rows} />
          <Pagination page={view.answers.page} pages={view.answers.pages} to={view.answers.pageTo} />
        </Section>
      )}
      {view.answering === null ? null : <AnswerForm words={words} form={view.answering} />}
      {view.cannot === null ? null : <p>{view.cannot}</p>}
      {view.end === null ? null : (
        <Form action={view.end}>
          <p>{show.endWhat}</p>
          <Button kind="secondary">{show.end}</Button>
        </Form>
      )}
    </Stack>
  );
}
