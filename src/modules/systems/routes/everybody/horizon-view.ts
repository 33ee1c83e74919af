import { addMonths } from '../../../../kernel/dates/index.ts';
import { isoDay } from '../../../../platform/text/index.ts';
import type { Chip } from '../../../../ui/index.ts';
import { everybody as at } from '../../addresses.ts';
import { readCatalogue } from '../../catalogue/reading.ts';
import { leavingOf, windowOf, type Window } from '../../everybody/horizon/horizon.ts';
import { namesOf, inSwedishOrder, type Network } from '../../everybody/places.ts';
import { productsOf, type Products } from '../../everybody/products.ts';
import { componentsAsked } from '../../everybody/search/wanted.ts';
import { listUses, type Use } from '../../everybody/uses.ts';
import { termOf } from '../../model/contract.ts';
import { newestEdition } from '../../taxonomy/editions.ts';
import type { Bar } from '../../pages/everybody/horizon-chart.tsx';
import type { HorizonLine, HorizonView } from '../../pages/everybody/horizon-page.tsx';
import { areaName, componentName, dayIn, monthOf, pageTo, shortDay, trailOf, type Ground } from './ground.ts';

/** Rows a page: what one drawing can hold and still be read. */
const perPage = 25;

/** Whose contracts: everybody's, one's own, a network's, or of some that are named. */
export type Circle =
  | { readonly kind: 'all' | 'own' }
  | { readonly kind: 'network'; readonly network: Network }
  | { readonly kind: 'some'; readonly organisations: readonly string[] };

export type HorizonAsked = {
  readonly circle: Circle;
  readonly produkt?: string | undefined;
  readonly funktion?: string | undefined;
  readonly omrade?: string | undefined;
  readonly from: number;
  readonly to: number;
  readonly page: number;
  readonly networks: readonly Network[];
};

type Query = Readonly<Record<string, string | number | undefined>>;

function queryOf({ circle, produkt, funktion, omrade, to }: HorizonAsked): Query {
  const who = ((): Query => {
    switch (circle.kind) {
      case 'all':
        return { natverk: 'alla' };
      case 'own':
        return { natverk: 'egna' };
      case 'network':
        return { natverk: circle.network.id };
      case 'some':
        return { med: circle.organisations.join(',') };
    }
  })();
  return { ...who, produkt, funktion, omrade, till: to };
}

type Known = Use & { readonly ends: string };

type Seen = {
  readonly ground: Ground;
  readonly asked: HorizonAsked;
  readonly uses: readonly Known[];
  readonly products: Products;
  readonly name: (id: string) => string;
  readonly today: string;
  readonly window: Window | null;
};

function usersOf({ organisation }: Ground, circle: Circle): readonly string[] | null {
  switch (circle.kind) {
    case 'all':
      return null;
    case 'own':
      return [organisation];
    case 'network':
      return circle.network.members;
    case 'some':
      return [organisation, ...circle.organisations];
  }
}

const isKnown = (use: Use): use is Known => use.ends !== null && use.status !== 'ended';

/** The day it ends when every extension is used. */
const latestOf = ({ terms, ends }: Known): string => termOf(terms)?.latest ?? ends;

async function readSeen(ground: Ground, asked: HorizonAsked): Promise<Seen> {
  const { context, reader } = ground;
  const products = productsOf(await readCatalogue(context.tx));
  const today = isoDay(context.now);
  const components = componentsAsked(asked);
  const uses = await listUses(context.tx, reader, {
    users: usersOf(ground, asked.circle),
    products: asked.produkt === undefined ? null : [products.standing(asked.produkt)],
    catalogue: products,
    endsFrom: today,
  });
  const wanted = uses
    .filter(isKnown)
    .filter(({ ends }) => ends >= `${asked.from}-01-01` && ends <= `${asked.to}-12-31`)
    .filter((use) => components === null || use.components.some((one) => components.includes(one)));
  const name = await namesOf(
    context.tx,
    wanted.map(({ user }) => user),
  );
  const sorted = wanted.toSorted((a, b) =>
    a.ends < b.ends ? -1 : a.ends > b.ends ? 1 : inSwedishOrder(name(a.user), name(b.user)),
  );
  return { ground, asked, products, today, name, uses: sorted, window: windowOf(wanted, { today }) };
}

