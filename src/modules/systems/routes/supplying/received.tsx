import { z } from 'zod';
import {
  getPerson,
  link,
  missing,
  route,
  see,
  type AnyRoute,
  type Reply,
} from '../../../../platform/http/index.ts';
import { formatDate } from '../../../../platform/text/index.ts';
import { saveReadElsewhere } from '../../../commons/index.ts';
import { openCatalogue, own as at } from '../../addresses.ts';
import { standsFor } from '../../catalogue/catalogue.ts';
import { readCatalogue } from '../../catalogue/reading.ts';
import { registrars } from '../../everybody/reader.ts';
import { byName, ownRows } from '../../landscape/row.ts';
import {
  AnswerPage,
  ReceivedPage,
  type AnswerField,
  type ReceivedLine,
} from '../../pages/supplying/received.tsx';
import { answerClaim, type ClaimedUsage } from '../../supplying/claims/actions.ts';
import { claimAnswers, type ReceivedClaim } from '../../supplying/claims/claim.ts';
import { findReceived, isSilent, listReceived, perPage, saveSilence } from '../../supplying/claims/store.ts';
import { claimsPath } from '../../supplying/claims/told.ts';
import { ownRecords } from '../../supplying/records.ts';
import { supplyingTexts } from '../../texts/supplying.ts';
import { frame, navOf, readGround, trailOf, type Ground } from '../own-ground.ts';
import { productName } from './claims.tsx';
import { dayIn } from './ground.tsx';
import { searchedBy, SearchedQuery } from './searched.ts';

const textsOf = ({ context }: Ground) => supplyingTexts(context.language);

type Known = { readonly to: string; readonly example: boolean };

/** Where each supplier's record in the catalogue is read, and whether it is invented. */
async function readSuppliers(ground: Ground, ids: readonly string[]): Promise<ReadonlyMap<string, Known>> {
  const { tx } = ground.context;
  const catalogue = await readCatalogue(tx);
  const found = new Map<string, Known>();
  for (const id of new Set(ids)) {
    const [record] = (await ownRecords(tx, id, catalogue)).suppliers;
    if (record === undefined) continue;
    const example = catalogue.suppliers.get(record)?.record.example === true;
    found.set(id, { to: link(openCatalogue.supplier, { supplier: record }), example });
  }
  return found;
}

const showReceived = route({
  method: 'GET',
  path: at.claims.path,
  access: registrars,
  query: SearchedQuery.extend({ gjort: z.string().max(20).default('') }),
  handle: async (context, { query }) => {
    const ground = await readGround(context);
    const { organisation } = ground;
    const { tx, language, now } = context;
    const words = textsOf(ground);
    const silent = await isSilent(tx, organisation);
    const found = silent
      ? { claims: [], total: 0 }
      : await listReceived(tx, organisation, { search: query.q, page: query.sida });
    await saveReadElsewhere(tx, { organisation, path: claimsPath, at: now });
    const catalogue = await readCatalogue(tx);
    const suppliers = await readSuppliers(
      ground,
      found.claims.map(({ supplier }) => supplier),
    );
    const lineOf = (claim: ReceivedClaim): ReceivedLine => ({
      id: claim.id,
      supplier: claim.supplierName,
      supplierTo: suppliers.get(claim.supplier)?.to ?? null,
      product: productName({ catalogue }, claim.product),
      since: claim.since === null ? '' : dayIn(claim.since, language),
      at: formatDate(claim.at, language),
      state: words.received.states[claim.answer ?? 'none'],
      answered: claim.answer !== null,
      to: link(at.claim, { organisation, claim: claim.id }),
    });
    const view = {
      shell: {
        words: ground.words,
        views: ground.views,
        nav: navOf(ground, 'claims'),
        head: { title: words.received.title, ...(silent ? {} : { summary: words.received.lede }) },
        ...(query.gjort === 'svarat' ? { saved: { text: words.received.answered } } : {}),
      },
      words,
      list: searchedBy(query, {
        total: found.total,
        perPage,
        at: (asked) => link(at.claims, { organisation }, asked),
      }),
      rows: found.claims.map(lineOf),
      silent,
      silenceTo: link(at.claimSilence, { organisation }),
      example: [...suppliers.values()].some(({ example }) => example),
    };
    return { kind: 'page', title: words.received.title, frame, content: <ReceivedPage {...view} /> };
  },
});

type Said = {
  readonly answer: string;
  readonly usage: string;
  readonly problems: ReadonlyMap<AnswerField, string>;
};

