import type { ComponentChildren, VNode } from 'preact';
import { Link } from '../link/view.tsx';

export type LinkListItem = {
  readonly id: string;
  readonly title: ComponentChildren;
  readonly to: string;
  readonly note?: ComponentChildren;
};

export type LinkListProps = {
  readonly items: readonly LinkListItem[];
  readonly columns?: 1 | 2 | 4;
  /** Lines between, for what is chosen among; open, for what is looked through. */
  readonly ruled?: boolean;
  readonly label?: string;
};

/** Things to go to, each a verb or the thing's name and a quieter line below. */
export function LinkList(props: LinkListProps): VNode {
  return (
    <ul
      class="k-links"
      data-columns={props.columns ?? 1}
      data-ruled={props.ruled === true ? true : undefined}
      aria-label={props.label}
    >
      {props.items.map((item) => (
        <li key={item.id}>
          <Link to={item.to} class="k-links-title">
            {item.title}
          </Link>
          {item.note === undefined ? null : <div class="k-meta">{item.note}</div>}
        </li>
      ))}
    </ul>
  );
}