const isOwn = ({ ground: { organisation } }: Seen, { user }: Use): boolean => user === organisation;

/** What it is of, in words; null where it is of everything. */
function subjectOf({
  ground: { language },
  asked,
  products,
}: Pick<Seen, 'ground' | 'asked' | 'products'>): string | null {
  if (asked.produkt !== undefined) return products.name(products.standing(asked.produkt));
  if (asked.funktion !== undefined) return componentName(asked.funktion, language);
  return asked.omrade === undefined ? null : areaName(asked.omrade, language);
}

function summaryOf(seen: Seen): string {
  const { ground, uses, window, today, name } = seen;
  const { words, language } = ground;
  if (uses.length === 0) return '';
  const users = new Set(uses.map(({ user }) => user)).size;
  const together =
    window === null
      ? words.horizon.noWindow
      : words.horizon.summary(
          window.users.length,
          users,
          monthOf(window.from, language),
          monthOf(window.to, language),
        );
  const own = uses.find((use) => isOwn(seen, use) && use.noticeBy !== null && use.noticeBy >= today);
  const notice = own?.noticeBy ?? null;
  return notice === null
    ? together
    : `${together} ${words.horizon.own(name(ground.organisation), dayIn(notice, language))}`;
}

function chipsOf({ ground, asked, products }: Seen): readonly Chip[] {
  const { words, language, organisation } = ground;
  const to = (change: Query): string => pageTo(ground, at.horizon, {}, { ...queryOf(asked), ...change });
  const subject = subjectOf({ ground, asked, products });
  const what: Chip =
    subject === null
      ? {
          id: 'vad',
          title: words.horizon.allNeeds,
          options: newestEdition().areas.map((area) => ({
            title: area.name[language],
            to: to({ omrade: area.id }),
          })),
        }
      : {
          id: 'vad',
          title: subject,
          clear: to({ produkt: undefined, funktion: undefined, omrade: undefined }),
        };
  const own = asked.networks.filter(
    ({ id, members }) => members.includes(organisation) || id === organisation,
  );
  const who: Chip = {
    id: 'vilka',
    title: circleName(ground, asked.circle),
    options: [
      ...own.map((network) => ({
        title: words.horizon.network(network.name, network.members.length),
        to: to({ natverk: network.id, med: undefined }),
      })),
      { title: words.horizon.everybody, to: to({ natverk: 'alla', med: undefined }) },
      { title: words.horizon.onlyOwn, to: to({ natverk: 'egna', med: undefined }) },
    ],
  };
  const years: Chip = {
    id: 'ar',
    title: words.horizon.years(asked.from, asked.to),
    options: [2, 4, 6, 10].map((more) => ({
      title: words.horizon.years(asked.from, asked.from + more),
      to: to({ till: asked.from + more }),
    })),
  };
  return [what, who, years];
}

function circleName({ words }: Ground, circle: Circle): string {
  switch (circle.kind) {
    case 'all':
      return words.horizon.everybody;
    case 'own':
      return words.horizon.onlyOwn;
    case 'network':
      return words.horizon.network(circle.network.name, circle.network.members.length);
    case 'some':
      return words.compare.title(circle.organisations.length + 1);
  }
}

/** Most sentences about what many leave. */
const mostLeaving = 5;

function leavingOfAll(seen: Seen): HorizonView['leaving'] {
  const { ground, asked, uses, products, today } = seen;
  const { words, organisation } = ground;
  const others = uses.filter(({ user }) => user !== organisation);
  return leavingOf(others, { today })
    .slice(0, asked.produkt === undefined ? mostLeaving : 1)
    .map(({ product, users }) => {
      const phasing = new Set(
        others
          .filter((use) => use.product === product && use.status === 'phasing-out')
          .map(({ user }) => user),
      ).size;
      const says = words.horizon.leaving(users.length, products.name(product));
      return {
        id: product,
        says: phasing === 0 ? says : `${says} ${words.horizon.phasing(phasing)}`,
        to: pageTo(
          ground,
          at.horizon,
          {},
          { ...queryOf(asked), produkt: product, funktion: undefined, omrade: undefined },
        ),
      };
    });
}

