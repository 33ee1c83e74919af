import type { VNode } from 'preact';
import type { Language } from '../../../platform/http/index.ts';
import { formatDate } from '../../../platform/text/index.ts';
import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  CodeBlock,
  ErrorSummary,
  Form,
  Lines,
  Link,
  PageHead,
  Radios,
  Section,
  Select,
  Table,
  Tag,
  TextInput,
} from '../../../ui/index.ts';
import { SettingsColumns } from '../../organisations/index.ts';
import { lives, programRoles, type ProgramForm, type ProgramProblem } from '../programs/program.ts';
import type { Program } from '../programs/store.ts';
import { texts } from '../texts/index.ts';

export type ProgramsView = {
  readonly organisation: string;
  readonly language: Language;
  readonly now: Date;
  readonly rows: readonly Program[];
  readonly typed: ProgramForm;
  readonly problems: readonly ProgramProblem[];
  /** The name of a program that was ended just now; '' where it had ended already. */
  readonly ended: string | null;
  readonly addTo: string;
  readonly endAt: string;
};

type Props = { readonly view: ProgramsView };

const soon = 30 * 24 * 60 * 60_000;

function Until({ view: { now, language }, row }: Props & { readonly row: Program }): VNode {
  const { programs } = texts(language);
  const left = row.expiresAt.getTime() - now.getTime();
  const mark = left <= 0 ? programs.over : left <= soon ? programs.soon : null;
  return (
    <>
      {formatDate(row.expiresAt, language)}{' '}
      {mark === null ? null : <Tag tone={left <= 0 ? 'wrong' : 'warning'}>{mark}</Tag>}
    </>
  );
}

function List({ view }: Props): VNode {
  const { roles, programs: words } = texts(view.language);
  if (view.rows.length === 0) return <p>{words.none}</p>;
  return (
    <Table
      caption={words.caption}
      rows={view.rows}
      rowKey={({ id }) => id}
      paper
      columns={[
        { id: 'name', title: words.program, cell: ({ name }) => name },
        {
          id: 'may',
          title: words.may,
          cell: ({ role, mayWrite }) => (
            <Lines note={mayWrite ? words.writes : words.reads}>{roles[role]}</Lines>
          ),
        },
        {
          id: 'used',
          title: words.used,
          labelled: true,
          cell: ({ usedAt }) => (usedAt === null ? words.never : formatDate(usedAt, view.language)),
        },
        { id: 'until', title: words.until, labelled: true, cell: (row) => <Until view={view} row={row} /> },
        {
          id: 'end',
          title: words.endTitle,
          hiddenTitle: true,
          cell: ({ id, name }) => (
            <Form action={view.endAt} class="k-form-inline" hidden={{ id }}>
              <button class="k-as-link" type="submit">
                {words.end}
                <span class="k-hidden"> {name}</span>
              </button>
            </Form>
          ),
        },
      ]}
    />
  );
}

function Add({ view }: Props): VNode {
  const { roles, programs: words } = texts(view.language);
  const { typed, problems } = view;
  const errorOf = (field: ProgramProblem['field']) => {
    const problem = problems.find((one) => one.field === field);
    return problem === undefined ? {} : { error: words.problems[problem.kind] };
  };
  return (
    <Form action={view.addTo}>
      <TextInput
        name="name"
        label={words.name}
        help={words.nameHelp}
        value={typed.name}
        required
        {...errorOf('name')}
      />
      <Radios
        name="role"
        label={words.role}
        options={programRoles.map((role) => ({
          value: role,
          label: roles[role],
          help: words.roleHelp[role],
        }))}
        value={typed.role}
        required
        {...errorOf('role')}
      />
      <Radios
        name="may"
        label={words.mayWhat}
        options={[
          { value: 'read', label: words.reads, help: words.readsHelp },
          { value: 'write', label: words.writes },
        ]}
        value={typed.may}
        required
      />
      <Select
        name="days"
        label={words.days}
        help={words.daysHelp}
        options={lives.map((days) => ({ value: days, label: words.life[days] }))}
        value={typed.days}
        required
      />
      <Actions>
        <Button>{words.add}</Button>
      </Actions>
    </Form>
  );
}

/** Which programs ask and change for the organisation, and how to let one in and end it. */
export function ProgramsPage({ view }: Props): VNode {
  const { programs: words } = texts(view.language);
  const problems = view.problems.map(({ field, kind }) => ({ field, message: words.problems[kind] }));
  return (
    <SettingsColumns organisation={view.organisation} current="programs">
      <ErrorSummary problems={problems} />
      <PageHead title={words.title} lede={words.lede} />
      {view.ended === null ? null : (
        <Alert tone="good" title={view.ended === '' ? words.wasEnded : words.ended(view.ended)} />
      )}
      <List view={view} />
      <Section title={words.letIn} note={words.letInNote}>
        <Add view={view} />
      </Section>
    </SettingsColumns>
  );
}

export type KeyView = {
  readonly organisation: string;
  readonly language: Language;
  readonly name: string;
  readonly key: string;
  readonly until: Date;
  /** A command that can be copied as it stands. */
  readonly example: string;
  /** Where a program with the key begins. */
  readonly addresses: readonly string[];
  /** Where every address is described, for programs. */
  readonly described: string;
  /** Files and feeds of the register, for whom it is; null for others. */
  readonly connections: string | null;
  readonly backTo: string;
};

/** The key, this once. */
export function KeyPage({ view }: { readonly view: KeyView }): VNode {
  const { programs: words } = texts(view.language);
  return (
    <SettingsColumns organisation={view.organisation} current="programs">
      <PageHead
        title={words.keyTitle(view.name)}
        lede={words.keyLede(formatDate(view.until, view.language))}
      />
      <Alert tone="warning" title={words.saveNow}>
        <p>{words.once}</p>
      </Alert>
      <CodeBlock>{view.key}</CodeBlock>
      <Section title={words.example}>
        <CodeBlock>{view.example}</CodeBlock>
      </Section>
      <Section title={words.addresses}>
        <CodeBlock>{view.addresses.join('\n')}</CodeBlock>
        <p>
          <Link to={view.described}>{words.described}</Link>
        </p>
        {view.connections === null ? null : (
          <p>
            <Link to={view.connections}>{words.connections}</Link>
          </p>
        )}
      </Section>
      <p>
        <ButtonLink to={view.backTo}>{words.back}</ButtonLink>
      </p>
    </SettingsColumns>
  );
}
