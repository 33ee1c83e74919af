import type { VNode } from 'preact';
import {
  Chips,
  EmptyState,
  Link,
  Pagination,
  Table,
  href,
  usePage,
  type Chip,
} from '../../../../ui/index.ts';
import { box, type Layout, type Point } from '../../landscape/layout.ts';
import { OwnPage, type Shell } from './shell.tsx';

export type DrawnNode = {
  readonly id: string;
  /** Broken in lines that fit the box. */
  readonly lines: readonly string[];
  readonly title: string;
  readonly to: string;
};

export type DrawnEdge = { readonly id: string; readonly title: string; readonly byHand: boolean };

export type FlowRow = {
  readonly id: string;
  readonly from: { readonly name: string; readonly to: string };
  readonly to: { readonly name: string; readonly to: string };
  readonly what: string;
  readonly often: string;
};

export type FlowsView = {
  readonly shell: Shell;
  readonly chips: readonly Chip[];
  readonly count: string;
  readonly label: string;
  readonly layout: Layout;
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  readonly rows: readonly FlowRow[];
  readonly page: number;
  readonly pages: number;
  readonly pageTo: (page: number) => string;
};

/** What goes where: a drawing, and the same in a table. */
export function FlowsPage(view: FlowsView): VNode {
  const { flows } = view.shell.views;
  if (view.rows.length === 0 && view.chips.every(({ clear }) => clear === undefined)) {
    return (
      <OwnPage shell={view.shell}>
        <EmptyState title={flows.empty}>
          <p>{flows.emptyText}</p>
        </EmptyState>
      </OwnPage>
    );
  }
  return (
    <OwnPage shell={view.shell}>
      <Chips chips={view.chips} count={view.count} label={flows.filters} />
      <div class="k-scroll systems-flows" role="region" aria-label={flows.title} tabindex={0}>
        <Drawing view={view} />
      </div>
      <p class="systems-flow-legend k-meta">
        <span>
          <svg viewBox="0 0 32 8" aria-hidden="true" focusable="false">
            <path class="systems-edge" d="M0 4H32" />
          </svg>
          {flows.automatic}
        </span>
        <span>
          <svg viewBox="0 0 32 8" aria-hidden="true" focusable="false">
            <path class="systems-edge" data-by-hand d="M0 4H32" />
          </svg>
          {flows.manual}
        </span>
      </p>
      <FlowTable view={view} />
      <Pagination page={view.page} pages={view.pages} to={view.pageTo} />
    </OwnPage>
  );
}

function Drawing({ view }: { readonly view: FlowsView }): VNode {
  const { layout } = view;
  const { width, height } = layout;
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={view.label}
    >
      <defs>
        <marker id="pil" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
          <path class="systems-arrow" d="M0 .5 7.5 4 0 7.5z" />
        </marker>
      </defs>
      {view.edges.map((edge) => (
        <path
          key={edge.id}
          class="systems-edge"
          data-by-hand={edge.byHand ? true : undefined}
          d={pathOf(layout.edges.get(edge.id) ?? [])}
          marker-end="url(#pil)"
        >
          <title>{edge.title}</title>
        </path>
      ))}
      {view.nodes.map((node) => (
        <Node key={node.id} node={node} at={layout.nodes.get(node.id) ?? { x: 0, y: 0 }} />
      ))}
    </svg>
  );
}

/** Curves that leave and arrive level. */
function pathOf(points: readonly Point[]): string {
  return points
    .map(({ x, y }, at) => {
      const before = points[at - 1];
      if (before === undefined) return `M${x} ${y}`;
      if (before.y === y) return `L${x} ${y}`;
      const middle = Math.round((before.x + x) / 2);
      return `C${middle} ${before.y} ${middle} ${y} ${x} ${y}`;
    })
    .join('');
}

const lineHeight = 17;

function Node({ node, at }: { readonly node: DrawnNode; readonly at: Point }): VNode {
  const { language } = usePage();
  const top = at.y + box.height / 2 - ((node.lines.length - 1) * lineHeight) / 2;
  return (
    <a href={href(language, node.to)} aria-label={node.title} class="systems-node">
      <rect x={at.x} y={at.y} width={box.width} height={box.height} rx="4" />
      {node.lines.map((line, index) => (
        <text key={line} x={at.x + 12} y={top + index * lineHeight} dominant-baseline="central">
          {index < node.lines.length - 1 ? `${line} ` : line}
        </text>
      ))}
    </a>
  );
}

function FlowTable({ view }: { readonly view: FlowsView }): VNode {
  const { flows } = view.shell.views;
  return (
    <Table<FlowRow>
      caption={flows.caption}
      rows={view.rows}
      rowKey={({ id }) => id}
      paper
      columns={[
        { id: 'from', title: flows.from, cell: ({ from }) => <Link to={from.to}>{from.name}</Link> },
        { id: 'to', title: flows.to, labelled: true, cell: ({ to }) => <Link to={to.to}>{to.name}</Link> },
        { id: 'what', title: flows.what, cell: ({ what }) => what },
        { id: 'often', title: flows.often, cell: ({ often }) => often },
      ]}
    />
  );
}
