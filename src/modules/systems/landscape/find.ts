import type { Day } from '../../../kernel/dates/index.ts';
import { fields } from '../model/fields.ts';
import { lacksOf, type Lack } from './lacks.ts';
import type { Row } from './row.ts';

export const statuses = fields.status.options;
export type Status = (typeof statuses)[number];

export const orders = ['namn', 'avtal', 'bekraftat'] as const;
export type Order = (typeof orders)[number];

export type Filter = {
  readonly question: string;
  readonly area: string;
  readonly supplier: string;
  readonly unit: string;
  readonly status: Status | '';
  readonly lack: Lack | '';
  readonly order: Order;
};

/** Letters as they are typed in haste: without case, å as a. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '');

function says({ name, product, supplier, facts }: Row, words: readonly string[]): boolean {
  const texts = [name, product.name, supplier?.name ?? '', facts.purpose ?? '', facts.owner ?? ''];
  const all = plain([...texts, facts.contact ?? ''].join(' '));
  return words.every((word) => all.includes(word));
}

function fits(row: Row, { area, supplier, unit, status }: Filter): boolean {
  return (
    (area === '' || row.areas.includes(area)) &&
    (supplier === '' || row.supplier?.id === supplier) &&
    (unit === '' || (row.facts.units ?? []).includes(unit)) &&
    (status === '' || row.facts.status === status)
  );
}

/** The last of all days: what has none comes last. */
const never = '9999-12-31';
const endOf = ({ facts }: Row): string => facts.contractEnds ?? never;
const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

function ordered(rows: readonly Row[], order: Order): readonly Row[] {
  switch (order) {
    case 'namn':
      return rows;
    case 'avtal':
      return rows.toSorted((a, b) => compare(endOf(a), endOf(b)));
    case 'bekraftat':
      return rows.toSorted((a, b) => a.confirmedAt.getTime() - b.confirmedAt.getTime());
  }
}

/** Those that a filter asks for. Rows come in by name; those alike stay so. */
export function findRows(
  rows: readonly Row[],
  filter: Filter,
  at: { readonly today: Day; readonly now: Date },
): readonly Row[] {
  const words = plain(filter.question).split(/\s+/u).filter(Boolean);
  const { lack } = filter;
  const found = rows.filter(
    (row) =>
      fits(row, filter) &&
      says(row, words) &&
      (lack === '' || (row.registeredBy === null && lacksOf(row, at).includes(lack))),
  );
  return ordered(found, filter.order);
}
