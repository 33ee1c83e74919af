import { z } from 'zod';
import { open, route, type AnyRoute } from '../../../platform/http/index.ts';
import { json } from '../../../platform/http/index.ts';
import { comparePublications, findPublication, findWork, searchLibrary } from '../actions/library.ts';
import { Slug } from '../model/input.ts';
import { LibraryQuery } from '../model/library.ts';
import { readerOf } from '../reader.ts';
import { found } from './present.ts';
import { LibraryShape, PublishedShape, WorkShape } from './library-shapes.ts';
import { DifferencesShape } from './update-shapes.ts';

const tag = 'library';
const Number_ = z.coerce.number().int().min(1).max(1_000_000);

const apiLibrary = route({
  method: 'GET',
  path: '/api/v1/library',
  access: open,
  query: LibraryQuery,
  operation: {
    summary: 'Search what is published for the requester, 25 a page',
    tag,
    response: LibraryShape,
  },
  handle: async (context, { query }) => json(await searchLibrary(context.tx, await readerOf(context), query)),
});

const apiLibraryWork = route({
  method: 'GET',
  path: '/api/v1/library/:work',
  access: open,
  query: z.object({ variant: Slug.optional() }),
  operation: { summary: 'A work: its newest version, variants and who uses it', tag, response: WorkShape },
  handle: async (context, { params, query }) => {
    const asked = { work: params.work, now: context.now };
    const of = query.variant === undefined ? asked : { ...asked, organisation: query.variant };
    return found(await findWork(context.tx, await readerOf(context), of));
  },
});

const apiPublication = route({
  method: 'GET',
  path: '/api/v1/library/:work/:owner/versions/:number',
  access: open,
  operation: { summary: 'A published version with its definition', tag, response: PublishedShape },
  handle: async (context, { params }) => {
    const number = Number_.safeParse(params.number);
    if (!number.success) return found(null);
    const of = { work: params.work, organisation: params.owner, number: number.data };
    return found(await findPublication(context.tx, await readerOf(context), of));
  },
});

const apiDifferences = route({
  method: 'GET',
  path: '/api/v1/library/:work/:owner/differences',
  access: open,
  query: z.object({ from: Number_, to: Number_ }),
  operation: {
    summary: 'Readable differences between two published versions',
    tag,
    response: DifferencesShape,
  },
  handle: async (context, { params, query }) => {
    const of = { work: params.work, organisation: params.owner, ...query, language: context.language };
    const changes = await comparePublications(context.tx, await readerOf(context), of);
    return found(changes, (all) => ({ changes: all }));
  },
});

export const libraryRoutes: readonly AnyRoute[] = [
  apiLibrary,
  apiLibraryWork,
  apiPublication,
  apiDifferences,
];
