import type { Localised } from '../../../kernel/index.ts';
import type { Acting } from '../acting.ts';
import { listKinds, type HelpPlace } from '../model/kind.ts';
import { getDefinitions } from '../store/definitions.ts';
import { listVariants } from '../store/variants.ts';

export type WorkPlaces = { readonly title: Localised; readonly places: readonly HelpPlace[] };

/** Where help can be given in the organisation's works of other kinds, as their newest versions are; in Swedish order. */
export async function listHelpPlaces(a: Acting): Promise<readonly WorkPlaces[]> {
  const asks = new Map(listKinds().flatMap(({ id, helpPlaces }) => (helpPlaces ? [[id, helpPlaces]] : [])));
  const variants = (await listVariants(a.tx, a.organisation)).filter(({ kind }) => asks.has(kind));
  const hashes = variants.map(({ head }) => head.definitionHash);
  const definitions = await getDefinitions(a.tx, a.organisation, hashes);
  return variants.flatMap(({ kind, title, head }) => {
    const definition = definitions.get(head.definitionHash);
    const places = definition === undefined ? [] : (asks.get(kind)?.(definition) ?? []);
    return places.length === 0 ? [] : [{ title, places }];
  });
}
