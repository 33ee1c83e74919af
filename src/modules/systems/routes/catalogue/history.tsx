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
import { findNames } from '../../../organisations/index.ts';
import * as addresses from '../../addresses.ts';
import { mayUndo, undo } from '../../catalogue/actions.ts';
import { findLine, listLog } from '../../catalogue/log.ts';
import { readCatalogue } from '../../catalogue/reading.ts';
import { previewUndo } from '../../catalogue/store.ts';
import { registrars } from '../../everybody/reader.ts';
import { EntryPage, LogPage } from '../../pages/catalogue/log.tsx';
import { catalogueTexts } from '../../texts/catalogue.ts';
import { deedOf } from './deed.ts';
import { cataloguePage, failureWords, nameIn } from './work-frame.tsx';

const at = addresses.catalogue;
const Page = z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1) });

const showLog = route({
  method: 'GET',
  path: at.log.path,
  access: registrars,
  query: Page.extend({ post: z.string().max(200).optional(), allt: z.string().optional() }),
  handle: async (context, { query: { page, post, allt } }) => {
    const { tx, language } = context;
    const organisation = getOrganisation(context);
    const shipped = allt !== undefined || post !== undefined;
    const { lines, pages } = await listLog(tx, { page, touches: post ?? null, shipped });
    const names = await findNames(
      tx,
      lines.flatMap((line) => line.organisation ?? []),
    );
    const kept = { post, allt };
    const view = {
      language,
      lines,
      page,
      pages,
      at: (to: number) => link(at.log, { organisation }, { ...kept, page: to }),
      entryAt: (number: number) => link(at.entry, { organisation, number: String(number) }),
      nameOf: nameIn(await readCatalogue(tx)),
      organisation: (id: string) => names.get(id) ?? id,
      other: shipped
        ? { shipped: false, to: link(at.log, { organisation }) }
        : { shipped: true, to: link(at.log, { organisation }, { allt: 'ja' }) },
    };
    const { title } = catalogueTexts(language).log;
    return cataloguePage(context, { part: 'log', title, list: true, content: <LogPage view={view} /> });
  },
});

async function entryPage(context: Context, given: string, message: string | null): Promise<Reply> {
  const { tx, language } = context;
  const organisation = getOrganisation(context);
  const number = /^\d{1,9}$/u.test(given) ? Number(given) : 0;
  const line = await findLine(tx, number);
  if (line === null) return missing;
  const catalogue = await readCatalogue(tx);
  const made = line.operation.writes.flatMap(({ field, was, became }) =>
    field === 'madeBy' ? [was, became] : [],
  );
  const mentioned = [line.organisation, ...made].filter((id) => typeof id === 'string');
  const names = await findNames(tx, mentioned);
  const words = catalogueTexts(language);
  const { title } = words.log;
  const stands = line.undoneBy === null;
  const may = stands && (await mayUndo(tx, await deedOf(context), number));
  const preview = may ? await previewUndo(tx, number) : null;
  const notAlone = stands && !may && line.organisation === organisation;
  const why =
    preview?.ok === false ? failureWords(context, preview.failure) : notAlone ? words.log.notAlone : null;
  const view = {
    language,
    catalogue,
    line,
    organisation: (id: string) => names.get(id) ?? id,
    nameOf: nameIn(catalogue),
    undo:
      preview?.ok === true
        ? { action: link(at.undo, { organisation, number: String(number) }), since: preview.since }
        : null,
    blocked: why,
    message,
    trail: [{ title, to: link(at.log, { organisation }) }, { title: words.log.entry }],
  };
  const content = <EntryPage view={view} />;
  return cataloguePage(context, { part: 'log', title: words.log.entry, content, failed: message !== null });
}

const showEntry = route({
  method: 'GET',
  path: at.entry.path,
  access: registrars,
  handle: (context, { params: { number } }) => entryPage(context, number, null),
});

const undoEntry = route({
  method: 'POST',
  path: at.undo.path,
  access: registrars,
  handle: async (context, { params: { number: given } }) => {
    const number = /^\d{1,9}$/u.test(given) ? Number(given) : 0;
    const undone = await undo(await deedOf(context), number);
    if (undone.ok) {
      const to = { organisation: getOrganisation(context), number: String(undone.number) };
      return see(link(at.entry, to));
    }
    const { failure } = undone;
    const why =
      failure.kind === 'forbidden'
        ? catalogueTexts(context.language).log.notAlone
        : failureWords(context, failure);
    return entryPage(context, given, why);
  },
});

export const logRoutes: readonly AnyRoute[] = [showLog, showEntry, undoEntry];
