import {
  getOrganisation,
  missing,
  route,
  type AnyRoute,
  type Context,
  type Reply,
} from '../../../platform/http/index.ts';
import { listUnits } from '../../organisations/index.ts';
import { sheets as at } from '../addresses.ts';
import { readCatalogue } from '../catalogue/reading.ts';
import { landscapeAccess, registrars } from '../everybody/reader.ts';
import { lookAt } from '../sheets/look.ts';
import { namesFor } from '../sheets/names.ts';
import { ownColumns, ownFields } from '../sheets/own-sheet.ts';
import { findSheet } from '../sheets/store.ts';
import { sheetFormats, sheetReply, type SheetColumn, type SheetFormat } from '../sheets/write.ts';
import { sheetsTexts } from '../texts/sheets.ts';
import { listUsages } from '../usages/store.ts';
import { faultsIn, type ToldFault } from './sheets-faults.ts';
import { readTaxonomy } from '../taxonomy/store.ts';

/** The organisation's own systems as a file; what it says of them is all there, since it is theirs. */
async function exported(context: Context, format: SheetFormat): Promise<Reply> {
  const { tx, language } = context;
  const organisation = getOrganisation(context);
  const catalogue = await readCatalogue(tx);
  const names = namesFor(catalogue, await listUnits(tx, organisation), await readTaxonomy(tx, organisation));
  const speaking = { catalogue, names, language };
  const columns = format === 'json' ? ownFields(speaking) : ownColumns(speaking);
  const name = `${sheetsTexts(language).sheetName}-${organisation}`;
  return sheetReply(format, columns, await listUsages(tx, organisation), name);
}

const exportIn = (format: SheetFormat): AnyRoute =>
  route({
    method: 'GET',
    path: at[format].path,
    access: landscapeAccess,
    handle: (context) => exported(context, format),
  });

const showFaults = route({
  method: 'GET',
  path: at.faults.path,
  access: registrars,
  handle: async (context, { params: { organisation, sheet: id } }) => {
    const sheet = await findSheet(context.tx, organisation, id);
    if (sheet === null) return missing;
    const words = sheetsTexts(context.language);
    const { plan } = await lookAt(context, sheet);
    const columns: readonly SheetColumn<ToldFault>[] = [
      { id: 'row', title: words.row, value: ({ n }) => n },
      { id: 'system', title: words.system, value: ({ name }) => name },
      { id: 'column', title: words.faultColumn, value: ({ column }) => column },
      { id: 'cell', title: words.faultCell, value: ({ cell }) => cell },
      { id: 'what', title: words.faultWhat, value: ({ what }) => what },
    ];
    return sheetReply('csv', columns, faultsIn(plan, context.language), words.faultsFile);
  },
});

export const sheetOutRoutes = [...sheetFormats.map(exportIn), showFaults] as const;