function barOf(seen: Seen, use: Known): Bar {
  const { ground, products, name } = seen;
  return {
    key: `${use.usage} ${use.user}`,
    organisation: name(use.user),
    product: products.name(use.product),
    own: isOwn(seen, use),
    ends: use.ends,
    noticeBy: use.noticeBy,
    latest: latestOf(use),
    says: shortDay(use.ends, ground.language),
  };
}

function lineOf(seen: Seen, use: Known): HorizonLine {
  const { ground, products, name } = seen;
  const { words, language } = ground;
  return {
    key: `${use.usage} ${use.user}`,
    organisation: name(use.user),
    own: isOwn(seen, use),
    product: products.name(use.product),
    productTo: pageTo(ground, at.product, { product: use.product }),
    notice: use.noticeBy === null ? words.horizon.noNotice : shortDay(use.noticeBy, language),
    ends: shortDay(use.ends, language),
    longer:
      latestOf(use) > use.ends
        ? words.horizon.until(shortDay(latestOf(use), language))
        : words.horizon.noExtension,
  };
}

/** A call to join about what the page is of, with those whose contracts end in the window; null where there is none. */
function inviteTo({ ground, asked, window, uses }: Seen): string | null {
  const { produkt, funktion, omrade } = asked;
  if (window === null || (produkt === undefined && funktion === undefined && omrade === undefined))
    return null;
  const products = [
    ...new Set(uses.filter(({ user }) => window.users.includes(user)).map(({ product }) => product)),
  ];
  const product = produkt ?? (products.length === 1 ? products[0] : undefined);
  return pageTo(
    ground,
    at.newCall,
    {},
    {
      produkt: product,
      funktion: funktion ?? undefined,
      omrade,
      fran: window.from,
      till: window.to,
      med: window.users.filter((user) => user !== ground.organisation).join(','),
    },
  );
}

/** The contract horizon as a page. */
export async function horizonView(ground: Ground, asked: HorizonAsked): Promise<HorizonView> {
  const { words } = ground;
  const seen = await readSeen(ground, asked);
  const { uses, window, today } = seen;
  const subject = subjectOf(seen);
  const shown = uses.slice((asked.page - 1) * perPage, asked.page * perPage);
  const users = new Set(uses.map(({ user }) => user)).size;
  const last = shown.reduce(
    (latest, use) => (latestOf(use) > latest ? latestOf(use) : latest),
    addMonths(today, 12),
  );
  const title = subject === null ? words.horizon.title : words.horizon.of(subject);
  const small = window !== null && subject !== null;
  return {
    words,
    title,
    trail: trailOf(ground, { title: words.horizon.trail }),
    summary: summaryOf(seen),
    invite: inviteTo(seen),
    chips: chipsOf(seen),
    leaving: leavingOfAll(seen),
    chart: {
      words,
      label: `${title}. ${words.horizon.chart(shown.length)}`,
      bars: shown.map((use) => barOf(seen, use)),
      today,
      from:
        `${today.slice(0, 4)}-07-01` < today ? `${today.slice(0, 4)}-07-01` : `${today.slice(0, 4)}-01-01`,
      to: last,
      window: small
        ? { from: window.from, to: window.to, says: words.horizon.windowLabel(window.users.length, users) }
        : null,
    },
    rows: shown.map((use) => lineOf(seen, use)),
    example: uses.some(({ example }) => example),
    page: asked.page,
    pages: Math.max(1, Math.ceil(uses.length / perPage)),
    pageTo: (page) => pageTo(ground, at.horizon, {}, { ...queryOf(asked), sida: page }),
  };
}
