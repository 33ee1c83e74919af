import { addDays, addMonths, type Day } from '../../../src/kernel/dates/index.ts';
import { hostings, type Product } from '../../../src/modules/systems/catalogue/record.ts';
import type { Facts } from '../../../src/modules/systems/model/fields.ts';
import { pick, whole, type Random } from '../../proofs/random.ts';
import type { AreaWords } from './areas.ts';

/** Who says it, of what, and when. */
export type Telling = {
  readonly random: Random;
  readonly organisation: string;
  readonly inhabitants: number;
  readonly product: Product;
  /** What the supplier is called. */
  readonly supplier: string;
  readonly words: AreaWords;
  readonly today: Day;
  /** Months from now to the end of the contract, where the story needs one. */
  readonly endsIn?: number;
};

const bands = ['1-9', '10-49', '50-199', '200-999', '1000-4999', '5000-'] as const;
const mostOf = [10, 50, 200, 1000, 5000];

function bandOf(users: number): (typeof bands)[number] {
  const index = mostOf.findIndex((most) => users < most);
  return bands[index] ?? '5000-';
}

/** Nobody has filled in everything: a fact is there in so many cases of hundred. */
const often = (random: Random, percent: number): boolean => random() * 100 < percent;

function some<T extends object>(random: Random, percent: number, facts: T): T | object {
  return often(random, percent) ? facts : {};
}

/** What is said of any product, real ones too: who uses it for what, and nothing of what they think or pay. */
function useOf({ random, organisation, inhabitants, product, words, today }: Telling): Facts {
  const share = pick(random, [0.0005, 0.002, 0.01, 0.04, 0.1]);
  const roll = whole(random, 100);
  const status =
    roll < 3 ? 'planned' : roll < 6 ? 'pilot' : roll < 12 ? 'phasing-out' : roll < 13 ? 'ended' : 'in-use';
  const since = addDays(today, (status === 'planned' ? 1 : -1) * (40 + whole(random, 3500)));
  const hosted = pick(random, product.hosting.length > 0 ? product.hosting : hostings.slice(0, 2));
  return {
    status,
    ...some(random, 75, { from: since }),
    ...(status === 'ended' ? { until: addDays(today, -whole(random, 300)) } : {}),
    ...some(random, 90, { units: [words.unit] }),
    ...some(random, 85, { users: bandOf(Math.round(inhabitants * share)) }),
    ...some(random, 86, { owner: words.owner }),
    ...some(random, 84, { contact: words.contact, contactEmail: `${words.mailbox}@${organisation}.example` }),
    ...some(random, 88, { hosting: hosted }),
    ...some(random, 70, { archiveDuty: words.archive }),
    ...(status === 'planned' ? {} : { ...classed(random, words), ...recorded(random, words) }),
  };
}

function classed(random: Random, { classes, criticality }: AreaWords): Facts {
  const near = (value: number): number => Math.min(4, Math.max(0, value + whole(random, 2)));
  const [confidentiality, integrity, availability] = classes;
  return {
    ...some(random, 70, { criticality }),
    ...some(random, 65, {
      confidentiality: near(confidentiality),
      integrity: near(integrity),
      availability: near(availability),
    }),
  };
}

function recorded(random: Random, { personalData, subjects, categories }: AreaWords): Facts {
  if (!often(random, 80)) return {};
  if (personalData === 'none') return { personalData };
  return {
    personalData,
    ...some(random, 75, {
      legalBasis: ['public-interest'],
      dataSubjects: subjects,
      dataCategories: categories,
    }),
    ...(personalData === 'sensitive'
      ? some(random, 80, { assessment: pick(random, ['done', 'done', 'begun', 'needed']) })
      : some(random, 40, { assessment: 'not-needed' })),
  };
}

const bases = ['inhabitant', 'user', 'fixed', 'fixed'] as const;
const kronorEach = { inhabitant: 4, user: 6, fixed: 3 } as const;

const opinions = [
  'Exempel: stabilt i drift, men rapporterna är svåra att läsa.',
  'Exempel: supporten svarar snabbt.',
  'Exempel: många steg för det som vi gör varje dag.',
  'Exempel: lätt att lära för nya kollegor.',
] as const;

/** What only invented products may have said of them: contract, price, opinion, and how they fare. */
function judged({ random, inhabitants, product, supplier, today, endsIn }: Telling): Facts {
  const basis = pick(random, bases);
  const rate = kronorEach[basis] * (0.7 + random() * 0.8);
  const price = Math.max(18_000, Math.round((inhabitants * rate) / 1000) * 1000);
  const ends = addMonths(today, endsIn ?? 3 + whole(random, 45));
  const extensions = whole(random, 3);
  return {
    ...some(random, 60, { version: `${2 + whole(random, 4)}.${whole(random, 8)}` }),
    ...some(random, 70, {
      accessibility: pick(random, ['meets', 'partly', 'partly', 'fails', 'unknown']),
      accessibilityOn: addDays(today, -30 - whole(random, 700)),
    }),
    ...some(random, 60, { usesAi: pick(random, ['yes', 'no', 'no', 'no']) }),
    ...(often(random, 85) || endsIn !== undefined
      ? {
          ...(product.supplier === undefined ? {} : { contractSupplier: product.supplier }),
          contractReference: `EX-${ends.slice(0, 4)}-${100 + whole(random, 900)}`,
          contractEnds: ends,
          noticeMonths: pick(random, [3, 6, 6, 9]),
          ...(extensions === 0 ? {} : { extensions, extensionMonths: 12 }),
          price,
          priceBasis: basis,
        }
      : {}),
    ...some(random, 40, { cost: Math.round(price / 4000) * 1000 }),
    ...some(random, 30, { processors: [supplier] }),
    ...some(random, 35, { risks: 'Exempel: en enda person kan systemet. Rutin för avbrott saknas.' }),
    ...some(random, 70, {
      satisfaction: 2 + whole(random, 4),
      ...some(random, 50, { satisfactionWhy: pick(random, opinions) }),
    }),
  };
}

/** What an organisation says of a product that it uses. Of real products nothing is said but that and for what. */
export function inventFacts(telling: Telling): Facts {
  return telling.product.example === true ? { ...useOf(telling), ...judged(telling) } : useOf(telling);
}
