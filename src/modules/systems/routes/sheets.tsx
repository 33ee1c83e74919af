import { z } from 'zod';
import { scannerOf } from '../../../platform/files/index.ts';
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
import { formatDate } from '../../../platform/text/index.ts';
import { own, sheets as at } from '../addresses.ts';
import { registrars } from '../everybody/reader.ts';
import { BeginPage, type BeginView } from '../pages/sheets/begin-page.tsx';
import { ColumnsPage, ProductsPage, WhichSheetPage } from '../pages/sheets/ask-pages.tsx';
import { DonePage, type DoneView } from '../pages/sheets/done-page.tsx';
import { SummaryPage } from '../pages/sheets/summary-page.tsx';
import { lookAt, type Looked } from '../sheets/look.ts';
import { readUpload, type SheetReading } from '../sheets/reading.ts';
import { readTable } from '../sheets/text.ts';
import {
  findSheet,
  listOpenSheets,
  lockSheet,
  progressOf,
  removeSheet,
  saveSheet,
  type StoredSheet,
} from '../sheets/store.ts';
import { takeIn } from '../sheets/take.ts';
import { sheetsTexts } from '../texts/sheets.ts';
import { columnsView, productsView, shownOf, trailOf, whichSheetView } from './sheets-view.ts';
import { summaryView } from './sheets-summary.ts';

const frame = { kind: 'work', area: 'systems' } as const;
const none: ReadonlyMap<string, string> = new Map();

async function beginPage(
  context: Context,
  { typed, problem }: Pick<BeginView, 'typed' | 'problem'>,
): Promise<Reply> {
  const words = sheetsTexts(context.language);
  const organisation = getOrganisation(context);
  const waiting = await listOpenSheets(context.tx, organisation);
  const view: BeginView = {
    words,
    trail: trailOf(context, null),
    action: link(at.begin, { organisation }),
    typed,
    problem,
    out: [
      { id: 'xlsx', title: words.outXlsx, to: link(at.xlsx, { organisation }) },
      { id: 'csv', title: words.outCsv, to: link(at.csv, { organisation }) },
    ],
    waiting: waiting.map(({ id, name, madeAt }) => ({
      id,
      title: words.from(name, formatDate(madeAt, context.language)),
      to: link(at.sheet, { organisation, sheet: id }),
    })),
  };
  const failed = problem === null ? {} : { failed: true, status: 422 };
  return { kind: 'page', title: words.title, frame, content: <BeginPage {...view} />, ...failed };
}

const showBegin = route({
  method: 'GET',
  path: at.begin.path,
  access: registrars,
  handle: (context) => beginPage(context, { typed: '', problem: null }),
});

const mostPasted = 2_000_000;

const begin = route({
  method: 'POST',
  path: at.begin.path,
  access: registrars,
  body: z.object({ klistrat: z.string().max(mostPasted).default('') }),
  takesFiles: async () => true,
  handle: async (context, { body: { klistrat }, files: [file] }) => {
    const words = sheetsTexts(context.language);
    const typed = klistrat.trim() === '' ? '' : klistrat;
    if (typed === '' && file === undefined)
      return beginPage(context, { typed, problem: { field: 'klistrat', message: words.nothingGiven } });
    const read: SheetReading =
      file === undefined
        ? readTable(typed, '')
        : await readUpload(file, scannerOf(context), getPerson(context).person);
    if (!read.ok) {
      const field = file === undefined ? 'klistrat' : 'fil';
      return beginPage(context, { typed, problem: { field, message: words.refused[read.failure] } });
    }
    const organisation = getOrganisation(context);
    const id = context.newId();
    const name = file === undefined ? words.pastedName : file.name.slice(0, 100);
    const madeBy = getPerson(context).person;
    await saveSheet(context.tx, organisation, {
      id,
      name,
      madeAt: context.now,
      madeBy,
      content: read.sheets,
    });
    return see(link(at.sheet, { organisation, sheet: id }));
  },
});

type Content = Extract<Reply, { kind: 'page' }>['content'];

const page = (title: string, content: Content): Reply => ({ kind: 'page', title, frame, content });

type Asked = { readonly step: string; readonly page: number };

