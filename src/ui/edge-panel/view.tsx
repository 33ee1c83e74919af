import type { ComponentChildren, VNode } from 'preact';

export type EdgePanelProps = {
  readonly title: string;
  readonly id?: string;
  readonly children: ComponentChildren;
};

/** What is asked of you, with the municipality's colour at the edge. */
export function EdgePanel(props: EdgePanelProps): VNode {
  const id = props.id ?? 'own';
  return (
    <section class="k-edge-panel" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{props.title}</h2>
      {props.children}
    </section>
  );
}

/** One thing in the panel: its name, what is asked, a button. */
export function EdgeItem(props: {
  readonly title: ComponentChildren;
  readonly children: ComponentChildren;
  readonly quiet?: boolean;
}): VNode {
  return (
    <div class="k-edge-item" data-quiet={props.quiet === true ? true : undefined}>
      <h3>{props.title}</h3>
      <div>{props.children}</div>
    </div>
  );
}
