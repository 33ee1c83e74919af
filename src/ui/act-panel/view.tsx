import type { ComponentChildren, VNode } from 'preact';

export type ActPanelProps = {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly id?: string;
  readonly lede?: ComponentChildren;
  /** A quiet line below the button: "Inget syns för invånarna förrän ni publicerar." */
  readonly note?: ComponentChildren;
};

/** The one place on a page where the reader acts. There is at most one. */
export function ActPanel(props: ActPanelProps): VNode {
  const id = props.id ?? 'act';
  return (
    <section class="k-act" aria-labelledby={`${id}-title`} id={id}>
      <h2 id={`${id}-title`}>{props.title}</h2>
      {props.lede === undefined ? null : <p class="k-act-lede">{props.lede}</p>}
      {props.children}
      {props.note === undefined ? null : <p class="k-meta k-act-note">{props.note}</p>}
    </section>
  );
}

/** What will be asked, in order, before the button. */
export function Numbered(props: { readonly items: readonly ComponentChildren[] }): VNode {
  return (
    <ol class="k-numbered">
      {props.items.map((item, index) => (
        <li key={index}>{item}</li>
      ))}
    </ol>
  );
}
