import { z } from 'zod';
import {
  getPerson,
  missing,
  route,
  see,
  suppliersOnly,
  type AnyRoute,
  type Reply,
} from '../../../../platform/http/index.ts';
import { isoDay, typedDay } from '../../../../platform/text/index.ts';
import { supplying as at } from '../../addresses.ts';
import { standsFor } from '../../catalogue/catalogue.ts';
import { ClaimsPage, NewClaimPage, type ClaimField, type ClaimLine } from '../../pages/supplying/claims.tsx';
import { claimCustomer, takeBackClaim, type Claimed } from '../../supplying/claims/actions.ts';
import { mostADay } from '../../pace.ts';
import type { MadeClaim } from '../../supplying/claims/claim.ts';
import { listMade, perPage } from '../../supplying/claims/store.ts';
import { findOrganisations } from '../everybody/named.ts';
import { searchedBy, SearchedQuery } from './searched.ts';
import { dayIn, readGround, supplyingPage, to, type Ground } from './ground.tsx';

/** The name of a product as it stands in the catalogue today. */
export function productName({ catalogue }: Pick<Ground, 'catalogue'>, id: string): string {
  const { products } = catalogue;
  if (!products.has(id)) return id;
  return products.get(standsFor(products, id))?.record.name ?? id;
}

function lineOf(ground: Ground, claim: MadeClaim): ClaimLine {
  return {
    id: claim.id,
    customer: claim.customerName,
    product: productName(ground, claim.product),
    since: claim.since === null ? '' : dayIn(claim.since, ground.language),
    confirmed: claim.confirmed,
    takeBackTo: to(ground, at.takeBack, { claim: claim.id }),
  };
}

const done = ['', 'angett', 'tillbaka'] as const;

const showClaims = route({
  method: 'GET',
  path: at.claims.path,
  access: suppliersOnly,
  query: SearchedQuery.extend({ gjort: z.enum(done).catch('') }),
  handle: async (context, { query }) => {
    const ground = await readGround(context);
    const { words, organisation } = ground;
    const found = await listMade(context.tx, organisation, { search: query.q, page: query.sida });
    const said = { '': null, angett: words.claims.made, tillbaka: words.claims.takenBack } as const;
    const view = {
      words,
      saved: said[query.gjort],
      addTo: to(ground, at.newClaim),
      list: searchedBy(query, {
        total: found.total,
        perPage,
        at: (asked) => to(ground, at.claims, {}, asked),
      }),
      rows: found.claims.map((claim) => lineOf(ground, claim)),
    };
    const content = <ClaimsPage {...view} />;
    return supplyingPage(ground, { part: 'claims', title: words.claims.title, content });
  },
});

const text = z.string().trim().max(200).default('');
const Body = z.object({
  namn: text,
  produkt: text,
  'sedan.day': text,
  'sedan.month': text,
  'sedan.year': text,
});
type Body = z.infer<typeof Body>;

const sinceOf = (body: Body) => ({
  day: body['sedan.day'],
  month: body['sedan.month'],
  year: body['sedan.year'],
});

type Said = { readonly problems?: ReadonlyMap<ClaimField, string>; readonly message?: string };

function newClaimPage(ground: Ground, body: Body, { problems = new Map(), message }: Said): Reply {
  const { words, own } = ground;
  const view = {
    words,
    trail: [{ title: words.claims.title, to: to(ground, at.claims) }, { title: words.claims.newTitle }],
    action: to(ground, at.newClaim),
    products: own.products.map(({ record }) => ({ value: record.id, label: record.name })),
    typed: { name: body.namn, product: body.produkt, since: sinceOf(body) },
    problems,
    message: message ?? (own.products.length === 0 ? words.claims.noProducts : null),
  };
  const failed = problems.size > 0 || message !== undefined;
  const content = <NewClaimPage {...view} />;
  return supplyingPage(ground, { part: 'claims', title: words.claims.newTitle, content, failed });
}

const showNewClaim = route({
  method: 'GET',
  path: at.newClaim.path,
  access: suppliersOnly,
  query: z.object({ produkt: text }),
  handle: async (context, { query }) => {
    const ground = await readGround(context);
    return newClaimPage(ground, { ...Body.parse({}), produkt: query.produkt }, {});
  },
});

type Read =
  | { readonly ok: true; readonly claim: Parameters<typeof claimCustomer>[1] }
  | { readonly ok: false; readonly problems: ReadonlyMap<ClaimField, string> };

async function readClaim({ context, words, own }: Ground, body: Body): Promise<Read> {
  const problems = new Map<ClaimField, string>();
  const [customer] = body.namn === '' ? [] : await findOrganisations(context.tx, [body.namn]);
  if (body.namn === '') problems.set('namn', words.claims.noName);
  else if (customer === undefined) problems.set('namn', words.claims.unknown(body.namn));
  const product = own.products.find(({ record }) => record.id === body.produkt)?.record.id;
  if (product === undefined) problems.set('produkt', words.claims.noProduct);
  const parts = sinceOf(body);
  const empty = Object.values(parts).every((part) => part === '');
  const since = empty ? null : typedDay(parts);
  if (!empty && (since === null || since > isoDay(context.now))) problems.set('sedan', words.claims.badSince);
  if (problems.size > 0 || customer === undefined || product === undefined) return { ok: false, problems };
  return { ok: true, claim: { customer: customer.id, product, since } };
}

type Failure = Extract<Claimed, { ok: false }>['failure'];

function failureWords({ words }: Ground, { kind }: Failure): string {
  switch (kind) {
    case 'not-own':
      return words.claims.noProduct;
    case 'claimed':
      return words.claims.claimed;
    case 'too-many':
      return words.claims.tooMany(mostADay.claims);
  }
}

const sendClaim = route({
  method: 'POST',
  path: at.newClaim.path,
  access: suppliersOnly,
  body: Body,
  handle: async (context, { body }) => {
    const ground = await readGround(context);
    const read = await readClaim(ground, body);
    if (!read.ok) return newClaimPage(ground, body, { problems: read.problems });
    const { tx, now, newId } = context;
    const { organisation } = ground;
    const { person } = getPerson(context);
    const claimed = await claimCustomer({ tx, organisation, person, at: now, newId }, read.claim);
    if (!claimed.ok) return newClaimPage(ground, body, { message: failureWords(ground, claimed.failure) });
    return see(to(ground, at.claims, {}, { gjort: 'angett' }));
  },
});

const takeBack = route({
  method: 'POST',
  path: at.takeBack.path,
  access: suppliersOnly,
  handle: async (context, { params }) => {
    const ground = await readGround(context);
    const { tx, now, newId } = context;
    const taken = await takeBackClaim(
      { tx, organisation: ground.organisation, at: now, newId },
      params.claim,
    );
    return taken ? see(to(ground, at.claims, {}, { gjort: 'tillbaka' })) : missing;
  },
});

export const claimRoutes: readonly AnyRoute[] = [showClaims, showNewClaim, sendClaim, takeBack];
