import { z } from 'zod';
import {
  getOrganisation,
  link,
  missing,
  route,
  see,
  type AnyRoute,
  type Context,
  type Reply,
} from '../../../../platform/http/index.ts';
import { PageHead } from '../../../../ui/index.ts';
import { findNames } from '../../../organisations/index.ts';
import * as addresses from '../../addresses.ts';
import { mergeRecords, setApart } from '../../catalogue/actions.ts';
import { clusters, entriesOf, namesOf } from '../../catalogue/catalogue.ts';
import { isCurator, listCurators } from '../../catalogue/curators.ts';
import { listDifferent } from '../../catalogue/different.ts';
import { findDuplicates } from '../../catalogue/duplicates.ts';
import { differences } from '../../catalogue/merge.ts';
import { readCatalogue } from '../../catalogue/reading.ts';
import type { RecordKind } from '../../catalogue/record.ts';
import { registrars } from '../../everybody/reader.ts';
import { DuplicatesPage } from '../../pages/catalogue/duplicates.tsx';
import { MergePage } from '../../pages/catalogue/merge.tsx';
import { catalogueTexts } from '../../texts/catalogue.ts';
import { deedOf } from './deed.ts';
import { cataloguePage, failureWords, nameIn, recordAt } from './work-frame.tsx';

const at = addresses.catalogue;
const perPage = 25;
const Page = z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1) });

const showDuplicates = route({
  method: 'GET',
  path: at.duplicates.path,
  access: registrars,
  query: Page,
  handle: async (context, { query: { page } }) => {
    const { tx, language } = context;
    const organisation = getOrganisation(context);
    const catalogue = await readCatalogue(tx);
    const proposals = findDuplicates(catalogue, await listDifferent(tx));
    const view = {
      language,
      proposals: proposals.slice((page - 1) * perPage, page * perPage),
      curator: await isCurator(tx, organisation),
      curators: [...(await findNames(tx, await listCurators(tx))).values()],
      page,
      pages: Math.max(1, Math.ceil(proposals.length / perPage)),
      at: (to: number) => link(at.duplicates, { organisation }, { page: to }),
      nameOf: nameIn(catalogue),
      recordAt,
      mergeAt: ({ of, ids }: { readonly of: RecordKind; readonly ids: readonly string[] }) =>
        link(at.merge, { organisation }, { av: of, poster: ids.join(' ') }),
      apartAt: link(at.setApart, { organisation }),
    };
    const { title } = catalogueTexts(language).duplicates;
    return cataloguePage(context, {
      part: 'duplicates',
      title,
      list: true,
      content: <DuplicatesPage view={view} />,
    });
  },
});

const mostMerged = 12;

/** Which records: ids with spaces between. */
const Records = z.object({
  av: z.enum(['supplier', 'product']),
  poster: z
    .string()
    .max(2000)
    .transform((text) => [...new Set(text.split(' ').filter((id) => id !== ''))].slice(0, mostMerged)),
});

const sayApart = route({
  method: 'POST',
  path: at.setApart.path,
  access: registrars,
  body: Records,
  handle: async (context, { body: { av: of, poster: ids } }) => {
    const said = await setApart(await deedOf(context), { of, ids });
    if (!said.ok) return missing;
    return see(link(at.duplicates, { organisation: getOrganisation(context) }));
  },
});

type Merging = {
  readonly of: RecordKind;
  readonly ids: readonly string[];
  readonly into?: string | undefined;
  readonly take?: Readonly<Record<string, string>>;
  readonly message?: string | null;
};

async function mergePage(context: Context, merging: Merging): Promise<Reply> {
  const { tx, language } = context;
  const organisation = getOrganisation(context);
  if (!(await isCurator(tx, organisation))) return missing;
  const catalogue = await readCatalogue(tx);
  const { of, take = {}, message = null } = merging;
  const found = clusters(entriesOf(catalogue, of));
  const ids = merging.ids.filter((id) => found.get(id)?.[0]?.withdrawn === false);
  const words = catalogueTexts(language);
  const title = words.merge.title(ids.length);
  if (ids.length < 2) {
    const content = <PageHead title={words.duplicates.title} summary={words.merge.tooFew} />;
    return cataloguePage(context, { part: 'duplicates', title: words.duplicates.title, content });
  }
  const [first = ''] = ids;
  const into = merging.into !== undefined && ids.includes(merging.into) ? merging.into : first;
  const view = {
    language,
    catalogue,
    of,
    organisation: (id: string) => id,
    ids,
    into,
    take,
    differences: differences(catalogue, of, ids),
    names: namesOf(ids.flatMap((id) => found.get(id) ?? [])),
    nameOf: (id: string) => nameIn(catalogue)(of, id),
    action: link(at.merge, { organisation }),
    message,
  };
  const content = <MergePage view={view} />;
  return cataloguePage(context, { part: 'duplicates', title, content, failed: message !== null });
}

const showMerge = route({
  method: 'GET',
  path: at.merge.path,
  access: registrars,
  query: Records,
  handle: (context, { query: { av: of, poster: ids } }) => mergePage(context, { of, ids }),
});

const merge = route({
  method: 'POST',
  path: at.merge.path,
  access: registrars,
  body: Records.extend({ kvar: z.string().max(100).optional() }).catchall(z.string().max(200)),
  handle: async (context, { body }) => {
    const { av: of, poster: ids, kvar } = body;
    const into = kvar ?? ids[0] ?? '';
    const take = Object.fromEntries(
      Object.entries(body).flatMap(([name, value]) =>
        name.startsWith('tag-') && typeof value === 'string' ? [[name.slice(4), value]] : [],
      ),
    );
    const from = ids.filter((id) => id !== into);
    const merged = await mergeRecords(await deedOf(context), { of, into, from, take });
    if (merged.ok) return see(recordAt(of, into));
    if (merged.failure.kind === 'forbidden') return missing;
    return mergePage(context, { of, ids, into, take, message: failureWords(context, merged.failure) });
  },
});

export const careRoutes: readonly AnyRoute[] = [showDuplicates, sayApart, showMerge, merge];
