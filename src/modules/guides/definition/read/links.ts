import { nearest } from '../../../../kernel/conditions/index.ts';
import { below } from '../../../../kernel/reading/index.ts';
import type { Reading } from '../../../../kernel/reading/index.ts';
import { blocksOf } from '../blocks.ts';
import type { Guide } from '../model.ts';
import { placeIn } from './targets.ts';

/** Everything that names something in the guide itself names what is there. Other works are looked up when read. */
export function checkLinks(guide: Guide, reading: Reading): void {
  const blocks = blocksOf(guide);
  const types = new Map(blocks.map(({ block }) => [block.id, block.type]));
  const steps = guide.sections.flatMap((section) => section.steps.map(({ id }) => id));
  const check = (path: string, id: string, known: readonly string[]): void => {
    if (!known.includes(id)) reading.error(path, notHere(id, nearest(id, known)), id);
  };
  for (const { block, path } of blocks) {
    if (block.type === 'link') {
      const { to } = block;
      if (to.kind === 'guide' && to.work === guide.id && to.step !== null)
        check(`${path}/to/step`, to.step, steps);
      if (to.kind === 'web') checkPlace(`${path}/to/address`, placeIn(to.address), { guide, reading });
    }
    if (block.type !== 'reuse' || block.work !== guide.id || block.block === '') continue;
    const place = below(path, 'block');
    if (types.get(block.block) === 'reuse') reading.error(place, inCircles, block.block);
    else check(place, block.block, [...types.keys()]);
  }
}

const inCircles = {
  sv: 'Blocket visar i sin tur ett annat. Hänvisa direkt till det.',
  en: 'The block itself shows another one. Refer to that one directly.',
};

const notHere = (id: string, suggestion: string | undefined) => ({
  sv: `”${id}” finns inte i guiden.${suggestion === undefined ? '' : ` Menade du ”${suggestion}”?`}`,
  en: `There is no “${id}” in the guide.${suggestion === undefined ? '' : ` Did you mean “${suggestion}”?`}`,
});

type Around = { readonly guide: Guide; readonly reading: Reading };

/** An address that is left to a local fact is left to one that is a link. */
function checkPlace(path: string, parameter: string | null, { guide, reading }: Around): void {
  if (parameter === null) return;
  if (guide.parameters.some(({ id, type }) => id === parameter && type === 'url')) return;
  reading.error(
    path,
    {
      sv: `”${parameter}” är ingen lokal uppgift av typen länk. Lägg till den bland de lokala uppgifterna.`,
      en: `“${parameter}” is no local fact of type url. Add it among the local facts.`,
    },
    parameter,
  );
}
