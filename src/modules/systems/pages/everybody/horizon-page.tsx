import type { VNode } from 'preact';
import {
  ButtonLink,
  Chips,
  Details,
  EmptyState,
  ExampleNote,
  Lines,
  Link,
  Pagination,
  Paper,
  Section,
  Table,
  type Chip,
} from '../../../../ui/index.ts';
import type { EverybodyTexts } from '../../texts/everybody.ts';
import { RegisterPage, type SideNav } from '../register-page.tsx';
import { HorizonChart, type Chart } from './horizon-chart.tsx';

export type HorizonLine = {
  readonly key: string;
  readonly organisation: string;
  readonly own: boolean;
  readonly product: string;
  readonly productTo: string;
  readonly notice: string;
  readonly ends: string;
  /** That the day of notice has passed. */
  readonly late: boolean;
  /** How long it can be extended; null where it cannot. */
  readonly longer: string | null;
  /** Where a call begins, with the others whose contracts about it end; null where there are none, or for those who may not. */
  readonly invite: string | null;
};

export type HorizonView = {
  readonly words: EverybodyTexts;
  readonly title: string;
  readonly nav: SideNav;
  readonly summary: string;
  readonly invite: string | null;
  readonly chips: readonly Chip[];
  /** Sentences about products that many have contracts about which end soon. */
  readonly leaving: readonly {
    readonly id: string;
    readonly says: string;
    readonly to: string;
    readonly product: string;
    readonly invite: string | null;
  }[];
  readonly chart: Chart;
  readonly rows: readonly HorizonLine[];
  readonly example: boolean;
  readonly page: number;
  readonly pages: number;
  readonly pageTo: (page: number) => string;
};

function Key({ words }: { readonly words: EverybodyTexts }): VNode {
  const { legend } = words.horizon;
  const signs = [
    { id: 'bar', word: legend.runs },
    { id: 'longer', word: legend.extends },
    { id: 'notice', word: legend.notice },
    { id: 'window', word: legend.window },
  ] as const;
  return (
    <ul class="k-legend">
      {signs.map(({ id, word }) => (
        <li key={id}>
          <svg class="horizon-key" viewBox="0 0 26 12" aria-hidden="true" focusable="false">
            <Sign id={id} />
          </svg>
          {word}
        </li>
      ))}
    </ul>
  );
}

function Sign({ id }: { readonly id: 'bar' | 'longer' | 'notice' | 'window' }): VNode {
  switch (id) {
    case 'bar':
      return <rect class="horizon-bar" x="0" y="1" width="26" height="10" />;
    case 'longer':
      return (
        <>
          <rect class="horizon-longer" fill="none" x=".5" y="1" width="25" height="10" />
          <path class="horizon-hatch" d="M3 11l9-10M10 11l9-10M17 11l8-9" />
        </>
      );
    case 'notice':
      return <path class="horizon-mark" d="M13 1l5 5l-5 5l-5-5z" />;
    case 'window':
      return <path class="horizon-edge" d="M4 0V12M22 0V12" />;
  }
}

type InviteProps = {
  readonly words: EverybodyTexts;
  readonly to: string | null;
  readonly product: string;
};

function Invite({ words, to, product }: InviteProps): VNode | null {
  if (to === null) return null;
  return (
    <Link to={to}>
      {words.horizon.invite}
      <span class="k-hidden">{words.horizon.inviteAbout(product)}</span>
    </Link>
  );
}

function HorizonTable({ words, rows }: Pick<HorizonView, 'words' | 'rows'>): VNode {
  const { columns } = words.horizon;
  return (
    <Table<HorizonLine>
      caption={words.horizon.caption}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        {
          id: 'organisation',
          title: columns.organisation,
          cell: (row) => (row.own ? <span class="horizon-own">{row.organisation}</span> : row.organisation),
        },
        {
          id: 'product',
          title: columns.product,
          cell: (row) => <Link to={row.productTo}>{row.product}</Link>,
        },
        {
          id: 'notice',
          title: columns.notice,
          labelled: true,
          cell: ({ notice, late }) => (
            <Lines late={late} {...(late ? { note: words.horizon.late } : {})}>
              {notice}
            </Lines>
          ),
        },
        {
          id: 'ends',
          title: columns.ends,
          labelled: true,
          cell: ({ ends, longer }) => <Lines {...(longer === null ? {} : { note: longer })}>{ends}</Lines>,
        },
        ...(rows.some(({ invite }) => invite !== null)
          ? [
              {
                id: 'invite',
                title: words.horizon.invite,
                hiddenTitle: true,
                cell: ({ invite, product }: HorizonLine) => (
                  <Invite words={words} to={invite} product={product} />
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

/** When contracts end and must be given notice, drawn and as a table, and what could be bought together. */
export function HorizonPage(view: HorizonView): VNode {
  const { words, rows } = view;
  return (
    <RegisterPage
      nav={view.nav}
      head={{
        title: view.title,
        summary: view.summary,
        ...(view.invite === null
          ? {}
          : { aside: <ButtonLink to={view.invite}>{words.horizon.invite}</ButtonLink> }),
      }}
    >
      <Chips chips={view.chips} />
      {view.leaving.length === 0 ? null : (
        <Section title={words.horizon.leavingTitle} plain>
          <ul class="horizon-sentences">
            {view.leaving.map(({ id, says, to, product, invite }) => (
              <li key={id}>
                <Link to={to}>{says}</Link> <Invite words={words} to={invite} product={product} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {rows.length === 0 ? (
        <EmptyState title={words.horizon.empty}>
          <p>{words.horizon.emptyWhat}</p>
        </EmptyState>
      ) : (
        <>
          <div class="k-paper horizon-wide">
            <Key words={words} />
            <HorizonChart chart={view.chart} kind="wide" />
          </div>
          <div class="horizon-narrow">
            <Details summary={words.horizon.drawn}>
              <Key words={words} />
              <HorizonChart chart={view.chart} kind="narrow" />
            </Details>
          </div>
          <Paper title={words.horizon.tableTitle}>
            <HorizonTable words={words} rows={rows} />
          </Paper>
          <Pagination page={view.page} pages={view.pages} to={view.pageTo} />
        </>
      )}
      {view.example ? <ExampleNote>{words.example}</ExampleNote> : null}
    </RegisterPage>
  );
}
