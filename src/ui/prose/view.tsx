import type { VNode } from 'preact';
import { usePage } from '../page/context.ts';
import { safeHtml, sharedHtml } from './markdown.ts';
import { tied } from './tied.ts';

export type ProseProps = {
  /** Markdown without HTML. */
  readonly text: string;
  /** Shared text that is read: set in serif. */
  readonly reads?: boolean;
  /** The same text for everybody, from a work and its settings: it is remembered as HTML. */
  readonly shared?: boolean;
  /** The text's own language where it differs from the page's. */
  readonly lang?: string;
};

export function Prose(props: ProseProps): VNode {
  const { language } = usePage();
  const html =
    props.shared === true ? sharedHtml(props.text, language) : safeHtml(tied(props.text), language);
  return (
    <div
      class={props.reads === true ? 'k-prose k-serif' : 'k-prose'}
      lang={props.lang}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
