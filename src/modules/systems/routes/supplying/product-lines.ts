import { link } from '../../../../platform/http/index.ts';
import { catalogue as work, openCatalogue, supplying as at } from '../../addresses.ts';
import type { Entry } from '../../catalogue/catalogue.ts';
import type { Product } from '../../catalogue/record.ts';
import type { ProductLine } from '../../pages/supplying/products.tsx';
import { listAnswers, type Answered } from '../../supplying/answers.ts';
import { listAsked, standardsFor, type AskedStandard } from '../../supplying/asked.ts';
import type { ProductCount } from '../../supplying/counts.ts';
import { inEdition, newestEdition } from '../../taxonomy/editions.ts';
import { countIn, to, type Ground } from './ground.tsx';

/** The areas of what a product does. */
export function areasOf({ components }: Product): ReadonlySet<string> {
  const edition = newestEdition();
  const own = new Set(inEdition(edition, components));
  return new Set(edition.components.filter(({ id }) => own.has(id)).map(({ area }) => area));
}

export type Standing = {
  readonly product: Product;
  readonly line: ProductLine;
  /** Standards that concern it and have no answer. */
  readonly lacking: number;
};

function lineOf(
  ground: Ground,
  product: Product,
  known: {
    readonly count: ProductCount | undefined;
    readonly concerned: readonly AskedStandard[];
    readonly answers: readonly Answered[];
  },
): Standing {
  const { words, language } = ground;
  const { id, name } = product;
  const answered = new Set(known.answers.map(({ standard }) => standard));
  const done = known.concerned.filter(({ standard }) => answered.has(standard.id)).length;
  return {
    product,
    lacking: known.concerned.length - done,
    line: {
      id,
      name,
      to: link(openCatalogue.product, { product: id }),
      what: product.what[language],
      count: countIn(ground, known.count),
      answers: words.products.answered(done, known.concerned.length),
      standardsTo: to(ground, at.standards, { product: id }),
      changeTo: to(ground, work.changeProduct, { product: id }),
    },
  };
}

/** What there is to say of products to the one that supplies them. */
export async function standingOf(
  ground: Ground,
  products: readonly Entry<Product>[],
  counts: ReadonlyMap<string, ProductCount>,
): Promise<readonly Standing[]> {
  const { tx, now } = ground.context;
  const answers = await listAnswers(
    tx,
    products.map(({ record }) => record.id),
  );
  const asked = await listAsked(tx, now);
  return products.map(({ record }) => {
    const concerned = standardsFor(areasOf(record), asked).filter(({ circle }) => circle !== 'other');
    const own = answers.get(record.id) ?? [];
    return lineOf(ground, record, { count: counts.get(record.id), concerned, answers: own });
  });
}
