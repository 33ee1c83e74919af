import { findBarriers, type Barrier } from './axe.ts';
import type { Look, Studio } from './browser.ts';
import type { Tour } from './tours/index.ts';

export type Seen = {
  readonly route: string;
  readonly state: string;
  readonly tour: string;
  readonly looks: number;
  readonly barriers: readonly (Barrier & Look)[];
};

/** A script that is none of ours: those help whoever writes or fills in tables, and close the help at the side. */
const ours = ['editor', 'table', 'support'].map((name) => `[src^="/assets/${name}."]`);
const strange = `script:not(${ours.join(', ')})`;

/** Follows a tour and looks at each of its pages in the looks chosen for it. */
export async function walk(
  studio: Studio,
  tour: Tour,
  choose: (route: string) => readonly Look[],
): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  const { page, close } = await studio.open(tour.who);
  await tour.walk({
    page,
    go: async (address) => void (await page.goto(new URL(address, studio.site.origin).href)),
    look: async (route, state) => {
      const looks = choose(route);
      const barriers: (Barrier & Look)[] = [];
      for (const look of looks) {
        barriers.push(...(await findBarriers(page, look)).map((barrier) => ({ ...barrier, ...look })));
      }
      if ((await page.locator(strange).count()) > 0) {
        barriers.push(
          ...looks.map((look) => ({ rule: 'no-script', target: 'script', why: page.url(), ...look })),
        );
      }
      seen.push({ route, state, tour: tour.name, looks: looks.length, barriers });
      await page.setViewportSize({ width: 1280, height: 900 });
    },
  });
  await close();
  return seen;
}
