import { z } from 'zod';
import { pickText } from '../../../kernel/index.ts';
import { link, missing, open, route, see, type Context } from '../../../platform/http/index.ts';
import { Alert, PageHead } from '../../../ui/index.ts';
import { findNames, networksOf } from '../../organisations/index.ts';
import {
  comparePublications,
  findPublication,
  findWork,
  searchLibrary,
  showOpening,
  type WorkPage,
} from '../actions/library.ts';
import * as addresses from '../addresses.ts';
import { mayMake } from '../makers.ts';
import { Compared, decideCompared } from '../model/compared.ts';
import { getKind } from '../model/kind.ts';
import { LibraryQuery } from '../model/library.ts';
import { Act, type ActState } from '../pages/library/act.tsx';
import { ComparePage } from '../pages/library/compare-page.tsx';
import { LibraryListPage } from '../pages/library/library-page.tsx';
import { WorkPageView } from '../pages/library/work-page.tsx';
import { readerOf } from '../reader.ts';
import { libraryTexts } from '../texts/library.ts';

const frame = { kind: 'work', area: 'library' } as const;

const workplaceOf = (context: Context): string | null =>
  context.actor.kind === 'person' ? context.actor.workingFor : null;

/** As many stand out of each; a library of no more is shown whole at once. */
const mostFirst = 4;

/** Nothing is asked for yet: no words, no filter, no further page. */
const isBare = ({ q, page, ...filters }: LibraryQuery): boolean =>
  q === '' && page === 1 && Object.values(filters).every((value) => value === undefined);

const showLibrary = route({
  method: 'GET',
  path: addresses.library.path,
  access: open,
  query: LibraryQuery,
  handle: async (context, { query }) => {
    const { tx, language } = context;
    const reader = await readerOf(context);
    const found = await searchLibrary(tx, reader, query);
    const opens = context.actor.kind === 'anonymous' && isBare(query) && found.total > 2 * mostFirst;
    const opening = opens ? await showOpening(tx, reader, mostFirst) : null;
    const ours = workplaceOf(context);
    const networks = ours === null ? [] : (await networksOf(tx, ours)).map(({ id }) => id);
    const shown = [...found.hits, ...(opening === null ? [] : [...opening.mostUsed, ...opening.newest])];
    const owners = [...shown.map((hit) => hit.organisation), ...found.facets.owners.map(({ id }) => id)];
    const asked = [query.owner, query.network].filter((id) => id !== undefined);
    const names = await findNames(tx, [...new Set([...owners, ...networks, ...asked])]);
    const { q, page, ...filters } = query;
    const kept = { q: q === '' ? undefined : q, ...filters, page: page === 1 ? undefined : page };
    return {
      kind: 'page',
      title: libraryTexts(language).title,
      frame,
      content: (
        <LibraryListPage
          view={{
            query,
            found,
            opening,
            language,
            names,
            networks,
            signedIn: context.actor.kind !== 'anonymous',
            at: (change) => link(addresses.library, {}, { ...kept, ...change }),
            workAddress: (work) => link(addresses.work, { work }),
          }}
        />
      ),
    };
  },
});

/** What the reader may do here: adopters are those who design services for an organisation. */
async function actState(context: Context, shown: WorkPage): Promise<ActState> {
  const { actor, tx } = context;
  if (actor.kind === 'anonymous') {
    return { kind: 'sign-in', address: link({ path: '/logga-in' }, {}, { till: context.address }) };
  }
  const organisation = actor.workingFor;
  if (organisation === null || !mayMake(context, shown.kind, organisation)) return { kind: 'none' };
  const name = (await findNames(tx, [organisation])).get(organisation) ?? organisation;
  const use = shown.users.find((user) => user.organisation === organisation);
  if (use === undefined && shown.owner !== organisation) return { kind: 'adopt', organisation, name };
  // A number counts only beside numbers of the same publisher.
  const behind = use?.follows === shown.organisation && use.number < shown.latest.number;
  const update = behind ? shown.latest.number : null;
  return { kind: 'have', organisation, name, update };
}

const Variant = z.object({ variant: z.string().max(100).optional() });

const variantOf = (query: z.infer<typeof Variant>) =>
  query.variant === undefined ? {} : { organisation: query.variant };

