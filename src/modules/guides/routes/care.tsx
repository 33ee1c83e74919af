import { z } from 'zod';
import {
  getOrganisation,
  getPerson,
  link,
  missing,
  route,
  see,
  type Context,
  type Reply,
} from '../../../platform/http/index.ts';
import { isoDay } from '../../../platform/text/index.ts';
import { saveOwner, saveReviewed, type Seen } from '../care/actions.ts';
import { monthsOn } from '../care/review.ts';
import { CareGuidePage } from '../pages/care/guide-page.tsx';
import { CareListPage } from '../pages/care/list-page.tsx';
import { findShownGuide, type ShownGuide } from '../reading/shown.ts';
import { care as at } from './addresses.ts';
import { chosen, frame, page } from './care-fields.ts';
import { careGuideView, careListView, type CareDone } from './care-view.ts';
import { writers } from '../writers.ts';

const showList = route({
  method: 'GET',
  path: at.list.path,
  access: writers,
  query: z.object({ visa: chosen, sida: page }),
  handle: async (context, { query }) => {
    const view = await careListView(context, getOrganisation(context), query);
    return { kind: 'page', title: view.words.title, frame, content: <CareListPage {...view} /> };
  },
});

const findGuide = (context: Context, work: string): Promise<ShownGuide | null> =>
  findShownGuide({ tx: context.tx, organisation: getOrganisation(context) }, work);

async function guidePage(context: Context, shown: ShownGuide, done: CareDone): Promise<Reply> {
  const view = await careGuideView(context, shown, done);
  const { failure } = done;
  return {
    kind: 'page',
    ...(failure === null ? {} : { status: failure.kind === 'unfit' ? 422 : 409, failed: true }),
    title: view.words.guide.title(view.title),
    frame,
    content: <CareGuidePage {...view} />,
  };
}

const showGuide = route({
  method: 'GET',
  path: at.guide.path,
  access: writers,
  query: z.object({ sparat: chosen }),
  handle: async (context, { params, query }) => {
    const shown = await findGuide(context, params.work);
    if (shown === null) return missing;
    return guidePage(context, shown, {
      typed: null,
      failure: null,
      seen: null,
      saved: query.sparat === 'ja',
    });
  },
});

const text = z.string().trim().max(200).default('');
/** What stood when the form was shown. */
const SeenFields = z.object({ 'sett.dag': text, 'sett.ansvarig': text, 'sett.epost': text });
const OwnerFields = SeenFields.extend({
  ansvarig: text,
  epost: text,
  'granskas.day': text,
  'granskas.month': text,
  'granskas.year': text,
});

const orNull = (given: string): string | null => (given === '' ? null : given);

const seenIn = (fields: z.infer<typeof SeenFields>): Seen =>
  fields['sett.dag'] === ''
    ? null
    : {
        reviewOn: fields['sett.dag'],
        ownerName: orNull(fields['sett.ansvarig']),
        ownerEmail: orNull(fields['sett.epost']),
      };

const saveGuide = route({
  method: 'POST',
  path: at.guide.path,
  access: writers,
  body: OwnerFields,
  handle: async (context, { params, body }) => {
    const shown = await findGuide(context, params.work);
    if (shown === null) return missing;
    const { organisation, work } = shown;
    const { 'granskas.day': day, 'granskas.month': month, 'granskas.year': year } = body;
    const typed = { name: body.ansvarig, email: body.epost, review: { day, month, year } };
    const seen = seenIn(body);
    const today = isoDay(context.now);
    const saved = await saveOwner(context.tx, { organisation, work }, { typed, seen, today });
    if (!saved.ok) return guidePage(context, shown, { typed, failure: saved.failure, seen, saved: false });
    return see(link(at.guide, { organisation, work }, { sparat: 'ja' }));
  },
});

const setReviewed = route({
  method: 'POST',
  path: at.reviewed.path,
  access: writers,
  body: SeenFields,
  handle: async (context, { params, body }) => {
    const shown = await findGuide(context, params.work);
    if (shown === null) return missing;
    const { organisation, work } = shown;
    const on = isoDay(context.now);
    const seen = seenIn(body);
    const saved = await saveReviewed(
      context.tx,
      { organisation, work },
      {
        on,
        by: getPerson(context).name,
        next: monthsOn(on, shown.guide.reviewMonths),
        seen: seen?.reviewOn ?? null,
      },
    );
    if (!saved.ok)
      return guidePage(context, shown, { typed: null, failure: saved.failure, seen, saved: false });
    return see(link(at.guide, { organisation, work }, { sparat: 'ja' }));
  },
});

/** How guides are cared for: all of them, and each. */
export const careRoutes = [showList, showGuide, saveGuide, setReviewed] as const;
