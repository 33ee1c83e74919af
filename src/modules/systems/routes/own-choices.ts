import { pickText } from '../../../kernel/index.ts';
import { recognise } from '../catalogue/recognise.ts';
import { searchProducts, supplierOf } from '../catalogue/search.ts';
import { ownRows } from '../landscape/row.ts';
import type { ProductChoice } from '../pages/own/choices.tsx';
import { usageTo, type Ground } from './own-ground.ts';

const mostChoices = 12;

/** Ids of the products that a name may mean: those recognised first, then what a search finds. */
async function idsFor(
  { context, landscape }: Ground,
  question: string,
): Promise<{ readonly ids: readonly string[]; readonly didYouMean: string | null }> {
  if (question === '') return { ids: [], didYouMean: null };
  const known = recognise(landscape.catalogue, question).map(({ id }) => id);
  const found = await searchProducts(context.tx, question, { page: 1 });
  const ids = [...new Set([...known, ...found.hits.map(({ product }) => product.id)])].slice(0, mostChoices);
  return { ids, didYouMean: ids.length > 0 ? null : found.didYouMean };
}

function choiceOf(ground: Ground, id: string): readonly ProductChoice[] {
  const { catalogue } = ground.landscape;
  const product = catalogue.products.get(id)?.record;
  if (product === undefined) return [];
  const have = ownRows(ground.landscape).find((row) => row.product.id === id);
  const does = product.components.map(ground.names.component).join(', ');
  return [
    {
      id,
      name: product.name,
      supplier: supplierOf(catalogue, product)?.name ?? null,
      does: does === '' ? pickText(product.what, ground.context.language) : does,
      have: have === undefined ? null : usageTo(ground, have.id),
    },
  ];
}

export type Choices = {
  readonly choices: readonly ProductChoice[];
  /** The question with its words put right, where nothing was found. */
  readonly didYouMean: string | null;
};

/** The products that a name may mean, as they can be chosen among. */
export async function choicesFor(ground: Ground, question: string): Promise<Choices> {
  const { ids, didYouMean } = await idsFor(ground, question);
  return { choices: ids.flatMap((id) => choiceOf(ground, id)), didYouMean };
}
