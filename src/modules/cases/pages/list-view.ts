import type { VNode } from 'preact';
import type { Language } from '../../../platform/http/index.ts';
import type { Colleague } from '../actions/handle.ts';
import type { Filter, ViewCounts, WorkCount } from '../model/listing.ts';
import type { Listed } from '../store/list.ts';

/** Everything that the page of a list shows. */
export type ListPageProps = {
  readonly language: Language;
  readonly demo: boolean;
  readonly filter: Filter;
  readonly listed: Listed;
  readonly counts: ViewCounts;
  readonly works: readonly WorkCount[];
  readonly colleagues: readonly Colleague[];
  /** What the office is called at the left: the municipality's name. */
  readonly office: string;
  /** What was done on the page before. */
  readonly notice: VNode | null;
};
