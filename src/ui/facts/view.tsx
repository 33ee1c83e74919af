import type { ComponentChildren, VNode } from 'preact';

export type Fact = {
  readonly term: string;
  readonly value: ComponentChildren;
  /** Where the value comes from: "Folkbokföringen, 9 november". */
  readonly source?: ComponentChildren;
};

export type FactsProps = { readonly facts: readonly Fact[]; readonly columns?: 1 | 2 };

/** Term, value and source, in a fixed order for each kind. */
export function Facts(props: FactsProps): VNode {
  return (
    <dl class="k-facts" data-columns={props.columns ?? 2}>
      {props.facts.map((fact) => (
        <div key={fact.term}>
          <dt>{fact.term}</dt>
          <dd>
            <span class="k-fact-value">{fact.value}</span>
            {fact.source === undefined ? null : <span class="k-meta">{fact.source}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

export type SideFactsProps = { readonly facts: readonly Fact[] };

/** The same pair by pair in a narrow column: the term small above the value. */
export function SideFacts(props: SideFactsProps): VNode {
  return (
    <dl class="k-side-facts">
      {props.facts.map((fact) => (
        <div key={fact.term}>
          <dt class="k-meta">{fact.term}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