/** The page that comes next: a question, or what would happen. */
function questionPage(context: Context, looked: Looked, asked: Asked): Reply {
  const shown = shownOf(context, looked);
  const { words } = shown;
  const question = looked.question === null && asked.step === 'kolumner' ? 'columns' : looked.question;
  switch (question) {
    case 'sheet':
      return page(words.whichSheet, <WhichSheetPage {...whichSheetView(shown)} />);
    case 'columns':
      return page(words.columnsTitle, <ColumnsPage {...columnsView(shown, none, none)} />);
    case 'products':
      return asked.step === 'kolumner'
        ? page(words.columnsTitle, <ColumnsPage {...columnsView(shown, none, none)} />)
        : page(
            words.productsTitle,
            <ProductsPage {...productsView(shown, none, { problems: none, lookedUp: new Map() })} />,
          );
    case null:
      return page(
        words.summaryTitle,
        <SummaryPage {...summaryView(shown, { page: asked.page, seen: false })} />,
      );
  }
}

async function donePage(context: Context, sheet: StoredSheet): Promise<Reply> {
  const words = sheetsTexts(context.language);
  const organisation = getOrganisation(context);
  const { made = 0, changed = 0, left = 0 } = sheet.summary ?? {};
  const here = { organisation, sheet: sheet.id };
  const faults =
    left > 0 && sheet.state === 'taken' ? { title: words.download, to: link(at.faults, here) } : null;
  const say = (title: string, text: string, actions: DoneView['actions']): Reply =>
    page(title, <DonePage title={title} text={text} actions={actions} faults={faults} />);
  const again = { title: words.another, to: link(at.begin, { organisation }) };
  switch (sheet.state) {
    case 'taking': {
      const { done, all } = await progressOf(context.tx, organisation, sheet.id);
      const percent = all === 0 ? 0 : Math.floor((100 * done) / all);
      return say(words.takingTitle, words.taking(percent), [
        { title: words.reload, to: link(at.sheet, here) },
      ]);
    }
    case 'given-up':
      return say(words.givenUpTitle, words.givenUp, [again]);
    case 'open':
    case 'taken': {
      const title = made + changed === 0 ? words.doneNothing : words.doneTitle(made + changed);
      const list = { title: words.toList, to: link(own.list, { organisation }) };
      const batch =
        sheet.batch === null
          ? []
          : [{ title: words.toBatch, to: link(own.batch, { organisation, batch: sheet.batch }) }];
      return say(title, words.doneText(made, changed, left), [list, ...batch, again]);
    }
  }
}

const showSheet = route({
  method: 'GET',
  path: at.sheet.path,
  access: registrars,
  query: z.object({
    steg: z.string().max(20).catch(''),
    sida: z.coerce.number().int().min(1).max(100_000).catch(1),
  }),
  handle: async (context, { params: { organisation, sheet: id }, query }) => {
    const sheet = await findSheet(context.tx, organisation, id);
    if (sheet === null) return missing;
    if (sheet.state !== 'open') return donePage(context, sheet);
    return questionPage(context, await lookAt(context, sheet), { step: query.steg, page: query.sida });
  },
});

const take = route({
  method: 'POST',
  path: at.take.path,
  access: registrars,
  body: z.object({ avtryck: z.string().max(100) }),
  handle: async (context, { params: { organisation, sheet: id }, body }) => {
    const sheet = await lockSheet(context.tx, organisation, id);
    if (sheet === null) return missing;
    const to = link(at.sheet, { organisation, sheet: id });
    if (sheet.state !== 'open') return see(to);
    const looked = await lookAt(context, sheet, true);
    if (looked.question !== null) return see(to);
    if (looked.fingerprint !== body.avtryck) {
      const shown = shownOf(context, looked);
      const content = <SummaryPage {...summaryView(shown, { page: 1, seen: true })} />;
      return { kind: 'page', status: 409, title: shown.words.summaryTitle, frame, content };
    }
    await takeIn(context, looked);
    return see(to);
  },
});

const remove = route({
  method: 'POST',
  path: at.remove.path,
  access: registrars,
  handle: async (context, { params: { organisation, sheet: id } }) => {
    const sheet = await lockSheet(context.tx, organisation, id);
    if (sheet === null) return missing;
    if (sheet.state !== 'taking') await removeSheet(context.tx, organisation, id);
    return see(link(at.begin, { organisation }));
  },
});

export const sheetRoutes = [showBegin, begin, showSheet, take, remove] as const;
