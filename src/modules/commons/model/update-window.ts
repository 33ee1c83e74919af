import type { Tile } from './update.ts';

/** Which of all changes are told in full; the others are only counted. */
export type Window = (all: readonly Tile[]) => readonly Tile[];

export const everything: Window = (all) => all;
export const nothingTold: Window = () => [];

/** A run of changes, in the order of the document. */
export const runOf =
  (offset: number, limit: number): Window =>
  (all) =>
    all.slice(offset, offset + limit);

/** Changes on one page. */
export const pageSize = 25;

/** Beyond this many changes, they are not shown one by one at the top of the page. */
export const mostTiles = 120;

const order: Readonly<Record<Tile['state'], number>> = { choose: 0, answered: 1, in: 2, declined: 3 };

/** The changes of a part as its pages show them: first those that need an answer. */
const inOrder = (all: readonly Tile[], part: string): readonly Tile[] =>
  all.filter((tile) => tile.part === part).toSorted((a, b) => order[a.state] - order[b.state]);

/** The part to show: the one asked for, else the first with something left, else the first. */
function choosePart(all: readonly Tile[], asked: string | undefined): string | undefined {
  const found =
    all.find((tile) => tile.part === asked) ?? all.find((tile) => tile.state === 'choose') ?? all[0];
  return found?.part;
}

export type PartPage = {
  readonly part: string;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly tiles: readonly Tile[];
};

/** One page of a part; a page that is not there is the last. */
export function partPage(
  all: readonly Tile[],
  asked: { readonly part: string | undefined; readonly page: number },
): PartPage | null {
  const part = choosePart(all, asked.part);
  if (part === undefined) return null;
  const ordered = inOrder(all, part);
  const pages = Math.ceil(ordered.length / pageSize);
  const page = Math.min(Math.max(asked.page, 1), pages);
  return { part, page, pages, tiles: ordered.slice((page - 1) * pageSize, page * pageSize) };
}

/** The page of its part that each change is on. */
export function pagesOf(all: readonly Tile[]): ReadonlyMap<string, number> {
  const parts = new Set(all.map(({ part }) => part));
  return new Map(
    [...parts].flatMap((part) =>
      inOrder(all, part).map(({ id }, index) => [id, Math.floor(index / pageSize) + 1] as const),
    ),
  );
}

/** What a page tells: its own changes, and where there are few the rest too, for their tiles. */
export const windowOf =
  (asked: { readonly part: string | undefined; readonly page: number }): Window =>
  (all) =>
    all.length <= mostTiles ? all : (partPage(all, asked)?.tiles ?? []);
