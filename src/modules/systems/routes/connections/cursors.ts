import { z } from 'zod';
import { json, type Context, type Reply } from '../../../../platform/http/index.ts';
import {
  begin,
  findEpoch,
  outset,
  readCursor,
  writeCursor,
  type Bound,
  type CursorFailure,
  type Following,
} from '../../connections/feed/cursor.ts';

/** What every list and feed of the API takes. Cursors are opaque: nobody needs to know what is in one. */
export const Cursor = z.object({
  after: z
    .string()
    .max(1000)
    .default('')
    .meta({ description: 'the `next` of the page before; without it, from the beginning' }),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type Cursor = z.infer<typeof Cursor>;

/** 422 for what is no cursor, 410 for one that nothing can be told from. */
export const refusedCursor = (failure: CursorFailure): Reply =>
  json({ failure }, failure.kind === 'begin-anew' ? 410 : 422);

export type OpenFeed = {
  readonly following: Following;
  readonly write: (next: Following) => string;
};

/** Where a request stands in a list or a feed, and how the next place is written. */
export async function openFeed(
  { tx, now }: Context,
  { feed, circle = '' }: { readonly feed: Bound['feed']; readonly circle?: string },
  after: string,
): Promise<
  { readonly ok: true; readonly feed: OpenFeed } | { readonly ok: false; readonly failure: CursorFailure }
> {
  const bound: Bound = { feed, circle, epoch: await findEpoch(tx) };
  const read = readCursor(bound, after, now);
  if (!read.ok) return read;
  return {
    ok: true,
    feed: {
      following: read.following ?? (feed === 'catalogue' ? outset : await begin(tx)),
      write: (next) => writeCursor(bound, next, now),
    },
  };
}
