import type { VNode } from 'preact';
import {
  Actions,
  Alert,
  Button,
  Details,
  Form,
  Lines,
  Link,
  PageHead,
  Pagination,
  Radios,
  Section,
  Stack,
  Table,
  type Crumb,
} from '../../../../ui/index.ts';
import type { SheetsTexts } from '../../texts/sheets.ts';

export type TakenRow = {
  readonly n: number;
  readonly name: string;
  readonly note: string;
  readonly what: string;
  readonly edits: readonly string[];
  /** How cells were read, where that is not as they are written. */
  readonly readings: readonly string[];
};

export type FaultyRow = {
  readonly key: string;
  readonly n: number;
  readonly name: string;
  readonly column: string;
  readonly cell: string;
  readonly what: string;
};

export type StaleRow = {
  readonly name: string;
  readonly system: string;
  readonly edits: readonly string[];
};

export type LossView = {
  readonly from: string | null;
  readonly taken: readonly string[];
  readonly left: readonly string[];
  readonly changed: readonly string[];
};

export type SummaryView = {
  readonly words: SheetsTexts;
  readonly trail: readonly Crumb[];
  readonly about: string;
  readonly counts: readonly string[];
  readonly stale: readonly StaleRow[];
  readonly rows: readonly TakenRow[];
  readonly page: number;
  readonly pages: number;
  readonly pageTo: (page: number) => string;
  readonly faulty: readonly FaultyRow[];
  readonly moreFaults: number;
  readonly withoutFaults: boolean;
  readonly faultsTo: string;
  readonly answersTo: string;
  readonly takeTo: string;
  readonly removeTo: string;
  readonly columnsTo: string;
  readonly fingerprint: string;
  /** How many systems taking in would make or change. */
  readonly takes: number;
  /** Rows that can be taken in without what is wrong in them, and how many systems there then are. */
  readonly mendable: number;
  readonly total: number;
  readonly faultyRows: number;
  readonly nothing: string;
  readonly gone: { readonly count: number; readonly names: readonly string[] };
  readonly loss: LossView;
  /** Somebody changed something between the look and the press. */
  readonly seen: boolean;
};

/** What would happen, before anything does. */
export function SummaryPage(view: SummaryView): VNode {
  const { words, trail, about, counts, takes, seen } = view;
  return (
    <>
      <PageHead title={words.summaryTitle} trail={trail} summary={about} facts={counts} ruled />
      {seen ? <Alert tone="warning" title={words.seen} /> : null}
      <Stale view={view} />
      {takes === 0 ? <p>{view.nothing}</p> : null}
      {takes === 0 ? null : (
        <Form action={view.takeTo} hidden={{ avtryck: view.fingerprint }}>
          <Actions>
            <Button>{words.take(takes, view.faultyRows)}</Button>
            <Link to={view.columnsTo}>{words.seeColumns}</Link>
          </Actions>
        </Form>
      )}
      <Faulty view={view} />
      {view.rows.length === 0 ? null : (
        <Section title={words.caption}>
          {view.rows.some(({ readings }) => readings.length > 0) ? <p>{words.readingsLede}</p> : null}
          <Table<TakenRow>
            caption={words.caption}
            rows={view.rows}
            rowKey={({ n }) => String(n)}
            head="system"
            paper
            columns={[
              { id: 'row', title: words.row, narrow: true, labelled: true, cell: ({ n }) => n },
              {
                id: 'system',
                title: words.system,
                cell: ({ name, note }) => (note === '' ? name : <Lines note={note}>{name}</Lines>),
              },
              { id: 'what', title: words.what, cell: (row) => <What row={row} /> },
            ]}
          />
          <Pagination page={view.page} pages={view.pages} to={view.pageTo} />
        </Section>
      )}
      <Gone view={view} />
      <LossPart view={view} />
      <Form action={view.removeTo}>
        <Button kind="tertiary">{words.discard}</Button>
      </Form>
    </>
  );
}

