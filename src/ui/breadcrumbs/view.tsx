import type { VNode } from 'preact';
import { Link } from '../link/view.tsx';
import { texts } from '../texts/index.ts';
import { usePage } from '../page/context.ts';

export type Crumb = { readonly title: string; readonly to?: string };

/** The way here. The last one is the page itself and is no link. */
export function Breadcrumbs(props: { readonly trail: readonly Crumb[] }): VNode {
  const { language } = usePage();
  return (
    <nav class="ds-breadcrumbs" aria-label={texts(language).breadcrumbs}>
      <ol>
        {props.trail.map((crumb, index) => (
          <li key={crumb.title}>
            {crumb.to === undefined ? (
              <span aria-current={index === props.trail.length - 1 ? 'page' : undefined}>{crumb.title}</span>
            ) : (
              <Link to={crumb.to}>{crumb.title}</Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
