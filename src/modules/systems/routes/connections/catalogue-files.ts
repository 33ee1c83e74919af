import { z } from 'zod';
import { getOrganisation, route, type AnyRoute } from '../../../../platform/http/index.ts';
import { findNames } from '../../../organisations/index.ts';
import { catalogue as at } from '../../addresses.ts';
import { listDifferent } from '../../catalogue/different.ts';
import { findDuplicates, type LikePair } from '../../catalogue/duplicates.ts';
import { listLog, type LogLine } from '../../catalogue/log.ts';
import { readCatalogue } from '../../catalogue/reading.ts';
import type { RecordKind } from '../../catalogue/record.ts';
import { landscapeAccess, registrars } from '../../everybody/reader.ts';
import { sheetReply, type SheetColumn } from '../../sheets/write.ts';
import type { OwnComponent } from '../../taxonomy/own.ts';
import { readTaxonomy } from '../../taxonomy/store.ts';
import { catalogueTexts } from '../../texts/catalogue.ts';
import { connectionTexts } from '../../texts/connections.ts';
import { nameIn } from '../catalogue/work-frame.tsx';
import { allPages, fileOf, Format } from './save-as.ts';

/** Lines a page of the log. */
const logPage = 25;

const log = route({
  method: 'GET',
  path: fileOf(at.log),
  access: registrars,
  query: z.object({ ...Format, post: z.string().max(200).optional(), allt: z.string().optional() }),
  handle: async ({ tx, language }, { query: { format, post, allt } }) => {
    const shipped = allt !== undefined || post !== undefined;
    const rows = await allPages(async (page) => ({
      rows: (await listLog(tx, { page, touches: post ?? null, shipped })).lines,
      perPage: logPage,
    }));
    const names = await findNames(tx, [...new Set(rows.flatMap(({ organisation }) => organisation ?? []))]);
    const nameOf = nameIn(await readCatalogue(tx));
    const { heads, files, somebody } = connectionTexts(language).lists;
    const columns: readonly SheetColumn<LogLine>[] = [
      { id: 'number', title: heads.number, value: ({ n }) => n },
      { id: 'at', title: heads.day, value: ({ at: moment }) => moment.toISOString() },
      {
        id: 'who',
        title: heads.who,
        value: ({ organisation }) =>
          organisation === null ? somebody : (names.get(organisation) ?? organisation),
      },
      { id: 'what', title: heads.what, value: ({ operation }) => operation.kind },
      { id: 'record', title: heads.record, value: ({ operation: { of, id } }) => nameOf(of, id) },
    ];
    return sheetReply(format, columns, rows, files.log);
  },
});

type Pair = LikePair & { readonly of: RecordKind };

const duplicates = route({
  method: 'GET',
  path: fileOf(at.duplicates),
  access: registrars,
  query: z.object(Format),
  handle: async ({ tx, language }, { query: { format } }) => {
    const catalogue = await readCatalogue(tx);
    const pairs = findDuplicates(catalogue, await listDifferent(tx)).flatMap(({ of, pairs: own }) =>
      own.map((pair): Pair => ({ of, ...pair })),
    );
    const nameOf = nameIn(catalogue);
    const { heads, files } = connectionTexts(language).lists;
    const words = catalogueTexts(language).duplicates;
    const columns: readonly SheetColumn<Pair>[] = [
      { id: 'record', title: heads.record, value: ({ of, one }) => nameOf(of, one) },
      { id: 'other', title: heads.other, value: ({ of, other }) => nameOf(of, other) },
      { id: 'why', title: heads.what, value: ({ reasons }) => reasons.map((one) => words.why[one]) },
    ];
    return sheetReply(format, columns, pairs, files.duplicates);
  },
});

const taxonomy = route({
  method: 'GET',
  path: fileOf(at.taxonomy),
  access: landscapeAccess,
  query: z.object(Format),
  handle: async (context, { query: { format } }) => {
    const { tx, language } = context;
    const { edition, components } = await readTaxonomy(tx, getOrganisation(context));
    const areas = new Map(edition.areas.map(({ id, name }) => [id, name[language]]));
    const { heads, files } = connectionTexts(language).lists;
    const columns: readonly SheetColumn<OwnComponent>[] = [
      { id: 'id', title: 'Id', value: ({ id }) => id },
      { id: 'function', title: heads.function, value: ({ name }) => name[language] },
      { id: 'area', title: heads.area, value: ({ area }) => areas.get(area) ?? area },
      { id: 'text', title: heads.text, value: ({ explanation }) => explanation[language] },
    ];
    const shown = components.filter(({ hidden }) => !hidden);
    return sheetReply(format, columns, shown, files.taxonomy);
  },
});

/** The lists of the catalogue at work as files. */
export const catalogueFileRoutes: readonly AnyRoute[] = [log, duplicates, taxonomy];
