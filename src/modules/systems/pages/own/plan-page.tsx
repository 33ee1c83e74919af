import type { VNode } from 'preact';
import { Link, Section, Table, Tag } from '../../../../ui/index.ts';
import type { PlanKind } from '../../landscape/plan.ts';
import { OwnPage, type Shell } from './shell.tsx';

export type PlanLine = {
  readonly key: string;
  readonly kind: PlanKind;
  readonly day: string;
  readonly what: string;
  readonly system: string;
  readonly to: string;
};

export type PlanPart = {
  readonly id: string;
  /** "mars 2027" */
  readonly title: string;
  /** "mar" */
  readonly short: string;
  readonly count: string;
  readonly caption: string;
  /** One for each thing. */
  readonly tiles: readonly PlanKind[];
  readonly items: readonly PlanLine[];
};

export type PlanView = {
  readonly shell: Shell;
  readonly late: PlanPart | null;
  readonly months: readonly PlanPart[];
  readonly label: string;
  readonly legend: readonly { readonly kind: PlanKind; readonly title: string }[];
};

/** What has to be done in the coming year: a tile for each thing, and the same month by month. */
export function PlanPage(view: PlanView): VNode {
  const { plan } = view.shell.views;
  const busy = view.months.filter(({ items }) => items.length > 0);
  return (
    <OwnPage shell={view.shell}>
      <nav class="systems-year" aria-label={view.label}>
        <ol>
          {view.months.map((month) => (
            <li key={month.id}>
              {month.items.length === 0 ? (
                <span class="systems-year-month">
                  <Month month={month} />
                </span>
              ) : (
                <a class="systems-year-month" href={`#${month.id}`}>
                  <Month month={month} />
                </a>
              )}
            </li>
          ))}
        </ol>
      </nav>
      <ul class="systems-year-legend k-meta">
        {view.legend.map(({ kind, title }) => (
          <li key={kind}>
            <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
              <Tile kind={kind} x={1} y={0} />
            </svg>
            {title}
          </li>
        ))}
      </ul>
      {view.late === null ? null : <Part part={view.late} late={plan.late} view={view} />}
      {busy.map((month) => (
        <Part key={month.id} part={month} late={null} view={view} />
      ))}
      {busy.length > 0 || view.late !== null ? null : <p>{plan.nothing}</p>}
    </OwnPage>
  );
}

function Month({ month }: { readonly month: PlanPart }): VNode {
  return (
    <>
      <Tiles tiles={month.tiles} />
      <span class="k-meta">{month.short}</span>
      <span class="k-hidden">{` ${month.title}, ${month.count}`}</span>
    </>
  );
}

const step = 14;
const mostTiles = 10;

function Tiles({ tiles }: { readonly tiles: readonly PlanKind[] }): VNode {
  const height = mostTiles * step + 2;
  const width = 3 * step;
  const perRow = tiles.length > mostTiles ? 3 : 1;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
      focusable="false"
    >
      {tiles.slice(0, mostTiles * perRow).map((kind, at) => (
        <Tile
          key={at}
          kind={kind}
          x={(width - perRow * step) / 2 + (at % perRow) * step + 1}
          y={height - (Math.floor(at / perRow) + 1) * step}
        />
      ))}
      <path class="systems-year-base" d={`M0 ${height - 0.5}H${width}`} />
    </svg>
  );
}

function Tile({ kind, x, y }: { readonly kind: PlanKind; readonly x: number; readonly y: number }): VNode {
  return <rect class="systems-plan-tile" data-kind={kind} x={x} y={y + 1} width="10" height="10" />;
}

type PartProps = { readonly part: PlanPart; readonly late: string | null; readonly view: PlanView };

function Part({ part, late, view }: PartProps): VNode {
  const { plan, system } = view.shell.views;
  return (
    <Section
      title={part.title}
      id={part.id}
      note={late === null ? part.count : <Tag tone="wrong">{part.count}</Tag>}
    >
      <Table<PlanLine>
        caption={part.caption}
        rows={part.items}
        rowKey={({ key }) => key}
        head="system"
        columns={[
          { id: 'day', title: plan.day, narrow: true, cell: ({ day }) => day },
          { id: 'what', title: plan.what, cell: ({ what }) => what },
          { id: 'system', title: system, cell: ({ system: name, to }) => <Link to={to}>{name}</Link> },
        ]}
      />
    </Section>
  );
}
