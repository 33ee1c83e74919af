import { z } from 'zod';
import { link, missing, route, see, type Context, type Reply } from '../../../platform/http/index.ts';
import { sheets as at } from '../addresses.ts';
import { searchProducts } from '../catalogue/search.ts';
import { registrars } from '../everybody/reader.ts';
import { ColumnsPage, ProductsPage } from '../pages/sheets/ask-pages.tsx';
import { bare } from '../sheets/words.ts';
import { isTarget, type Target } from '../sheets/heads.ts';
import { lookAt, type Looked } from '../sheets/look.ts';
import {
  lockSheet,
  rememberHeads,
  saveAnswers,
  type StoredAnswers,
  type StoredSheet,
} from '../sheets/store.ts';
import {
  columnName,
  columnsView,
  doubtsAtOnce,
  productsView,
  searchName,
  shownOf,
  type LookedUp,
} from './sheets-view.ts';

const frame = { kind: 'work', area: 'systems' } as const;

const Fields = z.record(z.string().max(100), z.string().max(500).catch(''));
type Fields = Readonly<z.infer<typeof Fields>>;

type Here = { readonly organisation: string; readonly sheet: string };

async function keep(context: Context, here: Here, answers: StoredAnswers): Promise<Reply> {
  await saveAnswers(context.tx, here.organisation, { id: here.sheet, answers });
  return see(link(at.sheet, here));
}

/** The sheet as long as it may be answered about; a reply where it is gone or taken in. */
async function openSheet(context: Context, here: Here): Promise<StoredSheet | Reply> {
  const sheet = await lockSheet(context.tx, here.organisation, here.sheet);
  if (sheet === null) return missing;
  return sheet.state === 'open' ? sheet : see(link(at.sheet, here));
}

const isSheet = (one: StoredSheet | Reply): one is StoredSheet => 'content' in one && 'answers' in one;

const choose = route({
  method: 'POST',
  path: at.choose.path,
  access: registrars,
  body: z.object({ blad: z.coerce.number().int().min(0).max(1000).catch(0) }),
  handle: async (context, { params, body }) => {
    const sheet = await openSheet(context, params);
    if (!isSheet(sheet)) return sheet;
    const known = sheet.content[body.blad] === undefined ? 0 : body.blad;
    return keep(context, params, { ...sheet.answers, sheet: known, columns: null, products: [] });
  },
});

function columnProblems(
  { columns }: Looked,
  fields: Fields,
  words: { readonly noProduct: string; readonly twiceColumn: string },
) {
  const chosen = columns.columns.map((column) => ({ column, to: fields[columnName(column)] ?? '' }));
  const problems = new Map<string, string>();
  const seen = new Set<string>();
  for (const { column, to } of chosen) {
    if (to !== '' && seen.has(to)) problems.set(columnName(column), words.twiceColumn);
    seen.add(to);
  }
  const [first] = columns.columns;
  const which = ['product', 'localName', 'id'].some((target) => seen.has(target));
  if (!which && first !== undefined && problems.size === 0) problems.set(columnName(first), words.noProduct);
  return problems;
}

const saveColumns = route({
  method: 'POST',
  path: at.columns.path,
  access: registrars,
  body: Fields,
  handle: async (context, { params, body }) => {
    const sheet = await openSheet(context, params);
    if (!isSheet(sheet)) return sheet;
    const looked = await lookAt(context, sheet);
    const shown = shownOf(context, looked);
    const problems = columnProblems(looked, body, shown.words);
    if (problems.size > 0) {
      const content = <ColumnsPage {...columnsView(shown, new Map(Object.entries(body)), problems)} />;
      return { kind: 'page', status: 422, failed: true, title: shown.words.columnsTitle, frame, content };
    }
    const { columns } = looked.columns;
    const said = columns.map((column) => {
      const to = body[columnName(column)] ?? '';
      return { column, target: isTarget(to) ? to : null };
    });
    const heads = said.flatMap(({ column, target }): readonly (readonly [string, Target | null])[] =>
      bare(column.head) === '' || (target === column.target && !column.doubtful)
        ? []
        : [[bare(column.head).slice(0, 200), target]],
    );
    await rememberHeads(context.tx, params.organisation, { heads: new Map(heads), at: context.now });
    return keep(context, params, {
      ...sheet.answers,
      sheet: looked.chosen,
      columns: said.map(({ column, target }) => [column.at, target ?? '']),
    });
  },
});

