import type { VNode } from 'preact';
import {
  Alert,
  Button,
  EmptyState,
  ErrorSummary,
  Form,
  Lines,
  Link,
  PageHead,
  Pagination,
  Section,
  Stack,
  Table,
  Tag,
  Textarea,
  type Crumb,
} from '../../../../ui/index.ts';
import type { EverybodyTexts } from '../../texts/everybody.ts';
import { RegisterPage, type SideNav } from '../register-page.tsx';

export type QuestionLine = {
  readonly id: string;
  readonly to: string;
  readonly about: string;
  readonly text: string;
  readonly who: string;
  readonly state: 'toAnswer' | 'waiting' | 'answered';
  readonly when: string;
};

export type QuestionsView = {
  readonly words: EverybodyTexts;
  readonly nav: SideNav;
  readonly rows: readonly QuestionLine[];
  readonly page: number;
  readonly pages: number;
  readonly pageTo: (page: number) => string;
};

/** Questions asked and to be answered. */
export function QuestionsPage(view: QuestionsView): VNode {
  const { questions } = view.words;
  const { columns } = questions;
  return (
    <RegisterPage nav={view.nav} head={{ title: questions.title, summary: questions.summary }}>
      {view.rows.length === 0 ? (
        <EmptyState title={questions.none}>
          <p>{questions.noneWhat}</p>
        </EmptyState>
      ) : (
        <Table<QuestionLine>
          caption={questions.caption}
          rows={view.rows}
          rowKey={({ id }) => id}
          paper
          columns={[
            {
              id: 'about',
              title: columns.about,
              cell: (row) => (
                <Lines strong={row.state === 'toAnswer'} note={row.text}>
                  <Link to={row.to}>{row.about}</Link>
                </Lines>
              ),
            },
            { id: 'who', title: columns.who, cell: ({ who }) => who },
            {
              id: 'state',
              title: columns.state,
              cell: ({ state }) => (
                <Tag tone={state === 'toAnswer' ? 'warning' : 'plain'}>{questions.states[state]}</Tag>
              ),
            },
            { id: 'when', title: columns.when, cell: ({ when }) => when },
          ]}
        />
      )}
      <Pagination page={view.page} pages={view.pages} to={view.pageTo} />
    </RegisterPage>
  );
}

export type AskView = {
  readonly words: EverybodyTexts;
  readonly title: string;
  readonly trail: readonly Crumb[];
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly to: readonly string[];
  readonly text: string;
  readonly problem: string | null;
};

/** One question to those who are shown as the ones to ask. */
export function AskPage(view: AskView): VNode {
  const { make } = view.words.questions;
  return (
    <Stack>
      {view.problem === null ? null : <ErrorSummary problems={[{ field: 'text', message: view.problem }]} />}
      <PageHead title={view.title} trail={view.trail} />
      <Section title={make.to} plain>
        <ul>
          {view.to.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </Section>
      <Form action={view.action} hidden={view.hidden}>
        <Textarea
          name="text"
          label={make.text}
          help={make.textHelp}
          value={view.text}
          maxLength={2000}
          required
          {...(view.problem === null ? {} : { error: view.problem })}
        />
        <Button>{make.send}</Button>
      </Form>
    </Stack>
  );
}

export type QuestionView = {
  readonly words: EverybodyTexts;
  readonly title: string;
  readonly trail: readonly Crumb[];
  readonly who: string;
  readonly asked: string;
  readonly text: string;
  readonly answer: { readonly head: string; readonly text: string } | null;
  readonly sent: boolean;
  /** Where to answer; null for whoever asked. */
  readonly action: string | null;
  readonly usage: string | null;
  readonly typed: string;
  readonly problem: string | null;
};

/** A question with its answer, or the place to answer it. */
export function QuestionPage(view: QuestionView): VNode {
  const { show } = view.words.questions;
  return (
    <Stack>
      {view.problem === null ? null : <ErrorSummary problems={[{ field: 'svar', message: view.problem }]} />}
      <PageHead title={view.title} trail={view.trail} summary={view.who} ruled />
      {view.sent ? <Alert tone="good" title={show.sent} /> : null}
      <Section title={view.asked} plain>
        <p class="k-serif">{view.text}</p>
        {view.usage === null ? null : (
          <p>
            <Link to={view.usage}>{show.system}</Link>
          </p>
        )}
      </Section>
      {view.answer === null ? null : (
        <Section title={view.answer.head}>
          <p class="k-serif">{view.answer.text}</p>
        </Section>
      )}
      {view.answer !== null ? null : view.action === null ? (
        <p>{show.waiting}</p>
      ) : (
        <Form action={view.action}>
          <Textarea
            name="svar"
            label={show.answer}
            value={view.typed}
            maxLength={4000}
            required
            {...(view.problem === null ? {} : { error: view.problem })}
          />
          <Button>{show.send}</Button>
        </Form>
      )}
    </Stack>
  );
}
