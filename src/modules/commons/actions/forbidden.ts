import { checkAdopterEdit, standingIn, type Definition, type Violation } from '../../../kernel/index.ts';
import type { Acting } from '../acting.ts';
import { getKind, type Kind } from '../model/kind.ts';
import type { Variant, Version } from '../model/work.ts';
import { getDefinition } from '../store/definitions.ts';

type Sides = {
  readonly upstream: Definition;
  readonly definition: Definition;
  readonly rules: Kind['rules'];
};

/** What a definition does that upstream's locks and demands forbid whoever follows it. Pure. */
export function decideForbidden({ upstream, definition, rules }: Sides): readonly Violation[] {
  const standing = standingIn(upstream, rules);
  const all = checkAdopterEdit({ upstream, before: upstream, after: definition, rules });
  // Where all is free, what is missing is a local change like any other.
  return all.filter(
    ({ kind, lock, element }) => kind !== 'removed-upstream' || lock !== 'free' || standing.has(element),
  );
}

/**
 * What of a version the present upstream forbids. A version that was made while that upstream, or the same
 * version of another's, was followed has been held to its locks already.
 */
export async function findForbidden(
  a: Acting,
  { base, kind }: Variant,
  version: Pick<Version, 'definitionHash' | 'base'>,
): Promise<readonly Violation[]> {
  if (base === null) return [];
  const { organisation, definitionHash } = base;
  if (version.base?.organisation === organisation || version.base?.definitionHash === definitionHash)
    return [];
  return decideForbidden({
    upstream: await getDefinition(a.tx, a.organisation, definitionHash),
    definition: await getDefinition(a.tx, a.organisation, version.definitionHash),
    rules: getKind(kind).rules,
  });
}