function What({ row }: { readonly row: Pick<TakenRow, 'what' | 'edits' | 'readings'> }): VNode {
  return (
    <>
      {row.edits.length === 0 ? row.what : null}
      {row.edits.map((edit) => (
        <div key={edit}>{edit}</div>
      ))}
      {row.readings.map((reading) => (
        <div key={reading} class="k-meta">
          {reading}
        </div>
      ))}
    </>
  );
}

function Stale({ view }: { readonly view: SummaryView }): VNode | null {
  const { words, stale, answersTo } = view;
  if (stale.length === 0) return null;
  return (
    <Section title={words.staleTitle}>
      <p>{words.staleLede}</p>
      <Form action={answersTo} hidden={{ vad: 'andrade' }}>
        {stale.map(({ name, system, edits }) => (
          <Radios
            key={name}
            name={name}
            label={system}
            help={edits.join(' · ')}
            required
            options={[
              { value: 'behall', label: words.staleKeep },
              { value: 'ta', label: words.staleTake },
            ]}
            value="behall"
          />
        ))}
        <Actions>
          <Button kind="secondary">{words.staleSave}</Button>
        </Actions>
      </Form>
    </Section>
  );
}

function Faulty({ view }: { readonly view: SummaryView }): VNode | null {
  const { words, faulty, moreFaults, withoutFaults } = view;
  if (faulty.length === 0) return null;
  const title = withoutFaults ? words.faultsLeft : words.faultsTitle;
  return (
    <Section title={title} action={<Link to={view.faultsTo}>{words.download}</Link>}>
      <Stack>
        {withoutFaults ? null : <p>{words.faultsLede}</p>}
        <Table<FaultyRow>
          caption={title}
          rows={faulty}
          rowKey={({ key }) => key}
          head="system"
          columns={[
            { id: 'row', title: words.row, narrow: true, labelled: true, cell: ({ n }) => n },
            { id: 'system', title: words.system, cell: ({ name }) => name },
            {
              id: 'column',
              title: words.faultColumn,
              labelled: true,
              cell: ({ column, cell }) => (cell === '' ? column : <Lines note={cell}>{column}</Lines>),
            },
            { id: 'what', title: words.faultWhat, cell: ({ what }) => what },
          ]}
        />
        {moreFaults === 0 ? null : <p class="k-meta">{words.moreFaults(moreFaults)}</p>}
        {!withoutFaults && view.mendable === 0 ? null : (
          <Form action={view.answersTo} hidden={{ vad: 'fel', utan: withoutFaults ? 'nej' : 'ja' }}>
            <Button kind="secondary">
              {withoutFaults ? words.withFaults : words.without(view.mendable, view.total)}
            </Button>
          </Form>
        )}
      </Stack>
    </Section>
  );
}

function Gone({ view }: { readonly view: SummaryView }): VNode | null {
  const { words, gone } = view;
  if (gone.count === 0) return null;
  const more = gone.count - gone.names.length;
  return (
    <Details summary={words.goneTitle(gone.count)}>
      <p>{words.goneText}</p>
      <ul>
        {gone.names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      {more === 0 ? null : <p class="k-meta">{words.andMore(more)}</p>}
    </Details>
  );
}

function LossPart({ view }: { readonly view: SummaryView }): VNode | null {
  const { words, loss } = view;
  const parts = [
    [words.lossTaken, loss.taken],
    [words.lossChanged, loss.changed],
    [words.lossLeft, loss.left],
  ] as const;
  return (
    <Details summary={words.lossTitle} open={loss.from !== null}>
      {loss.from === null ? null : <p>{loss.from}</p>}
      {parts.map(([title, lines]) =>
        lines.length === 0 ? null : (
          <div key={title}>
            <h3>{title}</h3>
            <ul>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        ),
      )}
    </Details>
  );
}
