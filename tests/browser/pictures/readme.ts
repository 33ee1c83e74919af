import { sendTooSoon } from './shots.ts';
import type { View } from './take.ts';

/** What the README shows, by the name of the file in `docs/pictures`. */
export const readme: Readonly<Record<string, View>> = {
  update: {
    who: 'designer@harnosand',
    address: '/arbete/harnosand/verk/skolskjuts/uppdatera',
    width: 1120,
    height: 640,
    of: (page) => [page.locator('h1'), page.locator('.k-tiles'), page.locator('.k-merge').first()],
  },
  step: {
    who: 'citizen:3@harnosand',
    address: '/k/harnosand/tjanster/skolskjuts',
    width: 860,
    height: 640,
    prepare: sendTooSoon,
    of: (page) => [page.locator('main')],
  },
  guide: {
    who: 'case-worker@skara',
    address: '/arbete/skara/guider/gemensamt-verksamhetssystem/steg/driftstopp',
    width: 1200,
    height: 850,
    of: (page) => [page.locator('main > *')],
  },
};
