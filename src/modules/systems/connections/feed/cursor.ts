import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../../../platform/db/index.ts';

/**
 * A place among changes, in the order of transactions (`xid8`) and within one by key. What transactions that have not
 * ended write comes after every place that is given out before they end.
 */
export type Place = { readonly in: string; readonly key: readonly string[] };

export type Following = Place & {
  /** What went before was never given out: that it has gone is not told either. */
  readonly from: string;
};

/** What a cursor holds besides its place: if any of it is another than now, what it was a place in is too. */
export type Bound = {
  readonly feed: 'own' | 'everybody' | 'catalogue' | 'search' | 'list';
  /** The life of the database. */
  readonly epoch: string;
  /** Whose eyes it is read with; '' where that makes no difference. */
  readonly circle: string;
};

export type CursorFailure =
  | { readonly kind: 'unreadable-cursor' }
  /** What was asked about cannot be told from here on: ask without a cursor. */
  | { readonly kind: 'begin-anew'; readonly why: 'too-old' | 'restored' | 'other-circle' };

export type ReadCursor =
  | { readonly ok: true; readonly following: Following | null }
  | { readonly ok: false; readonly failure: CursorFailure };

/** What has gone is remembered a month longer than cursors hold, so that none that holds misses it. */
export const cursorDays = 90;
export const rememberedDays = 120;

const day = 24 * 60 * 60 * 1000;
const Xid = z.string().regex(/^\d{1,19}$/u);
const LogNumber = z.string().regex(/^\d{1,15}$/u);
const Name = z.string().max(200);
const nothing = z.tuple([]);

/** What the key of a place is made of. Cursors are not signed: what is no place is told from one. */
const Keys: Readonly<Record<Bound['feed'], z.ZodType<readonly string[]>>> = {
  own: z.union([nothing, z.tuple([z.uuid()])]),
  list: z.union([nothing, z.tuple([z.uuid()])]),
  everybody: z.union([nothing, z.tuple([z.uuid(), Name])]),
  search: z.union([nothing, z.tuple([Name, z.uuid(), Name])]),
  catalogue: z.union([nothing, z.tuple([LogNumber])]),
};

const Stored = z.object({
  f: z.string(),
  e: z.string(),
  c: z.string(),
  t: z.number(),
  x: z.tuple([Xid, Xid]),
  k: z.array(z.string().max(200)).max(4),
});

/** Before every key that there is. */
const nowhere = { in: '0', key: [] } as const;

export const digestOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 12);

/** As it is given out: nobody needs to know what is in it. */
export function writeCursor({ feed, epoch, circle }: Bound, following: Following, now: Date): string {
  const stored: z.infer<typeof Stored> = {
    f: feed,
    e: epoch,
    c: circle,
    t: now.getTime(),
    x: [following.from, following.in],
    k: [...following.key],
  };
  return Buffer.from(JSON.stringify(stored)).toString('base64url');
}

function parse(text: string): z.infer<typeof Stored> | null {
  try {
    return Stored.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))).data ?? null;
  } catch {
    return null;
  }
}

type Why = Extract<CursorFailure, { kind: 'begin-anew' }>['why'];
const anew = (why: Why): ReadCursor => ({ ok: false, failure: { kind: 'begin-anew', why } });

/** Null for the beginning, which the empty text is. */
export function readCursor({ feed, epoch, circle }: Bound, text: string, now: Date): ReadCursor {
  if (text === '') return { ok: true, following: null };
  const stored = parse(text);
  if (stored === null || stored.f !== feed || !Keys[feed].safeParse(stored.k).success)
    return { ok: false, failure: { kind: 'unreadable-cursor' } };
  if (stored.e !== epoch) return anew('restored');
  if (stored.c !== circle) return anew('other-circle');
  if (now.getTime() - stored.t > cursorDays * day) return anew('too-old');
  const [from, within] = stored.x;
  return { ok: true, following: { from, in: within, key: stored.k } };
}

/** Where an open feed begins: it counts by itself, and tells nobody how many transactions there have been. */
export const outset: Following = { ...nowhere, from: '0' };

/** Where whoever begins now stands: before everything that is there, with nothing gone behind. */
export async function begin(tx: Tx): Promise<Following> {
  const { rows } = await sql<{ from: string }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as "from"`.execute(tx);
  return { ...nowhere, from: rows[0]?.from ?? '0' };
}

export async function findEpoch(tx: Tx): Promise<string> {
  const { rows } = await sql<{ epoch: string }>`select epoch::text from systems.feed_epochs`.execute(tx);
  return digestOf(rows[0]?.epoch ?? '');
}
