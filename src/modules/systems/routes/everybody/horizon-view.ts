import { hasRole } from '../../../../platform/http/index.ts';
import { addMonths } from '../../../../kernel/dates/index.ts';
import { everybody as at } from '../../addresses.ts';
import { leavingOf, soonMonths } from '../../everybody/horizon/horizon.ts';
import { registering } from '../../everybody/reader.ts';
import type { Use } from '../../everybody/uses.ts';
import type { Bar } from '../../pages/everybody/horizon-chart.tsx';
import type { HorizonLine, HorizonView } from '../../pages/everybody/horizon-page.tsx';
import { dayIn, monthOf, navOf, pageTo, shortDay, type Ground } from './ground.ts';
import { chipsOf } from './horizon-chips.ts';
import {
  latestOf,
  queryOf,
  readSeen,
  subjectOf,
  type HorizonAsked,
  type Known,
  type Seen,
} from './horizon-seen.ts';

/** Rows a page: what one drawing can hold and still be read. */
const perPage = 15;

const isOwn = ({ ground: { organisation } }: Seen, { user }: Use): boolean => user === organisation;

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
  const notice = uses
    .filter((use) => isOwn(seen, use) && !isPassed(use, today))
    .flatMap(({ noticeBy }) => noticeBy ?? [])
    .toSorted()[0];
  return [
    ...passedSaid(seen),
    words.horizon.listed(
      uses.length,
      dayIn(uses[0]?.ends ?? today, language),
      dayIn(uses.at(-1)?.ends ?? today, language),
    ),
    together,
    ...(notice === undefined ? [] : [words.horizon.own(name(ground.organisation), dayIn(notice, language))]),
  ].join(' ');
}

/** That the day of notice of one's own contracts has passed, where it has. */
function passedSaid(seen: Seen): readonly string[] {
  const { ground, uses, products, today } = seen;
  const { words, language } = ground;
  const [first, ...more] = uses.filter((use) => isOwn(seen, use) && isPassed(use, today));
  if (first?.noticeBy == null) return [];
  const said = words.horizon.passed(
    products.name(first.product),
    dayIn(first.noticeBy, language),
    dayIn(first.ends, language),
  );
  return more.length === 0 ? [said] : [said, words.horizon.passedMore(more.length)];
}

const isPassed = ({ noticeBy }: Known, today: string): boolean => noticeBy !== null && noticeBy < today;

/** Most sentences about what many leave. */
const mostLeaving = 3;

function leavingOfAll(seen: Seen): HorizonView['leaving'] {
  const { ground, asked, uses, products, today } = seen;
  const { words, organisation } = ground;
  const soon = addMonths(today, soonMonths);
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
        product: products.name(product),
        invite: inviteAbout(
          seen,
          others.filter((use) => use.product === product && use.ends <= soon),
        ),
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
  const { ground, products, name, today } = seen;
  const { words, language } = ground;
  return {
    key: `${use.usage} ${use.user}`,
    organisation: name(use.user),
    own: isOwn(seen, use),
    product: products.name(use.product),
    productTo: pageTo(ground, at.product, { product: use.product }),
    notice: use.noticeBy === null ? words.horizon.noNotice : shortDay(use.noticeBy, language),
    ends: shortDay(use.ends, language),
    late: isPassed(use, today),
    longer: latestOf(use) > use.ends ? words.horizon.until(shortDay(latestOf(use), language)) : null,
    invite: inviteAbout(
      seen,
      seen.uses.filter(({ product }) => product === use.product),
    ),
  };
}

/** A call about one product, to the others of several whose contracts about it end; null for those who may not. */
function inviteAbout({ ground }: Seen, endings: readonly Known[]): string | null {
  const others = [...new Set(endings.map(({ user }) => user))].filter((user) => user !== ground.organisation);
  const [first] = endings;
  const several = others.length > 1 || endings.some(({ user }) => user === ground.organisation);
  if (first === undefined || others.length === 0 || !several) return null;
  if (!hasRole(ground.context, ground.organisation, ...registering)) return null;
  return pageTo(
    ground,
    at.newCall,
    {},
    { produkt: first.product, fran: first.ends, till: endings.at(-1)?.ends, med: others.join(',') },
  );
}

/** A call to join about what the page is of, with those whose contracts end in the window; null for those who may not. */
function inviteTo({ ground, asked, window, uses }: Seen): string | null {
  const { produkt, funktion, omrade } = asked;
  if (!hasRole(ground.context, ground.organisation, ...registering)) return null;
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
    nav: navOf(ground, 'horizon'),
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
