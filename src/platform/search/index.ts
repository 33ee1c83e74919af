export type { WeightedText } from './analyse.ts';
export { lexemes, markWords, toQuery, toVector, vocabulary } from './analyse.ts';
export { compoundParts } from './compound.ts';
export { stem } from './stem.ts';
export { didYouMean, similarity } from './suggest.ts';
