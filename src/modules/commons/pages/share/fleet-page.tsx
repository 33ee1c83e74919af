import type { VNode } from 'preact';
import { link, type Language } from '../../../../platform/http/index.ts';
import { formatDate, formatShortDate } from '../../../../platform/text/index.ts';
import {
  Alert,
  Button,
  ButtonLink,
  Columns,
  Details,
  EmptyState,
  Form,
  Legend,
  Lines,
  PageHead,
  Section,
  Table,
  Terms,
  TextInput,
  TileMap,
  type MapTile,
} from '../../../../ui/index.ts';
import { findTile, municipalities } from '../../../organisations/index.ts';
import * as addresses from '../../addresses.ts';
import type { PublicationHead } from '../../library/publications.ts';
import type { Fleet, FleetRow } from '../../model/fleet.ts';
import type { Variant } from '../../model/work.ts';
import { shareTexts } from '../../texts/share.ts';
import { trailTo } from '../trail.ts';
import { FleetFigures } from './figures.tsx';
import { OlderInUse } from './older-in-use.tsx';

export type FleetView = {
  readonly organisation: string;
  readonly work: string;
  readonly variant: Variant;
  readonly title: string;
  readonly fleet: Fleet;
  readonly publications: readonly PublicationHead[];
  readonly withdrawn: { readonly at: Date; readonly reason: string } | null;
  readonly names: ReadonlyMap<string, string>;
  readonly message: { readonly tone: 'good' | 'warning'; readonly text: string } | null;
  /** Others than designers read: they are shown no way that they may not go. */
  readonly mayChange: boolean;
  readonly language: Language;
};

function tilesOf({ organisation, fleet, language }: FleetView): readonly MapTile[] {
  const words = shareTexts(language).fleet;
  const rows = new Map(fleet.rows.map((row) => [row.organisation, row]));
  return municipalities.flatMap(({ id, name }): readonly MapTile[] => {
    const tile = findTile(id);
    if (tile === null) return [];
    const at = { id, column: tile.column, row: tile.row };
    if (id === organisation) return [{ ...at, state: 'owns', title: `${name}: ${words.legend.owns}` }];
    const row = rows.get(id);
    if (row === undefined) return [{ ...at, state: 'none', title: name }];
    const note = words.version(row.takenNumber).toLowerCase();
    return [{ ...at, state: row.behind === 0 ? 'newest' : 'older', title: `${name}: ${note}` }];
  });
}

function Rows({ view }: { readonly view: FleetView }): VNode {
  const { fleet, language } = view;
  const words = shareTexts(language).fleet;
  return (
    <Table<FleetRow>
      caption={words.table}
      rows={[...fleet.rows].toSorted((a, b) => b.behind - a.behind)}
      rowKey={(row) => row.organisation}
      columns={[
        {
          id: 'organisation',
          title: words.columns.organisation,
          cell: (row) => (
            <Lines note={words.since(formatShortDate(row.since, language))}>
              {view.names.get(row.organisation) ?? row.organisation}
            </Lines>
          ),
        },
        {
          id: 'version',
          title: words.columns.version,
          cell: (row) => (
            <Lines note={row.behind === 0 ? words.newest : words.behind(row.behind)}>
              {words.version(row.takenNumber)}
            </Lines>
          ),
        },
        {
          id: 'use',
          title: words.columns.use,
          cell: (row) => (row.inUse ? words.inUse : words.notInUse),
        },
        {
          id: 'own',
          title: words.columns.own,
          labelled: true,
          cell: (row) => row.changes ?? words.notShared,
        },
        { id: 'declined', title: words.columns.declined, labelled: true, cell: (row) => row.debt.declined },
      ]}
    />
  );
}

function Recurring({ view }: { readonly view: FleetView }): VNode {
  const { fleet, names, language } = view;
  const words = shareTexts(language).fleet;
  return (
    <Section title={words.recurring} note={fleet.recurring.length === 0 ? undefined : words.recurringWhat}>
      {fleet.recurring.length === 0 ? (
        <p>{words.recurringNone}</p>
      ) : (
        <Terms
          rows={fleet.recurring.map((change) => ({
            id: change.path,
            term: change.organisations.map((id) => names.get(id) ?? id).join(', '),
            text: (
              <>
                <p>{change.sentence}</p>
                <p class="k-meta">{change.equal ? words.same : words.different}</p>
              </>
            ),
          }))}
        />
      )}
    </Section>
  );
}

