import { z } from 'zod';
import {
  getOrganisation,
  json,
  missing,
  route,
  type AnyRoute,
  type Context,
} from '../../../../platform/http/index.ts';
import { isoDay } from '../../../../platform/text/index.ts';
import { readCatalogue } from '../../catalogue/reading.ts';
import { OwnUsageBody, ownUsageBody } from '../../connections/bodies.ts';
import { listOwnChanges } from '../../connections/feed/changes.ts';
import { landscapeAccess } from '../../everybody/reader.ts';
import { findRows } from '../../landscape/find.ts';
import { ownRows, readLandscape } from '../../landscape/row.ts';
import { findUsage, listUsages } from '../../usages/store.ts';
import { filterOf, Query } from '../own-list.tsx';
import { Cursor, openFeed, refusedCursor } from './cursors.ts';
import { ownChangingApi } from './own-api-change.ts';

const tag = 'Systems';
const usagesAt = '/api/v1/organisations/:organisation/usages';

/** Those of the organisation's own that a filter finds, by id. */
async function findOwn(context: Context, query: Omit<z.infer<typeof Query>, 'sida'>) {
  const organisation = getOrganisation(context);
  const landscape = await readLandscape(context.tx, organisation);
  const time = { today: isoDay(context.now), now: context.now };
  const found = new Set(findRows(ownRows(landscape), filterOf(query), time).map(({ id }) => id));
  return (await listUsages(context.tx, organisation)).filter(({ id }) => found.has(id));
}

const list = route({
  method: 'GET',
  path: usagesAt,
  access: landscapeAccess,
  query: Query.omit({ sida: true, ordning: true }).extend(Cursor.shape),
  operation: {
    summary:
      'Own systems in use by id, with the same filters as the page; a cursor stands where others write',
    tag,
    response: z.object({ rows: z.array(OwnUsageBody), next: z.string().nullable() }),
  },
  handle: async (context, { query: { after, limit, ...asked } }) => {
    const opened = await openFeed(context, { feed: 'list' }, after);
    if (!opened.ok) return refusedCursor(opened.failure);
    const { following, write } = opened.feed;
    const [last = ''] = following.key;
    const found = await findOwn(context, { ...asked, ordning: 'namn' });
    const left = found.filter(({ id }) => id > last).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const rows = left.slice(0, limit);
    const end = rows.at(-1);
    const catalogue = await readCatalogue(context.tx);
    return json({
      rows: rows.map((usage) => ownUsageBody(catalogue, usage)),
      next: left.length > limit && end !== undefined ? write({ ...following, key: [end.id] }) : null,
    });
  },
});

const changes = route({
  method: 'GET',
  path: `${usagesAt}/changes`,
  access: landscapeAccess,
  query: Cursor,
  operation: {
    summary:
      'What has become of own systems in use since a cursor, each at least once; from the beginning without one. 410 says that one must begin anew',
    tag,
    response: z.object({
      rows: z.array(
        z.object({
          kind: z.enum(['changed', 'gone']),
          id: z.string(),
          usage: OwnUsageBody.nullable(),
        }),
      ),
      next: z.string(),
      more: z.boolean(),
    }),
  },
  handle: async (context, { query: { after, limit } }) => {
    const opened = await openFeed(context, { feed: 'own' }, after);
    if (!opened.ok) return refusedCursor(opened.failure);
    const { following, write } = opened.feed;
    const { rows, next, more } = await listOwnChanges(context.tx, getOrganisation(context), {
      following,
      limit,
    });
    const catalogue = await readCatalogue(context.tx);
    return json({
      rows: rows.map((row) => ({
        kind: row.kind,
        id: row.key,
        usage: row.kind === 'gone' ? null : ownUsageBody(catalogue, row.thing),
      })),
      next: write(next),
      more,
    });
  },
});

const one = route({
  method: 'GET',
  path: `${usagesAt}/:usage`,
  access: landscapeAccess,
  operation: { summary: 'One of the own systems in use', tag, response: OwnUsageBody },
  handle: async ({ tx }, { params: { organisation, usage: id } }) => {
    const usage = await findUsage(tx, organisation, id);
    return usage === null ? missing : json(ownUsageBody(await readCatalogue(tx), usage));
  },
});

export const ownApi: readonly AnyRoute[] = [list, changes, one, ...ownChangingApi];
