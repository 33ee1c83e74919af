import type { OwnTaxonomy } from '../taxonomy/own.ts';
import { inSwedishOrder } from './places.ts';

/** The components of a taxonomy that are not hidden, by area and then name, in Swedish order. */
export function componentOrder({ edition, components }: OwnTaxonomy): readonly string[] {
  return edition.areas
    .toSorted((a, b) => inSwedishOrder(a.name.sv, b.name.sv))
    .flatMap((area) =>
      components
        .filter((one) => one.area === area.id && !one.hidden)
        .toSorted((a, b) => inSwedishOrder(a.name.sv, b.name.sv))
        .map(({ id }) => id),
    );
}
