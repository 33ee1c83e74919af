import type { ComponentChildren, VNode } from 'preact';
import { Breadcrumbs } from '../breadcrumbs/view.tsx';
import type { Crumb } from '../breadcrumbs/view.tsx';

export type PageHeadProps = {
  readonly title: string;
  readonly trail?: readonly Crumb[];
  /** What it is, in serif. */
  readonly lede?: ComponentChildren;
  /** What is the matter now, in grey. */
  readonly summary?: ComponentChildren;
  /** Short facts in a row, each a phrase. */
  readonly facts?: readonly ComponentChildren[];
  /** Buttons, a counter or deadlines at the right. */
  readonly aside?: ComponentChildren;
  /** A line below. */
  readonly ruled?: boolean;
};

export function PageHead(props: PageHeadProps): VNode {
  return (
    <div class="k-page-head" data-ruled={props.ruled === true ? true : undefined}>
      {props.trail === undefined ? null : <Breadcrumbs trail={props.trail} />}
      <div class="k-page-head-row">
        <div class="k-page-head-main">
          <h1>{props.title}</h1>
          {props.lede === undefined ? null : <p class="k-lede">{props.lede}</p>}
          {props.summary === undefined ? null : <p class="k-summary">{props.summary}</p>}
          {props.facts === undefined ? null : (
            <ul class="k-fact-row">
              {props.facts.map((fact, index) => (
                <li key={index}>{fact}</li>
              ))}
            </ul>
          )}
        </div>
        {props.aside === undefined ? null : <div class="k-page-head-aside">{props.aside}</div>}
      </div>
    </div>
  );
}

export type Deadline = { readonly term: string; readonly value: string; readonly late?: boolean };

/** What must be done by when, beside the heading. */
export function Deadlines(props: { readonly deadlines: readonly Deadline[] }): VNode {
  return (
    <dl class="k-deadlines">
      {props.deadlines.map((deadline) => (
        <div key={deadline.term} data-late={deadline.late === true ? true : undefined}>
          <dt class="k-meta">{deadline.term}</dt>
          <dd>{deadline.value}</dd>
        </div>
      ))}
    </dl>
  );
}
