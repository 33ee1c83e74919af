import { z } from 'zod';
import type { Day } from '../../../kernel/dates/index.ts';
import type { AnswerRow } from './new-case.ts';
import type { NextAct } from './next-step.ts';
import type { Localised, StateKind } from './process.ts';
import { stateKinds } from './process.ts';

/** Saved views. The first three are of one's own cases. */
export const views = ['to-do', 'waiting', 'done-today', 'free', 'open', 'soon', 'all'] as const;
export type View = (typeof views)[number];

export const ownViews: readonly View[] = ['to-do', 'waiting', 'done-today'];

export const orders = ['due', 'newest', 'oldest'] as const;
export type Order = (typeof orders)[number];

/** Rows on a page of the list. */
export const perPage = 25;

/** What the address of a list says. Anything it does not understand counts as not said. */
export const listQuery = (view: View) =>
  z.object({
    vy: z.enum(views).catch(view).default(view),
    typ: z.string().max(100).catch('').default(''),
    steg: z.enum(stateKinds).or(z.literal('')).catch('').default(''),
    ordning: z.enum(orders).catch('due').default('due'),
    q: z.string().max(200).catch('').default(''),
    sida: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
    klart: z.string().max(40).catch('').default(''),
  });
export type ListQuery = z.infer<ReturnType<typeof listQuery>>;

export type Filter = {
  readonly organisation: string;
  /** Whose list it is. */
  readonly worker: string;
  readonly today: Day;
  readonly view: View;
  readonly work: string | null;
  readonly step: StateKind | null;
  readonly order: Order;
  /** Part of a number, a title or what the case concerns; empty finds all. */
  readonly search: string;
  /** Part of what the case concerns; empty finds all. */
  readonly concerns: string;
  readonly page: number;
};

export const filterOf = (
  query: ListQuery,
  who: Pick<Filter, 'organisation' | 'worker' | 'today'>,
): Filter => ({
  ...who,
  view: query.vy,
  work: query.typ === '' ? null : query.typ,
  step: query.steg === '' ? null : query.steg,
  order: query.ordning,
  search: query.q.trim(),
  concerns: '',
  page: query.sida,
});

/** One row of a list: enough to choose it, with whom or what it concerns and nothing else that was answered. */
export type ListedCase = {
  readonly id: string;
  readonly number: string;
  readonly title: Localised;
  readonly concerns: readonly AnswerRow[];
  readonly state: StateKind;
  readonly stateTitle: Localised;
  readonly handler: string | null;
  readonly act: NextAct;
  readonly on: Day | null;
  readonly since: Day;
  readonly step: { readonly now: number; readonly of: number };
};

export type ViewCounts = Readonly<Record<View, number>> & {
  /** Of one's own to do. */
  readonly late: number;
  readonly messages: number;
  /** Of every open case. */
  readonly allLate: number;
  readonly allMessages: number;
};

export type WorkCount = { readonly work: string; readonly title: Localised; readonly count: number };