async function answerPage(ground: Ground, claim: ReceivedClaim, said: Said): Promise<Reply> {
  const { organisation, context } = ground;
  const words = textsOf(ground);
  const catalogue = await readCatalogue(context.tx);
  const product = productName({ catalogue }, claim.product);
  const { one } = words.received;
  const title = one.title(product);
  const since = claim.since === null ? null : dayIn(claim.since, context.language);
  const failed = said.problems.size > 0;
  const view = {
    shell: {
      words: ground.words,
      views: ground.views,
      head: {
        title,
        trail: [
          ...trailOf(ground),
          { title: words.received.nav, to: link(at.claims, { organisation }) },
          { title: claim.supplierName },
        ],
        summary: one.lede(claim.supplierName, since),
      },
      problems: [...said.problems].map(([field, message]) => ({ field, message })),
    },
    words,
    action: link(at.claim, { organisation, claim: claim.id }),
    answers: claimAnswers.map((value) => ({ value, label: one.answers[value], help: one.helps[value] })),
    answer: said.answer,
    usages: [
      { value: 'nytt', label: one.newUsage(product) },
      ...ownRows(ground.landscape)
        .toSorted(byName)
        .map(({ id, name }) => ({ value: id, label: name })),
    ],
    usage: said.usage,
    problems: said.problems,
    example: (await readSuppliers(ground, [claim.supplier])).get(claim.supplier)?.example === true,
  };
  return {
    kind: 'page',
    title,
    frame,
    ...(failed ? { failed, status: 422 } : {}),
    content: <AnswerPage {...view} />,
  };
}

/** The claim of the address; none where the organisation hears of none. */
async function findClaim({ context, organisation }: Ground, id: string): Promise<ReceivedClaim | null> {
  if (await isSilent(context.tx, organisation)) return null;
  return findReceived(context.tx, organisation, id);
}

const showClaim = route({
  method: 'GET',
  path: at.claim.path,
  access: registrars,
  handle: async (context, { params }) => {
    const ground = await readGround(context);
    const claim = await findClaim(ground, params.claim);
    if (claim === null) return missing;
    // What they most likely mean: the system in use of the same product, where there is one.
    const { products } = ground.landscape.catalogue;
    const standing = products.has(claim.product) ? standsFor(products, claim.product) : claim.product;
    const same = ownRows(ground.landscape).find(({ product }) => product.id === standing)?.id;
    return answerPage(ground, claim, {
      answer: claim.answer ?? '',
      usage: claim.usage ?? same ?? '',
      problems: new Map(),
    });
  },
});

const usageOf = (system: string): ClaimedUsage => {
  if (system === '') return { kind: 'none' };
  return system === 'nytt' ? { kind: 'new' } : { kind: 'known', id: system };
};

const answer = route({
  method: 'POST',
  path: at.claim.path,
  access: registrars,
  body: z.object({ svar: z.string().max(20).default(''), system: z.string().max(100).default('') }),
  handle: async (context, { params, body }) => {
    const ground = await readGround(context);
    const claim = await findClaim(ground, params.claim);
    if (claim === null) return missing;
    const { one } = textsOf(ground).received;
    const chosen = claimAnswers.find((known) => known === body.svar);
    const said = { answer: body.svar, usage: body.system };
    if (chosen === undefined)
      return answerPage(ground, claim, { ...said, problems: new Map([['svar', one.none]]) });
    const { organisation } = ground;
    const { tx, now, newId } = context;
    const { person } = getPerson(context);
    const answered = await answerClaim({ tx, organisation, person, at: now, newId }, claim.id, {
      answer: chosen,
      usage: usageOf(body.system),
    });
    if (answered.ok) return see(link(at.claims, { organisation }, { gjort: 'svarat' }));
    switch (answered.failure.kind) {
      case 'missing':
        return missing;
      case 'no-usage':
        return answerPage(ground, claim, { ...said, problems: new Map([['system', one.badUsage]]) });
    }
  },
});

const keepSilent = route({
  method: 'POST',
  path: at.claimSilence.path,
  access: registrars,
  body: z.object({ tyst: z.enum(['ja', 'nej']) }),
  handle: async (context, { params: { organisation }, body: { tyst } }) => {
    await saveSilence(context.tx, organisation, { silent: tyst === 'ja', at: context.now });
    return see(link(at.claims, { organisation }));
  },
});

export const receivedRoutes: readonly AnyRoute[] = [showReceived, showClaim, answer, keepSilent];