const showWork = route({
  method: 'GET',
  path: addresses.work.path,
  access: open,
  query: Variant,
  handle: async (context, { params, query }) => {
    const { tx, language, now, demo } = context;
    const shown = await findWork(tx, await readerOf(context), {
      work: params.work,
      now,
      ...variantOf(query),
    });
    if (shown === null) return missing;
    const { work } = params;
    const mentioned = [
      shown.owner,
      shown.organisation,
      ...shown.users.flatMap((user) => [user.organisation, user.follows]),
      ...shown.variants.map((variant) => variant.organisation),
      ...shown.latest.credit,
      ...[workplaceOf(context)].filter((id) => id !== null),
    ];
    const names = await findNames(tx, [...new Set(mentioned)]);
    const of = { work };
    const owner = names.get(shown.owner) ?? shown.owner;
    const publisher = names.get(shown.organisation) ?? shown.organisation;
    return {
      kind: 'page',
      title: pickText(shown.title, language),
      frame,
      content: (
        <WorkPageView
          view={{
            work: shown,
            language,
            names,
            demo,
            ours: workplaceOf(context),
            act: (
              <Act
                state={await actState(context, shown)}
                work={shown}
                owner={owner}
                publisher={publisher}
                language={language}
              />
            ),
            addresses: {
              library: link(addresses.library, {}),
              subject: (subject) => link(addresses.library, {}, { subject }),
              compare: (from, to) => link(addresses.compare, of, { fran: from, till: to, ...query }),
              variant: (organisation) => link(addresses.work, of, { variant: organisation }),
              preview: getKind(shown.kind).preview === undefined ? null : link(addresses.preview, of, query),
              file: link(addresses.file, of, query),
            },
          }}
        />
      ),
    };
  },
});

const number = z.coerce.number().int().min(1);

const showComparison = route({
  method: 'GET',
  path: addresses.compare.path,
  access: open,
  query: Variant.extend(Compared.shape),
  handle: async (context, { params: { work }, query }) => {
    const { tx, language, now } = context;
    const reader = await readerOf(context);
    const shown = await findWork(tx, reader, { work, now, ...variantOf(query) });
    if (shown === null) return missing;
    const { organisation } = shown;
    const numbers = shown.publications.map((one) => one.number);
    const between = decideCompared(query, numbers);
    if (between === null) return see(link(addresses.work, { work }, { variant: query.variant }));
    const changes = await comparePublications(tx, reader, { work, organisation, ...between, language });
    if (changes === null) return missing;
    const words = libraryTexts(language);
    const name = (await findNames(tx, [organisation])).get(organisation) ?? organisation;
    const title = words.compare.title(name, between.from, between.to);
    const others = shown.publications.filter(
      (one) => one.number !== between.from && one.number !== between.to,
    );
    return {
      kind: 'page',
      title,
      frame,
      content: (
        <ComparePage
          view={{
            name,
            ...between,
            changes,
            language,
            trail: [
              { title: words.title, to: link(addresses.library, {}) },
              {
                title: pickText(shown.title, language),
                to: link(addresses.work, { work }, { variant: query.variant }),
              },
              { title },
            ],
            others: others.slice(0, 10).map((one) => ({
              number: one.number,
              to: link(
                addresses.compare,
                { work },
                { fran: one.number, till: between.to, variant: query.variant },
              ),
            })),
          }}
        />
      ),
    };
  },
});

const showPreview = route({
  method: 'GET',
  path: addresses.preview.path,
  access: open,
  query: Variant,
  handle: async (context, { params: { work }, query }) => {
    const { tx, language, now } = context;
    const shown = await findWork(tx, await readerOf(context), { work, now, ...variantOf(query) });
    const preview = shown === null ? undefined : getKind(shown.kind).preview;
    if (shown === null || preview === undefined) return missing;
    const words = libraryTexts(language);
    const name = pickText(shown.title, language);
    const title = words.work.previewTitle(name);
    const { definition, offered: values } = shown.latest;
    return {
      kind: 'page',
      title,
      frame,
      content: (
        <>
          <PageHead
            title={title}
            trail={[
              { title: words.title, to: link(addresses.library, {}) },
              { title: name, to: link(addresses.work, { work }, query) },
              { title: words.work.preview },
            ]}
          />
          <Alert tone="info" title={words.work.previewNote} />
          {preview({ definition, values, language })}
        </>
      ),
    };
  },
});

/** The definition as a file that `kommons diff`, `merge` and `validate` read. */
const downloadWork = route({
  method: 'GET',
  path: addresses.file.path,
  access: open,
  query: Variant.extend({ version: number.optional() }),
  handle: async (context, { params: { work }, query }) => {
    const { tx, now } = context;
    const reader = await readerOf(context);
    const shown = await findWork(tx, reader, { work, now, ...variantOf(query) });
    if (shown === null) return missing;
    const wanted = query.version ?? shown.latest.number;
    const found = await findPublication(tx, reader, {
      work,
      organisation: shown.organisation,
      number: wanted,
    });
    if (found === null) return missing;
    const text = `${JSON.stringify(found.definition, null, 2)}\n`;
    return {
      kind: 'file',
      name: `${work}-${shown.organisation}-v${found.number}.json`,
      type: 'application/json',
      bytes: new TextEncoder().encode(text),
    };
  },
});

export const libraryRoutes = [showLibrary, showWork, showComparison, showPreview, downloadWork];
