import type { VNode } from 'preact';
import { Link } from '../link/view.tsx';

export type SideItem = {
  readonly id: string;
  readonly title: string;
  readonly to: string;
  /** "12", "1 kvar av 4" */
  readonly note?: string;
  readonly current?: boolean;
};

export type SideGroup = { readonly id: string; readonly title: string; readonly items: readonly SideItem[] };

/** Saved views or the parts of a work, with what is left in each. */
export function SideList(props: { readonly label: string; readonly groups: readonly SideGroup[] }): VNode {
  return (
    <nav class="k-side" aria-label={props.label}>
      {props.groups.map((group) => (
        <div key={group.id}>
          <p class="k-side-title" id={`side-${group.id}`}>
            {group.title}
          </p>
          <ul class="k-side-list" aria-labelledby={`side-${group.id}`}>
            {group.items.map((item) => (
              <li key={item.id}>
                <Link to={item.to} {...(item.current === true ? { current: 'page' as const } : {})}>
                  <span>{item.title}</span>
                  {item.note === undefined ? null : <span class="k-side-note"> {item.note}</span>}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
