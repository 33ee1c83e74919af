import { exampleSheets } from '../../../src/ui/examples.ts';
import { standsOnlyIn } from '../../../src/ui/stylesheet/index.ts';
import type { Tour } from './tour.ts';

const all = Object.entries(exampleSheets).flatMap(([component, sheet]) =>
  sheet.map(({ name }) => ({ component, name })),
);

/**
 * Every component in its states, in each look that it stands in: the workspace and a municipality's site.
 * `share` is how large a part of them is looked at, from 0 to 1.
 */
export const examplesTour = (share: number, random: () => number): Tour => ({
  name: 'examples',
  who: null,
  walk: async ({ go, look }) => {
    await go('/exempel');
    await look('/exempel', 'all');
    const chosen = all.filter(() => random() < share);
    for (const { component, name } of chosen) {
      if (standsOnlyIn[component] !== 'public') {
        await go(`/exempel/${component}/${name}`);
        await look('/exempel/:component/:example', `${component}, ${name}`);
      }
      if (standsOnlyIn[component] !== 'work') {
        await go(`/k/harnosand/exempel/${component}/${name}`);
        await look('/k/:organisation/exempel/:component/:example', `${component}, ${name}`);
      }
    }
  },
});
