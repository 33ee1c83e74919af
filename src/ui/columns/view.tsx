import type { ComponentChildren, VNode } from 'preact';

/** The layouts of the look, section 5. The side column stands first only in `service`, `list`, `update` and `map`. */
export type ColumnsKind = 'start' | 'service' | 'list' | 'case' | 'work' | 'update' | 'map';

export type ColumnsProps = {
  readonly kind: ColumnsKind;
  readonly children: ComponentChildren;
  readonly aside: ComponentChildren;
  /** Names the side column; left out when it holds a named navigation of its own. */
  readonly asideLabel?: string;
};

const sideFirst: ReadonlySet<ColumnsKind> = new Set(['service', 'list', 'update', 'map']);

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
  return (
    <div class="k-columns" data-kind={props.kind}>
      {sideFirst.has(props.kind) ? [side, main] : [main, side]}
    </div>
  );
}
