import type { VNode } from 'preact';
import { Link, Tag } from '../../../../ui/index.ts';

export type NewsItem = {
  readonly id: string;
  readonly what: string;
  /** The name of the step, and where in it. */
  readonly step: string;
  readonly to: string;
  readonly tag: string;
  readonly local: boolean;
};

export type NewsView = {
  readonly title: string;
  readonly lede: string | null;
  readonly items: readonly NewsItem[];
};

/** What is not as it was when the reader last read it, each thing with the way to it. */
export function NewsList({ view }: { readonly view: NewsView }): VNode {
  return (
    <section class="guides-news-list" aria-labelledby="nytt">
      <h2 id="nytt">{view.title}</h2>
      {view.lede === null ? null : <p class="k-meta">{view.lede}</p>}
      <ul>
        {view.items.map((item) => (
          <li key={item.id}>
            <Link to={item.to}>{item.what}</Link> <span class="k-meta">{item.step}</span>{' '}
            <Tag tone={item.local ? 'local' : 'shared'}>{item.tag}</Tag>
          </li>
        ))}
      </ul>
    </section>
  );
}
