import { newestEdition } from '../taxonomy/editions.ts';
import { inSwedishOrder } from './places.ts';

/** Components of the newest edition by area and then name, in Swedish order. */
export function componentOrder(): readonly string[] {
  const { areas, components } = newestEdition();
  return areas
    .toSorted((a, b) => inSwedishOrder(a.name.sv, b.name.sv))
    .flatMap((area) =>
      components
        .filter((one) => one.area === area.id)
        .toSorted((a, b) => inSwedishOrder(a.name.sv, b.name.sv))
        .map(({ id }) => id),
    );
}
