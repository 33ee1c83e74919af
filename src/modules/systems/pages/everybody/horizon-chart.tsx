import { scaleUtc } from 'd3-scale';
import type { VNode } from 'preact';
import type { EverybodyTexts } from '../../texts/everybody.ts';

export type Bar = {
  readonly key: string;
  readonly organisation: string;
  readonly product: string;
  readonly own: boolean;
  /** Days: "2027-06-30". */
  readonly ends: string;
  readonly noticeBy: string | null;
  readonly latest: string;
  /** The end in words. */
  readonly says: string;
};

export type Chart = {
  readonly words: EverybodyTexts;
  readonly label: string;
  readonly bars: readonly Bar[];
  readonly today: string;
  readonly from: string;
  readonly to: string;
  readonly window: { readonly from: string; readonly to: string; readonly says: string } | null;
};

/** Where things stand in a drawing: the wide one has names at the left, the narrow one above each bar. */
type Layout = {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly row: number;
  /** From the top of a row to the top of its bar. */
  readonly bar: number;
  readonly narrow: boolean;
};

const height = 18;
const wide: Layout = { width: 950, left: 250, right: 104, top: 44, row: 42, bar: 12, narrow: false };
const narrow: Layout = { width: 270, left: 0, right: 4, top: 44, row: 52, bar: 26, narrow: true };

const at = (day: string): Date => new Date(`${day}T00:00:00Z`);

type Drawn = { readonly chart: Chart; readonly layout: Layout; readonly x: (day: string) => number };

function drawn(chart: Chart, layout: Layout): Drawn {
  const scale = scaleUtc()
    .domain([at(chart.from), at(chart.to)])
    .range([layout.left, layout.width - layout.right])
    .clamp(true);
  return { chart, layout, x: (day) => Math.round(scale(at(day)) * 10) / 10 };
}

/** What fits before the bars; the whole name stands in the table. */
const short = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;

/** What is below all bars: years, and the time that contracts could be bought anew in. */
function Ground({ chart, layout, x }: Drawn): VNode {
  const bottom = layout.top + chart.bars.length * layout.row;
  const first = Number(chart.from.slice(0, 4));
  const years = Array.from({ length: Number(chart.to.slice(0, 4)) - first + 1 }, (_, n) => first + n);
  const today = x(chart.today);
  return (
    <>
      <path class="horizon-today" d={`M${today} ${layout.top - 26}V${bottom}`} />
      {layout.narrow ? <Edges chart={chart} layout={layout} x={x} /> : null}
      {chart.window === null ? null : (
        <rect
          class="horizon-window"
          x={x(chart.window.from)}
          y={layout.top - 20}
          width={Math.max(2, x(chart.window.to) - x(chart.window.from))}
          height={bottom - layout.top + 20}
        />
      )}
      {years.map((year, index) => {
        const place = index === 0 ? layout.left : x(`${year}-01-01`);
        return (
          <g key={year}>
            {index === 0 ? null : <path class="horizon-line" d={`M${place} ${layout.top - 6}V${bottom}`} />}
            {place + 40 > layout.width ? null : (
              <text class="horizon-quiet" x={place + (index === 0 ? 0 : 5)} y={bottom + 18}>
                {year}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}

/** Where the window begins and ends; below its words where they need more room than it has. */
function Edges({ chart, layout, x }: Drawn): VNode | null {
  const { window } = chart;
  if (window === null) return null;
  const bottom = layout.top + chart.bars.length * layout.row;
  const from = x(window.from);
  const to = x(window.to);
  const room = to - from > window.says.length * 8;
  return (
    <path
      class="horizon-edge"
      d={`M${from} ${layout.top - 20}V${bottom}M${to} ${layout.top - (room ? 20 : 2)}V${bottom}`}
    />
  );
}

function BarRow({ bar, index, ...drawing }: Drawn & { readonly bar: Bar; readonly index: number }): VNode {
  const { layout, x, chart } = drawing;
  const top = layout.top + index * layout.row;
  const y = top + layout.bar;
  const end = x(bar.ends);
  const latest = x(bar.latest);
  const notice = bar.noticeBy === null || bar.noticeBy < chart.from ? null : x(bar.noticeBy);
  const middle = y + height / 2;
  const label = layout.narrow ? top + 18 : middle + 5;
  return (
    <g data-own={bar.own ? true : undefined}>
      <text class="horizon-name" x="0" y={label}>
        {bar.organisation}
        {layout.narrow ? (
          <tspan class="horizon-quiet" dx="6">
            {short(bar.product, 14)}
          </tspan>
        ) : null}
      </text>
      {layout.narrow ? null : (
        <text class="horizon-quiet" x="108" y={label}>
          {short(bar.product, 20)}
        </text>
      )}
      {latest > end ? (
        <rect
          class="horizon-longer"
          fill={`url(#horizon-hatch-${layout.width})`}
          x={end}
          y={y}
          width={latest - end}
          height={height}
        />
      ) : null}
      <rect
        class="horizon-bar"
        x={layout.left}
        y={y}
        width={Math.max(1, end - layout.left)}
        height={height}
      />
      {notice === null ? null : <path class="horizon-notice" d={`M${notice} ${middle - 6}l6 6l-6 6l-6-6z`} />}
      <text
        class="horizon-quiet"
        x={layout.width - layout.right + (layout.narrow ? 0 : 100)}
        y={layout.narrow ? label : middle + 5}
        text-anchor="end"
      >
        {bar.says}
      </text>
      <path class="horizon-line" d={`M0 ${top + layout.row}H${layout.width}`} />
    </g>
  );
}

/** What is above all bars: the word for today, and the edges of the window. */
function Above({ chart, layout, x }: Drawn): VNode {
  const today = x(chart.today);
  return (
    <>
      {chart.window === null ? null : (
        <>
          {layout.narrow ? null : <Edges chart={chart} layout={layout} x={x} />}
          <text class="horizon-shared" x={x(chart.window.from) + 6} y={layout.top - 8}>
            {chart.window.says}
          </text>
        </>
      )}
      <text class="horizon-now" x={Math.max(today - 18, layout.left)} y={layout.top - 30}>
        {chart.words.horizon.today}
      </text>
      {layout.narrow ? null : (
        <text class="horizon-quiet" x={layout.width - 4} y={layout.top - 8} text-anchor="end">
          {chart.words.horizon.columns.ends}
        </text>
      )}
    </>
  );
}

function Drawing({ chart, layout }: { readonly chart: Chart; readonly layout: Layout }): VNode {
  const drawing = drawn(chart, layout);
  const bottom = layout.top + chart.bars.length * layout.row + 26;
  return (
    <svg class="horizon" viewBox={`0 0 ${layout.width} ${bottom}`} role="img" aria-label={chart.label}>
      <pattern
        id={`horizon-hatch-${layout.width}`}
        width="7"
        height="7"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <path class="horizon-hatch" d="M0 0V7" />
      </pattern>
      <Ground {...drawing} />
      {chart.bars.map((bar, index) => (
        <BarRow key={bar.key} bar={bar} index={index} {...drawing} />
      ))}
      <Above {...drawing} />
    </svg>
  );
}

/** When contracts end and must be given notice, drawn for a wide or a narrow window. The facts stand in a table too. */
export function HorizonChart({
  chart,
  kind,
}: {
  readonly chart: Chart;
  readonly kind: 'wide' | 'narrow';
}): VNode {
  return <Drawing chart={chart} layout={kind === 'wide' ? wide : narrow} />;
}
