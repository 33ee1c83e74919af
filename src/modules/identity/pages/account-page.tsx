import type { VNode } from 'preact';
import type { Language, Mandate } from '../../../platform/http/index.ts';
import { formatDay, formatTime } from '../../../platform/text/index.ts';
import { Actions, Button, Form, PageHead, Section, Stack, Table } from '../../../ui/index.ts';
import type { ReadRow } from '../reads/store.ts';
import type { SessionRow } from '../sessions/store.ts';
import { texts } from '../texts/index.ts';

export type AccountView = {
  readonly language: Language;
  readonly name: string;
  readonly mandates: readonly (Mandate & { readonly organisationName: string })[];
  readonly workingFor: string | null;
  readonly sessions: readonly SessionRow[];
  readonly reads: readonly (ReadRow & { readonly organisationName: string })[];
  /** Where the form that ends every session is sent. */
  readonly everywhere: string;
};

type Props = { readonly view: AccountView };

function moment(at: Date, language: Language): string {
  return `${formatDay(at, language)}, ${formatTime(at, language)}`;
}

function Change({ view, mandate }: Props & { readonly mandate: AccountView['mandates'][number] }): VNode {
  const words = texts(view.language).account;
  if (mandate.organisation === view.workingFor) return <span class="k-meta">{words.now}</span>;
  return (
    <Form
      action="/byt-organisation"
      class="k-form-inline"
      hidden={{ organisation: mandate.organisation, till: '/konto' }}
    >
      <button class="k-as-link" type="submit">
        {words.change(mandate.organisationName)}
      </button>
    </Form>
  );
}

function Roles({ view }: Props): VNode {
  const { account: words, roles } = texts(view.language);
  if (view.mandates.length === 0) return <p>{words.noRoles}</p>;
  return (
    <Table
      caption={words.rolesCaption}
      rows={view.mandates}
      rowKey={({ organisation, role, unit }) => `${organisation} ${role} ${unit ?? ''}`}
      columns={[
        { id: 'organisation', title: words.organisation, cell: ({ organisationName }) => organisationName },
        { id: 'role', title: words.role, cell: ({ role }) => roles[role] },
        { id: 'unit', title: words.unit, cell: ({ unit }) => unit ?? words.wholeOrganisation },
        {
          id: 'change',
          title: words.changeTitle,
          hiddenTitle: true,
          cell: (mandate) => <Change view={view} mandate={mandate} />,
        },
      ]}
    />
  );
}

function Sessions({ view }: Props): VNode {
  const words = texts(view.language).account;
  const { sessions, language } = view;
  return (
    <Stack>
      <p>{sessions.length === 1 ? words.oneSession : words.sessionsNote(sessions.length)}</p>
      <Table
        caption={words.sessionsCaption}
        rows={sessions}
        rowKey={({ id }) => id}
        columns={[
          { id: 'seen', title: words.seen, cell: ({ lastSeenAt }) => moment(lastSeenAt, language) },
          { id: 'begun', title: words.begun, cell: ({ createdAt }) => moment(createdAt, language) },
        ]}
      />
      <p class="k-meta">{words.everywhereNote}</p>
      <Actions>
        <Form action="/logga-ut">
          <Button kind="secondary">{words.signOut}</Button>
        </Form>
        <Form action={view.everywhere}>
          <Button kind="secondary">{words.signOutEverywhere}</Button>
        </Form>
      </Actions>
    </Stack>
  );
}

function Reads({ view }: Props): VNode {
  const words = texts(view.language).account;
  if (view.reads.length === 0) return <p>{words.noReads}</p>;
  const acts = new Map<string, string>(Object.entries(words.acts));
  return (
    <Table
      caption={words.readsCaption}
      rows={view.reads}
      rowKey={({ id }) => id}
      columns={[
        { id: 'when', title: words.when, cell: ({ at }) => moment(at, view.language) },
        { id: 'who', title: words.who, cell: ({ reader }) => reader ?? words.somebody },
        { id: 'organisation', title: words.organisation, cell: ({ organisationName }) => organisationName },
        { id: 'what', title: words.what, cell: ({ act }) => acts.get(act) ?? words.acts.other },
      ]}
    />
  );
}

/** What Kommons knows of the person's own sign-ins and roles, and who has read about the person. */
export function AccountPage({ view }: Props): VNode {
  const words = texts(view.language).account;
  return (
    <Stack loose>
      <PageHead title={words.title} lede={words.lede(view.name)} />
      <Section title={words.roles}>
        <Roles view={view} />
      </Section>
      <Section title={words.sessions}>
        <Sessions view={view} />
      </Section>
      <Section title={words.reads}>
        <Reads view={view} />
      </Section>
    </Stack>
  );
}
