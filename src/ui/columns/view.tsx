import type { ComponentChildren, VNode } from 'preact';

/** The layouts of pages. The side column stands first only in `service`, `list`, `update` and `map`. */
export const columnKinds = [
  'front',
  'start',
  'service',
  'list',
  'case',
  'work',
  'update',
  'map',
  'map-small',
] as const;
export type ColumnsKind = (typeof columnKinds)[number];

export type ColumnsProps = {
  readonly kind: ColumnsKind;
  readonly children: ComponentChildren;
  readonly aside: ComponentChildren;
  /** The heading, which stands before the side column on a narrow screen. */
  readonly head?: ComponentChildren;
  /** Names the side column; left out when it holds a named navigation of its own. */
  readonly asideLabel?: string;
};

const sideFirst: ReadonlySet<ColumnsKind> = new Set(['service', 'list', 'update', 'map', 'map-small']);

/** Main and side column. On a narrow screen the acting part comes first. */
export function Columns(props: ColumnsProps): VNode {
  const side =
    props.asideLabel === undefined ? (
      <div class="k-columns-side">{props.aside}</div>
    ) : (
      <aside class="k-columns-side" aria-label={props.asideLabel}>
        {props.aside}
      </aside>
    );
  const main = <div class="k-columns-main">{props.children}</div>;
  const head = props.head === undefined ? null : <div class="k-columns-head">{props.head}</div>;
  return (
    <div class="k-columns" data-kind={props.kind} data-headed={head === null ? undefined : true}>
      {head}
      {sideFirst.has(props.kind) ? [side, main] : [main, side]}
    </div>
  );
}
