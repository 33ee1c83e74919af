import type { ComponentChildren, VNode } from 'preact';

export type AlertProps = {
  readonly tone: 'info' | 'good' | 'warning' | 'wrong';
  readonly title: string;
  readonly children?: ComponentChildren;
  /** The heading's level, so that the outline stays whole. 2 when left out. */
  readonly level?: 2 | 3;
};

/** One thing the reader must know, with an edge and a word, where it matters. Not a toast. */
export function Alert(props: AlertProps): VNode {
  const Title = props.level === 3 ? 'h3' : 'h2';
  return (
    <div class="k-alert" data-tone={props.tone} role={props.tone === 'wrong' ? 'alert' : 'status'}>
      <Title class="k-alert-title">{props.title}</Title>
      {props.children}
    </div>
  );
}
