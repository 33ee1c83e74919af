import { isDefinition } from '../definition.ts';
import { property, type Json, type JsonObject } from '../json.ts';
import { getNode, ROOT } from '../tree.ts';
import { locate, values, type Round } from './round.ts';

const HEAD = ['kommons', 'kind', 'id', 'languages', 'title'] as const;

/**
 * The root's own properties with a whole head. Each side may have removed what the other kept (one the
 * Swedish title, one the English), so that nothing is left: then the whole property is asked about.
 */
export function withHead(round: Round, own: JsonObject): JsonObject {
  if (isDefinition(own)) return own;
  const { base, ours, theirs } = round.trees;
  const [was, our, their] = [base, ours, theirs].map((tree) => getNode(tree, ROOT).own);
  const broken = HEAD.filter((key) => !isDefinition({ ...our, ...pick(own, key) }));
  return broken.reduce((head, key) => {
    const decision = round.ask({
      kind: 'both-changed',
      ...locate(round.trees, ROOT, key),
      ...values(property(was, key), property(our, key), property(their, key)),
      suggestion: { take: 'theirs' },
    });
    const chosen =
      decision.take === 'own'
        ? decision.value
        : { base: was, ours: our, theirs: their }[decision.take]?.[key];
    const whole = chosen !== undefined && isDefinition({ ...our, [key]: chosen });
    return { ...head, [key]: whole ? chosen : (our?.[key] ?? null) };
  }, own);
}

function pick(own: JsonObject, key: string): { readonly [key: string]: Json } {
  return { [key]: property(own, key) ?? null };
}
