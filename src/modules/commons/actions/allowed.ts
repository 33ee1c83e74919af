import { checkAdopterEdit, type Definition } from '../../../kernel/index.ts';
import type { Acting } from '../acting.ts';
import { done, refused, type Outcome } from '../model/failure.ts';
import { getKind } from '../model/kind.ts';
import type { Variant } from '../model/work.ts';
import { getDefinitions } from '../store/definitions.ts';
import { checkFiles } from './files.ts';
import { shapeIssues } from './works.ts';

/** The definition, where it has the shape of one. */
export function shaped(definition: Definition): Outcome<Definition> {
  const issues = shapeIssues(definition);
  return issues.length === 0 ? done(definition) : refused({ kind: 'invalid', issues });
}

/**
 * Whether what people have made of the newest version may be the next: shape, files, then upstream's locks, whoever
 * made it.
 * What the kind says of the content may wait until the version is used.
 */
export async function checkAllowed(a: Acting, variant: Variant, after: Definition): Promise<Outcome<null>> {
  const whole = shaped(after);
  if (!whole.ok) return whole;
  const files = await checkFiles(a, after);
  if (!files.ok) return files;
  if (variant.base === null) return done(null);
  const { rules } = getKind(variant.kind);
  const { base, head } = variant;
  const found = await getDefinitions(a.tx, a.organisation, [base.definitionHash, head.definitionHash]);
  const upstream = found.get(base.definitionHash);
  const before = found.get(head.definitionHash);
  if (upstream === undefined || before === undefined) throw new Error(`${variant.work}: content is missing`);
  const violations = checkAdopterEdit({ upstream, before, after, rules });
  return violations.length === 0 ? done(null) : refused({ kind: 'not-allowed', violations });
}
