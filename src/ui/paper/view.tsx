import type { ComponentChildren, VNode } from 'preact';

export type SectionProps = {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly id?: string;
  /** A link or a small form at the right of the heading. */
  readonly action?: ComponentChildren;
  readonly note?: ComponentChildren;
};

function Head(
  props: Pick<SectionProps, 'title' | 'action' | 'note'> & { readonly id: string | undefined },
): VNode {
  return (
    <div class="k-section-head">
      <h2 id={props.id}>{props.title}</h2>
      {props.note === undefined ? null : <span class="k-meta">{props.note}</span>}
      {props.action === undefined ? null : <div class="k-section-action">{props.action}</div>}
    </div>
  );
}

/** A part of a page: a line, a heading, content. `plain` leaves the line out. */
export function Section(props: SectionProps & { readonly plain?: boolean }): VNode {
  return (
    <section class="k-section" data-plain={props.plain === true ? true : undefined}>
      <Head title={props.title} action={props.action} note={props.note} id={props.id} />
      {props.children}
    </section>
  );
}

/** Something that is handled as a unit: a sheet of paper on the desk. */
export function Paper(props: SectionProps): VNode {
  return (
    <section class="k-paper">
      <Head title={props.title} action={props.action} note={props.note} id={props.id} />
      {props.children}
    </section>
  );
}

/** Space between units: `loose` between sections. */
export function Stack(props: { readonly children: ComponentChildren; readonly loose?: boolean }): VNode {
  return (
    <div class="k-stack" data-loose={props.loose === true ? true : undefined}>
      {props.children}
    </div>
  );
}