type Reasoned = {
  readonly view: FleetView;
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly what: string;
  readonly action: string;
  readonly hidden: Readonly<Record<string, number>>;
};

function WithReason({ id, title, why, what, action, hidden }: Reasoned): VNode {
  return (
    <Details summary={title}>
      <p class="k-meta">{what}</p>
      <Form action={action} hidden={hidden} class="k-form-tight">
        <TextInput name="reason" id={id} label={why} required maxLength={300} width="full" />
        <Button kind="secondary">{title}</Button>
      </Form>
    </Details>
  );
}

function Publications({ view }: { readonly view: FleetView }): VNode {
  const { organisation, work, publications, withdrawn, language } = view;
  const words = shareTexts(language).fleet;
  const at = { organisation, work };
  return (
    <Section title={words.versions}>
      <Terms
        rows={publications.map((one) => ({
          id: `version-${one.number}`,
          term: words.version(one.number),
          text: (
            <>
              <p>{one.message}</p>
              <p class="k-meta">
                {words.published(formatDate(one.publishedAt, language))}
                {one.offeredFrom > one.publishedAt &&
                  `. ${words.offered(formatDate(one.offeredFrom, language))}`}
              </p>
              {one.recalled === null && view.mayChange && (
                <WithReason
                  view={view}
                  id={`aterkalla-${one.number}`}
                  title={words.recall}
                  why={words.recallWhy}
                  what={words.recallWhat}
                  action={link(addresses.recall, at)}
                  hidden={{ number: one.number }}
                />
              )}
              {one.recalled !== null && (
                <p class="k-late">
                  {words.recalled(formatDate(one.recalled.at, language), one.recalled.reason)}
                </p>
              )}
            </>
          ),
        }))}
      />
      {withdrawn === null && view.mayChange && (
        <WithReason
          view={view}
          id="dra-tillbaka"
          title={words.withdraw}
          why={words.withdrawWhy}
          what={words.withdrawWhat}
          action={link(addresses.withdraw, at)}
          hidden={{}}
        />
      )}
    </Section>
  );
}

function Spread({ view }: { readonly view: FleetView }): VNode {
  const { fleet, language } = view;
  const words = shareTexts(language).fleet;
  return (
    <>
      <Columns
        kind="map-small"
        aside={<TileMap tiles={tilesOf(view)} label={words.map(fleet.rows.length)} />}
      >
        <Legend
          items={[
            { kind: 'map', state: 'owns', word: words.legend.owns },
            { kind: 'map', state: 'newest', word: words.legend.newest },
            { kind: 'map', state: 'older', word: words.legend.older },
          ]}
        />
        {fleet.rows.length > 0 && <Rows view={view} />}
      </Columns>
      <FleetFigures measures={fleet.measures} rows={fleet.rows} names={view.names} language={language} />
      <Recurring view={view} />
      <Publications view={view} />
    </>
  );
}

/** Who runs which version of a work, and what its owner can do about it. */
export function FleetPage({ view }: { readonly view: FleetView }): VNode {
  const { organisation, work, fleet, withdrawn, message, language } = view;
  const words = shareTexts(language).fleet;
  const at = { organisation, work };
  const publish = view.mayChange ? (
    <ButtonLink to={link(addresses.publish, at)}>{words.publish}</ButtonLink>
  ) : null;
  return (
    <>
      <PageHead
        title={words.title(view.title)}
        trail={trailTo({ ...at, title: view.title, language }, { title: words.crumb })}
        summary={view.publications.length === 0 ? undefined : words.summary(fleet.rows.length, fleet.latest)}
        {...(view.publications.length === 0 ? {} : { aside: publish })}
      />
      {message !== null && <Alert tone={message.tone} title={message.text} />}
      {view.mayChange && view.publications.length > 0 && (
        <OlderInUse variant={view.variant} language={language} />
      )}
      {withdrawn !== null && (
        <Alert tone="warning" title={words.withdrawn(formatDate(withdrawn.at, language), withdrawn.reason)} />
      )}
      {view.publications.length === 0 ? (
        <EmptyState title={words.unpublished} actions={publish} />
      ) : (
        <Spread view={view} />
      )}
    </>
  );
}
