import type { ComponentChildren, VNode } from 'preact';
import { Icon } from '../icon/view.tsx';

export type TickListProps = { readonly items: readonly ComponentChildren[]; readonly columns?: 1 | 2 };

/** What you get: a tick and a phrase each. */
export function TickList(props: TickListProps): VNode {
  return (
    <ul class="k-ticks" data-columns={props.columns ?? 2}>
      {props.items.map((item, index) => (
        <li key={index}>
          <Icon name="tick" />
          <span>{item}</span>
        </li>
      ))}
    </ul>
  );
}

export type StatusItem = {
  readonly id: string;
  readonly state: 'works' | 'disturbed' | 'down';
  readonly text: ComponentChildren;
};

/** How the services run: a triangle for what is disturbed, a dot for what works. */
export function StatusList(props: { readonly items: readonly StatusItem[] }): VNode {
  return (
    <ul class="k-status">
      {props.items.map((item) => (
        <li key={item.id} data-state={item.state}>
          <Icon name={item.state === 'works' ? 'dot' : 'triangle'} />
          <span>{item.text}</span>
        </li>
      ))}
    </ul>
  );
}
