import type { ComponentChildren, VNode } from 'preact';
import { usePage } from '../page/context.ts';
import { href, safeHref } from './href.ts';

export type LinkProps = {
  readonly to: string;
  readonly children: ComponentChildren;
  readonly id?: string;
  readonly class?: string;
  /** Says what the link leads to where its text alone does not. */
  readonly label?: string;
  readonly current?: 'page' | 'step' | 'true';
  readonly rel?: 'nofollow' | 'prev' | 'next' | 'external';
  readonly download?: boolean;
  /** The language of the page it leads to, when that is another. */
  readonly language?: 'sv' | 'en';
};

/** A link in the language of the page. An address that could run a script becomes plain text. */
export function Link(props: LinkProps): VNode {
  const page = usePage();
  const address = safeHref(href(props.language ?? page.language, props.to));
  if (address === undefined) return <span class={props.class}>{props.children}</span>;
  return (
    <a
      href={address}
      id={props.id}
      class={props.class}
      aria-label={props.label}
      aria-current={props.current}
      rel={props.rel}
      download={props.download}
      hreflang={props.language}
      lang={props.language}
    >
      {props.children}
    </a>
  );
}
