import { z } from 'zod';
import { json, missing, open, route, type AnyRoute } from '../../../../platform/http/index.ts';
import { readCatalogue } from '../../catalogue/reading.ts';
import { SeenUsageBody, seenUsageBody } from '../../connections/bodies.ts';
import { CatalogueChange, listCatalogueChanges } from '../../connections/feed/catalogue.ts';
import { listSeenChanges } from '../../connections/feed/changes.ts';
import { digestOf } from '../../connections/feed/cursor.ts';
import { landscapeAccess, readerOf, type LandscapeReader } from '../../everybody/reader.ts';
import { Filter } from '../../everybody/search/filter.ts';
import { listKeys } from '../../everybody/search/keys.ts';
import { findSeen } from '../../everybody/seen.ts';
import { Cursor, openFeed, refusedCursor } from './cursors.ts';

const tag = 'Systems';
const everybodyAt = '/api/v1/organisations/:organisation/everybody/usages';

const search = route({
  method: 'GET',
  path: everybodyAt,
  access: landscapeAccess,
  query: Filter.extend(Cursor.shape),
  operation: {
    summary: 'What all use, as the organisation may see it, with the same filters as the page',
    tag,
    response: z.object({ rows: z.array(SeenUsageBody), next: z.string().nullable() }),
  },
  handle: async (context, { query: { after, limit, ...filter } }) => {
    const reader = await readerOf(context);
    if (reader === null) return missing;
    const opened = await openFeed(context, { feed: 'search' }, after);
    if (!opened.ok) return refusedCursor(opened.failure);
    const { following, write } = opened.feed;
    const [organisation, usage, user] = following.key;
    const last =
      organisation === undefined || usage === undefined || user === undefined
        ? null
        : { organisation, usage, user };
    const { keys, more } = await listKeys(context.tx, reader, { filter, after: last, limit });
    const end = keys.at(-1);
    const rows = await findSeen(context.tx, reader, keys);
    const catalogue = await readCatalogue(context.tx);
    return json({
      rows: rows.map((one) => seenUsageBody(catalogue, one)),
      next:
        more && end !== undefined
          ? write({ ...following, key: [end.organisation, end.usage, end.user] })
          : null,
    });
  },
});

/** Whoever comes to see other rows, or not to see some, begins anew: joining a network is no change of a system. */
const circleOf = ({ municipality, near }: LandscapeReader): string =>
  digestOf(String(municipality), ...near.toSorted());

const changes = route({
  method: 'GET',
  path: `${everybodyAt}/changes`,
  access: landscapeAccess,
  query: Cursor,
  operation: {
    summary:
      'What has become of what all use since a cursor, as the organisation may see it, each at least once. 410 says that one must begin anew',
    tag,
    response: z.object({
      rows: z.array(
        z.object({
          kind: z.enum(['changed', 'gone']),
          id: z.string(),
          organisation: z.string(),
          user: z.string(),
          usage: SeenUsageBody.nullable(),
        }),
      ),
      next: z.string(),
      more: z.boolean(),
    }),
  },
  handle: async (context, { query: { after, limit } }) => {
    const reader = await readerOf(context);
    if (reader === null) return missing;
    const opened = await openFeed(context, { feed: 'everybody', circle: circleOf(reader) }, after);
    if (!opened.ok) return refusedCursor(opened.failure);
    const { following, write } = opened.feed;
    const { rows, next, more } = await listSeenChanges(context.tx, reader, { following, limit });
    const catalogue = await readCatalogue(context.tx);
    return json({
      rows: rows.map((row) => ({
        kind: row.kind,
        id: row.key.usage,
        organisation: row.key.organisation,
        user: row.key.user,
        usage: row.kind === 'gone' ? null : seenUsageBody(catalogue, row.thing),
      })),
      next: write(next),
      more,
    });
  },
});

const catalogueChanges = route({
  method: 'GET',
  path: '/api/v1/catalogue/changes',
  access: open,
  query: Cursor,
  operation: {
    summary: 'What has been done to the catalogue since a cursor: which records, and which of their fields',
    tag,
    response: z.object({ rows: z.array(CatalogueChange), next: z.string(), more: z.boolean() }),
  },
  handle: async (context, { query: { after, limit } }) => {
    const opened = await openFeed(context, { feed: 'catalogue' }, after);
    if (!opened.ok) return refusedCursor(opened.failure);
    const { following, write } = opened.feed;
    const [last = '0'] = following.key;
    const { rows, more } = await listCatalogueChanges(context.tx, { after: Number(last), limit });
    const end = rows.at(-1);
    return json({
      rows,
      next: write(end === undefined ? following : { ...following, key: [String(end.number)] }),
      more,
    });
  },
});

export const everybodyApi: readonly AnyRoute[] = [search, changes, catalogueChanges];
