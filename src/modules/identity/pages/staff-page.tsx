import type { VNode } from 'preact';
import type { Language } from '../../../platform/http/index.ts';
import { formatDate } from '../../../platform/text/index.ts';
import {
  Actions,
  Alert,
  Button,
  ErrorSummary,
  Form,
  PageHead,
  Section,
  Select,
  Stack,
  Table,
  TextInput,
} from '../../../ui/index.ts';
import { SettingsColumns } from '../../organisations/index.ts';
import type { MandateRow } from '../people/mandates.ts';
import { rolesAt, type StaffForm, type StaffProblem } from '../people/staff-form.ts';
import { texts } from '../texts/index.ts';

export type StaffView = {
  readonly organisation: string;
  readonly language: Language;
  /** The organisation is a supplier: there is one role, and no units. */
  readonly supplies: boolean;
  readonly rows: readonly MandateRow[];
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly typed: StaffForm;
  readonly problems: readonly StaffProblem[];
  readonly note: 'given' | 'ended' | 'last-admin' | 'not-held' | null;
  readonly giveTo: string;
  readonly endAt: string;
};

type Props = { readonly view: StaffView };

const wordsOf = ({ language, supplies }: Pick<StaffView, 'language' | 'supplies'>) => {
  const { staff, colleagues } = texts(language);
  return supplies ? { ...staff, ...colleagues } : staff;
};

function messageOf(language: Language, { kind }: StaffProblem): string {
  const words = texts(language).staff;
  switch (kind) {
    case 'unreadable':
      return words.badWho;
    case 'wrong-number':
      return words.badNumber;
    case 'no-role':
      return words.badRole;
  }
}

function Note({ view }: Props): VNode | null {
  const words = wordsOf(view);
  switch (view.note) {
    case null:
      return null;
    case 'given':
      return <Alert tone="good" title={words.given} />;
    case 'ended':
      return <Alert tone="good" title={words.ended} />;
    case 'last-admin':
      return <Alert tone="wrong" title={words.lastAdmin} />;
    case 'not-held':
      return <Alert tone="info" title={words.notHeld} />;
  }
}

function End({ view, row }: Props & { readonly row: MandateRow }): VNode {
  const words = wordsOf(view);
  return (
    <Form
      action={view.endAt}
      class="k-form-inline"
      hidden={{ person: row.person, role: row.role, unit: row.unit ?? '' }}
    >
      <button class="k-as-link" type="submit">
        {words.end}
        <span class="k-hidden"> {words.endOf(row.label)}</span>
      </button>
    </Form>
  );
}

function List({ view }: Props): VNode {
  const { roles, account } = texts(view.language);
  const words = wordsOf(view);
  const units = new Map(view.units.map(({ id, name }) => [id, name]));
  return (
    <Table
      caption={words.caption}
      rows={view.rows}
      rowKey={({ person, role, unit }) => `${person} ${role} ${unit ?? ''}`}
      paper
      columns={[
        { id: 'person', title: words.person, cell: ({ label }) => label },
        ...(view.supplies
          ? []
          : [
              {
                id: 'role',
                title: account.role,
                cell: ({ role }: MandateRow) => roles[role],
              },
              {
                id: 'unit',
                title: account.unit,
                cell: ({ unit }: MandateRow) =>
                  unit === null ? account.wholeOrganisation : (units.get(unit) ?? unit),
              },
            ]),
        { id: 'since', title: words.since, cell: ({ from }) => formatDate(from, view.language) },
        { id: 'end', title: words.endTitle, hiddenTitle: true, cell: (row) => <End view={view} row={row} /> },
      ]}
    />
  );
}

function Give({ view }: Props): VNode {
  const { account, roles } = texts(view.language);
  const words = wordsOf(view);
  const { typed, problems, language, units, supplies } = view;
  const [only] = rolesAt(supplies);
  const errorOf = (field: StaffProblem['field']) => {
    const problem = problems.find((one) => one.field === field);
    return problem === undefined ? {} : { error: messageOf(language, problem) };
  };
  return (
    <Form action={view.giveTo} hidden={supplies && only !== undefined ? { role: only } : {}}>
      <TextInput
        name="who"
        label={words.who}
        help={words.whoHelp}
        value={typed.who}
        width="full"
        required
        {...errorOf('who')}
      />
      {supplies ? null : (
        <Select
          name="role"
          label={account.role}
          options={rolesAt(supplies).map((role) => ({ value: role, label: roles[role] }))}
          value={typed.role}
          empty={words.chooseRole}
          required
          {...errorOf('role')}
        />
      )}
      {units.length === 0 ? null : (
        <Select
          name="unit"
          label={account.unit}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          value={typed.unit}
          empty={account.wholeOrganisation}
          required
        />
      )}
      <TextInput name="label" label={words.label} help={words.labelHelp} value={typed.label} width="full" />
      <Actions>
        <Button>{words.submit}</Button>
      </Actions>
    </Form>
  );
}

/** Who has which role in the organisation, and how to give and end one. */
export function StaffPage({ view }: Props): VNode {
  const words = wordsOf(view);
  const problems = view.problems.map((problem) => ({
    field: problem.field,
    message: messageOf(view.language, problem),
  }));
  const content = (
    <>
      <ErrorSummary problems={problems} />
      <PageHead title={words.title} lede={words.lede} />
      <Note view={view} />
      <List view={view} />
      <Section title={words.give} note={words.giveNote}>
        <Give view={view} />
      </Section>
    </>
  );
  if (view.supplies) return <Stack loose>{content}</Stack>;
  return (
    <SettingsColumns organisation={view.organisation} current="roles">
      {content}
    </SettingsColumns>
  );
}
