import type { VNode } from 'preact';
import { Prose } from '../../../../../ui/index.ts';
import type { Said } from './rendering.ts';

/** Markdown of the guide; `reads` in serif. */
export const Text = ({ said, reads }: { readonly said: Said; readonly reads?: boolean }): VNode => (
  <Prose
    shared
    text={said.text}
    {...(reads === true ? { reads } : {})}
    {...(said.lang === undefined ? {} : { lang: said.lang })}
  />
);

/** A heading among the blocks, below the page's own. */
export function Heading(props: { readonly said: Said; readonly level: number }): VNode {
  const { said } = props;
  return props.level === 2 ? <h2 lang={said.lang}>{said.text}</h2> : <h4 lang={said.lang}>{said.text}</h4>;
}
