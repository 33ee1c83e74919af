import type { VNode } from 'preact';
import { Actions, ButtonLink, CodeBlock, Link, Section, Table, Tag } from '../../../../ui/index.ts';
import type { ConnectionTexts } from '../../texts/connections.ts';
import { OwnPage, type Shell } from '../own/shell.tsx';

/** An address for a program, with what it gives. */
export type AddressRow = { readonly id: string; readonly address: string; readonly gives: string };

export type WebhookRow = {
  readonly id: string;
  readonly to: string;
  /** Without the scheme, which all share. */
  readonly place: string;
  readonly kinds: string;
  readonly resting: boolean;
};

/** Something that is saved in one of several forms. */
export type FileRow = {
  readonly id: string;
  readonly title: string;
  readonly links: readonly { readonly title: string; readonly to: string }[];
};

export type ConnectionsView = {
  readonly shell: Shell;
  readonly words: ConnectionTexts;
  readonly api: readonly AddressRow[];
  readonly feeds: readonly AddressRow[];
  /** A command that can be copied as it stands. */
  readonly example: string;
  /** What all addresses begin with, said. */
  readonly base: string;
  /** Where whoever may gives programs keys; null for others. */
  readonly keysTo: string | null;
  /** How to try without a key, in demo mode. */
  readonly token: string | null;
  readonly webhooks: readonly WebhookRow[];
  /** Null for those who may not. */
  readonly addTo: string | null;
  readonly files: readonly FileRow[];
};

/** How other programs read the register, follow it and are told of it. */
export function ConnectionsPage(view: ConnectionsView): VNode {
  const { words } = view;
  return (
    <OwnPage shell={view.shell}>
      <Section title={words.api.title} id="api">
        <p>{words.api.text}</p>
        <p class="k-meta">{view.base}</p>
        <Addresses view={view} caption={words.api.caption} rows={view.api} />
        <h3 class="systems-code-title">{words.api.example}</h3>
        <CodeBlock>{view.example}</CodeBlock>
        {view.token === null ? null : <p class="k-meta">{view.token}</p>}
        {view.keysTo === null ? (
          <p class="k-meta">{words.api.askAdmin}</p>
        ) : (
          <Actions>
            <ButtonLink to={view.keysTo} kind="secondary">
              {words.api.key}
            </ButtonLink>
          </Actions>
        )}
      </Section>
      <Section title={words.feed.title} id="floden">
        <p>{words.feed.text}</p>
        <Addresses view={view} caption={words.feed.caption} rows={view.feeds} />
      </Section>
      <Section title={words.hooks.title} id="webhooks">
        <p>{words.hooks.text}</p>
        {view.webhooks.length === 0 ? <p>{words.hooks.none}</p> : <Webhooks view={view} />}
        {view.addTo === null ? (
          <p class="k-meta">{words.hooks.forRegistrars}</p>
        ) : (
          <Actions>
            <ButtonLink to={view.addTo} kind="secondary">
              {words.hooks.add}
            </ButtonLink>
          </Actions>
        )}
      </Section>
      <Section title={words.files.title} id="filer">
        <Table<FileRow>
          caption={words.files.title}
          rows={view.files}
          rowKey={({ id }) => id}
          columns={[
            { id: 'title', title: words.files.content, cell: ({ title }) => title },
            {
              id: 'links',
              title: words.files.as,
              labelled: true,
              cell: ({ title, links }) =>
                links.map((one, at) => (
                  <>
                    {at > 0 && ', '}
                    <Link to={one.to} label={`${title}, ${one.title}`}>
                      {one.title}
                    </Link>
                  </>
                )),
            },
          ]}
        />
      </Section>
    </OwnPage>
  );
}

function Addresses({
  view: { words },
  caption,
  rows,
}: {
  readonly view: ConnectionsView;
  readonly caption: string;
  readonly rows: readonly AddressRow[];
}): VNode {
  return (
    <Table<AddressRow>
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { id: 'gives', title: words.api.gives, cell: ({ gives }) => gives },
        {
          id: 'address',
          title: words.api.address,
          labelled: true,
          cell: ({ address }) => <code class="systems-address">{address}</code>,
        },
      ]}
    />
  );
}

function Webhooks({ view: { words, webhooks } }: { readonly view: ConnectionsView }): VNode {
  const { hooks } = words;
  return (
    <Table<WebhookRow>
      caption={hooks.caption}
      rows={webhooks}
      rowKey={({ id }) => id}
      columns={[
        { id: 'address', title: hooks.address, cell: ({ to, place }) => <Link to={to}>{place}</Link> },
        { id: 'kinds', title: hooks.kinds, labelled: true, cell: ({ kinds }) => kinds },
        {
          id: 'state',
          title: hooks.state,
          labelled: true,
          cell: ({ resting }) => (
            <Tag tone={resting ? 'warning' : 'good'}>{resting ? hooks.resting : hooks.awake}</Tag>
          ),
        },
      ]}
    />
  );
}
