import { z } from 'zod';
import {
  type Context,
  getOrganisation,
  getPerson,
  link,
  type Reply,
  route,
  see,
  staff,
} from '../../../platform/http/index.ts';
import { isoDay } from '../../../platform/text/index.ts';
import { Alert } from '../../../ui/index.ts';
import { findOrganisation } from '../../organisations/index.ts';
import { assignCase, listColleagues, takeNextCase } from '../actions/handle.ts';
import { isId } from '../actions/read-case.ts';
import { workAddresses } from '../addresses.ts';
import { filterOf, listQuery, type ListQuery, ownViews } from '../model/listing.ts';
import { ListPage } from '../pages/list-page.tsx';
import { countViews, countWorks, listCases } from '../store/list.ts';
import { texts } from '../texts/index.ts';

const access = staff('case-worker');

async function showList(context: Context, query: ListQuery): Promise<Reply> {
  const { tx, language, now } = context;
  const organisation = getOrganisation(context);
  const filter = filterOf(query, { organisation, worker: getPerson(context).person, today: isoDay(now) });
  const words = texts(language).work;
  const office = await findOrganisation(tx, organisation);
  const area = ownViews.includes(filter.view) ? 'today' : 'cases';
  return {
    kind: 'page',
    title: words.views[filter.view],
    frame: { kind: 'work', area },
    content: (
      <ListPage
        language={language}
        demo={context.demo}
        filter={filter}
        listed={await listCases(tx, filter)}
        counts={await countViews(tx, filter)}
        works={await countWorks(tx, organisation)}
        colleagues={await listColleagues(context)}
        office={office?.name ?? organisation}
        notice={noticeOf(query.klart, words)}
      />
    ),
  };
}

function noticeOf(done: string, words: ReturnType<typeof texts>['work']) {
  if (done === 'inget') return <Alert tone="info" title={words.noneFree} />;
  if (done === 'valj') return <Alert tone="warning" title={words.give.none} />;
  const given = /^fordelat-(\d{1,3})$/.exec(done)?.[1];
  return given === undefined ? null : <Alert tone="good" title={words.give.done(Number(given))} />;
}

/** What to do now. */
export const today = route({
  method: 'GET',
  path: workAddresses.today.path,
  access,
  query: listQuery('to-do'),
  handle: (context, { query }) => showList(context, query),
});

/** Every case of the municipality. */
export const cases = route({
  method: 'GET',
  path: workAddresses.cases.path,
  access,
  query: listQuery('open'),
  handle: (context, { query }) => showList(context, query),
});

export const takeNext = route({
  method: 'POST',
  path: workAddresses.takeNext.path,
  access,
  handle: async (context, { params: { organisation } }) => {
    const taken = await takeNextCase(context);
    if (taken?.ok !== true) return see(link(workAddresses.today, { organisation }, { klart: 'inget' }));
    return see(link(workAddresses.case, { organisation, case: taken.value.id }, { klart: 'taken' }));
  },
});

const chosen = z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]);

/** Gives the chosen cases to a colleague. A case that cannot be given, such as a closed one, stays. */
export const give = route({
  method: 'POST',
  path: workAddresses.give.path,
  access,
  body: z.object({ to: z.string(), cases: chosen }),
  handle: async (context, { params: { organisation }, body }) => {
    const ids = body.cases.filter(isId).slice(0, 100).toSorted();
    let given = 0;
    // In one order for all, so that two who give the same cases wait for each other and never cross.
    for (const id of ids) if ((await assignCase(context, id, body.to)).ok) given += 1;
    const klart = given === 0 ? 'valj' : `fordelat-${String(given)}`;
    return see(link(workAddresses.cases, { organisation }, { klart }));
  },
});
