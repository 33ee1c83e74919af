import { z } from 'zod';
import {
  everybodyAtWork,
  getPerson,
  json,
  missing,
  open,
  route,
  type Context,
} from '../../../platform/http/index.ts';
import { placeOf } from '../reading/outline.ts';
import type { ShownGuide } from '../reading/shown.ts';
import { searchGuides } from '../search/door.ts';
import { findPassed, findPlaces, saveRead } from '../store/reading.ts';
import { countSubjects, listShelf } from '../store/shelf.ts';
import type { Site } from './addresses.ts';
import { detailsOf, readingOf } from './api-presenter.ts';
import { FindList, GuideDetails, GuideList, ReadingShown } from './api-shapes.ts';
import { siteFor } from './api-site.ts';
import { perPage } from './list-view.ts';
import { readerOf } from './reader.ts';
import { openGuide } from './site-pages.tsx';

const tag = 'guides';
const base = '/api/v1/organisations/:organisation/guides';

const page = z.coerce.number().int().min(1).max(1000).default(1);

const listGuides = route({
  method: 'GET',
  path: base,
  access: open,
  query: z.object({ subject: z.string().max(40).optional(), page }),
  operation: { summary: 'Guides in use, 25 a page', tag, response: GuideList },
  handle: async (context, { query }) => {
    const { kind, organisation } = siteFor(context);
    const filter = { open: kind === 'open', subject: query.subject ?? null, works: null };
    const offset = (query.page - 1) * perPage;
    const rows = await listShelf(context.tx, organisation, { ...filter, limit: perPage, offset });
    const counts = await countSubjects(context.tx, organisation, filter);
    const counted = counts.filter((one) => filter.subject === null || one.subject === filter.subject);
    return json({
      total: counted.reduce((all, one) => all + one.count, 0),
      guides: rows.map(({ work, title, summary, subject, readers, outline }) => ({
        work,
        title,
        summary,
        subject,
        readers,
        steps: outline.reduce((all, section) => all + section.steps.length, 0),
      })),
    });
  },
});

const searchRoute = route({
  method: 'GET',
  path: '/api/v1/organisations/:organisation/guide-search',
  access: open,
  query: z.object({ q: z.string().trim().min(1).max(200), page }),
  operation: { summary: 'Steps and blocks that a question finds, 25 a page', tag, response: FindList },
  handle: async (context, { query }) => {
    const site = siteFor(context);
    const { finds, total } = await searchGuides(context.tx, {
      organisation: site.organisation,
      question: query.q,
      open: site.kind === 'open',
      limit: perPage,
      offset: (query.page - 1) * perPage,
    });
    return json({
      total,
      finds: finds.map(({ work, step, element, title, text }) => ({
        work,
        step,
        element,
        title,
        text,
        address: step === '' ? site.guide(work) : `${site.step(work, step)}#${element}`,
      })),
    });
  },
});

const showGuide = route({
  method: 'GET',
  path: `${base}/:work`,
  access: open,
  operation: { summary: 'A guide in use, with whose each block is', tag, response: GuideDetails },
  handle: async (context, { params }) => {
    const shown = await openGuide(context, siteFor(context), params.work);
    return shown === null ? missing : json(detailsOf(shown));
  },
});

async function readingReply(context: Context, site: Site, shown: ShownGuide) {
  const { person } = getPerson(context);
  const { organisation } = site;
  const places = await findPlaces(context.tx, { organisation, person });
  return json(
    readingOf(shown, {
      reader: await readerOf(context, site, shown),
      place: places.get(shown.work)?.step ?? null,
      passed: await findPassed(context.tx, person, shown.work),
    }),
  );
}

const showReading = route({
  method: 'GET',
  path: `${base}/:work/reading`,
  access: everybodyAtWork,
  operation: { summary: 'What one has read of a guide', tag, response: ReadingShown },
  handle: async (context, { params }) => {
    const site = siteFor(context);
    const shown = await openGuide(context, site, params.work);
    return shown === null ? missing : readingReply(context, site, shown);
  },
});

const markRead = route({
  method: 'PUT',
  path: `${base}/:work/reading/:step`,
  access: everybodyAtWork,
  operation: { summary: 'Keeps that one has read a step as it stands', tag, response: ReadingShown },
  handle: async (context, { params }) => {
    const { work, step } = params;
    const site = siteFor(context);
    const shown = await openGuide(context, site, work);
    const place = shown === null ? null : placeOf(shown.outline, step);
    if (shown === null || place === null) return missing;
    const { person } = getPerson(context);
    const reader = { organisation: site.organisation, person, work };
    await saveRead(context.tx, reader, { step: place.step, at: context.now });
    return readingReply(context, site, shown);
  },
});

export const apiRoutes = [listGuides, searchRoute, showGuide, showReading, markRead] as const;
