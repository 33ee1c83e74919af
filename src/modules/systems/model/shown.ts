import { fieldIds, fieldOf, type Facts, type FieldId } from './fields.ts';
import { audiences, type Audience, type Ceiling } from './field.ts';

/**
 * Who reads about a usage of somebody else: a municipality (or a joint board of such) or another body of the public
 * sector, and whether it is in a network together with the owner.
 */
export const readers = ['sector', 'sector-near', 'municipality', 'municipality-near'] as const;
export type Reader = (typeof readers)[number];

/** What an organisation has decided to show to others than the fields' own audiences say. */
export type Policy = { readonly [Id in FieldId]?: Audience };

const isMunicipality = (reader: Reader): boolean =>
  reader === 'municipality' || reader === 'municipality-near';
const isNear = (reader: Reader): boolean => reader === 'sector-near' || reader === 'municipality-near';

function within(reader: Reader, circle: Audience | Ceiling): boolean {
  switch (circle) {
    case 'public-sector':
      return true;
    case 'municipalities':
      return isMunicipality(reader);
    case 'networks':
      return isNear(reader);
    case 'own':
      return false;
  }
}

/** Who sees a field under a policy. A policy never reaches past the field's ceiling. */
export function audienceOf(policy: Policy, id: FieldId): Audience {
  return policy[id] ?? fieldOf(id).audience;
}

/** What may be chosen for a field: its ceiling and everything narrower. */
export function audiencesFor(id: FieldId): readonly Audience[] {
  const { ceiling } = fieldOf(id);
  if (ceiling === 'own') return ['own'];
  return audiences.slice(audiences.indexOf(ceiling));
}

export function sees(reader: Reader, policy: Policy, id: FieldId): boolean {
  return within(reader, fieldOf(id).ceiling) && within(reader, audienceOf(policy, id));
}

/** The facts that a reader may see, all others gone without a trace. */
export function shownFacts(facts: Facts, policy: Policy, reader: Reader): Facts {
  return Object.fromEntries(
    fieldIds.filter((id) => facts[id] !== undefined && sees(reader, policy, id)).map((id) => [id, facts[id]]),
  );
}

/** Readers who see the same share one row: the fewest projections of the facts, each with those who see it. */
export function projections(
  facts: Facts,
  policy: Policy,
): readonly { readonly readers: readonly Reader[]; readonly facts: Facts }[] {
  const found = new Map<string, { readers: Reader[]; facts: Facts }>();
  for (const reader of readers) {
    const shown = shownFacts(facts, policy, reader);
    const key = JSON.stringify(shown);
    const same = found.get(key);
    if (same === undefined) found.set(key, { readers: [reader], facts: shown });
    else same.readers.push(reader);
  }
  return [...found.values()];
}