/** Products found for what was searched for about names, by the names' keys. */
async function lookUp({ tx }: Context, fields: Fields): Promise<LookedUp> {
  const found = new Map<string, { typed: string; found: readonly string[] }>();
  for (const [name, key] of Object.entries(fields)) {
    const place = /^nyckel-(namn-\d{1,2})$/u.exec(name)?.[1];
    const typed = place === undefined ? '' : (fields[searchName(place)] ?? '').trim();
    if (typed === '' || found.size === doubtsAtOnce) continue;
    const { hits } = await searchProducts(tx, typed, { page: 1 });
    found.set(key, { typed, found: hits.slice(0, mostFound).map(({ product }) => product.id) });
  }
  return found;
}

const mostFound = 8;

const saveProducts = route({
  method: 'POST',
  path: at.products.path,
  access: registrars,
  body: Fields,
  handle: async (context, { params, body }) => {
    const sheet = await openSheet(context, params);
    if (!isSheet(sheet)) return sheet;
    const looked = await lookAt(context, sheet);
    const asked = looked.plan.doubts.slice(0, doubtsAtOnce);
    const typed = new Map(
      Object.entries(body).flatMap(([name, key]) => {
        const place = /^nyckel-(namn-\d{1,3})$/u.exec(name)?.[1];
        return place === undefined ? [] : [[key, body[place] ?? ''] as const];
      }),
    );
    const shown = shownOf(context, looked);
    const lookedUp = await lookUp(context, body);
    if (body['sok'] !== undefined && lookedUp.size > 0) {
      const content = <ProductsPage {...productsView(shown, typed, { problems: new Map(), lookedUp })} />;
      return { kind: 'page', title: shown.words.productsTitle, frame, content };
    }
    const { products } = looked.catalogue;
    const said = asked.map(({ key }) => {
      const answer = typed.get(key) ?? '';
      return { key, answer: answer === '+' || answer === '-' || products.has(answer) ? answer : null };
    });
    const problems = new Map(
      said.flatMap(({ key, answer }) => (answer === null ? [[key, shown.words.chooseOne] as const] : [])),
    );
    if (problems.size > 0) {
      const content = <ProductsPage {...productsView(shown, typed, { problems, lookedUp })} />;
      return { kind: 'page', status: 422, failed: true, title: shown.words.productsTitle, frame, content };
    }
    const fresh = said.map(({ key, answer }): [string, string] => [key, answer ?? '-']);
    return keep(context, params, { ...sheet.answers, products: [...sheet.answers.products, ...fresh] });
  },
});

const saveOthers = route({
  method: 'POST',
  path: at.answers.path,
  access: registrars,
  body: Fields,
  handle: async (context, { params, body }) => {
    const sheet = await openSheet(context, params);
    if (!isSheet(sheet)) return sheet;
    if (body['vad'] === 'fel')
      return keep(context, params, { ...sheet.answers, withoutFaults: body['utan'] === 'ja' });
    const taken = Object.entries(body).flatMap(([name, value]) =>
      name.startsWith('val-') && value === 'ta' ? [name.slice(4)] : [],
    );
    return keep(context, params, {
      ...sheet.answers,
      overrule: [...new Set([...sheet.answers.overrule, ...taken])],
    });
  },
});

export const sheetAnswerRoutes = [choose, saveColumns, saveProducts, saveOthers] as const;
