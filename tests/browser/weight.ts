import type { Page } from 'playwright-core';
import { z } from 'zod';
import type { Studio } from './browser.ts';
import { send } from './tours/tour.ts';

export type Weighed = {
  readonly name: string;
  /** Bytes over the wire of everything that the first view fetches, headers included. */
  readonly bytes: number;
  readonly requests: number;
};

const Received = z.object({ requestId: z.string(), encodedDataLength: z.number() });

/** Goes to an address with an empty cache and counts what comes. */
async function weigh(page: Page, address: string): Promise<Omit<Weighed, 'name'>> {
  const wire = await page.context().newCDPSession(page);
  const received = new Map<string, number>();
  wire.on('Network.loadingFinished', (event) => {
    const { requestId, encodedDataLength } = Received.parse(event);
    received.set(requestId, encodedDataLength);
  });
  await wire.send('Network.enable');
  await wire.send('Network.setCacheDisabled', { cacheDisabled: true });
  await page.goto(address, { waitUntil: 'networkidle' });
  await wire.detach();
  return { bytes: [...received.values()].reduce((sum, bytes) => sum + bytes, 0), requests: received.size };
}

type View = { readonly name: string; readonly who: string | null; readonly address: string };

const views: readonly View[] = [
  { name: 'front page', who: null, address: '/' },
  { name: 'public start', who: null, address: '/k/harnosand' },
  { name: 'service page', who: null, address: '/k/harnosand/tjanster/skolskjuts' },
  { name: 'library', who: null, address: '/bibliotek' },
  { name: 'work page', who: 'designer@harnosand', address: '/bibliotek/skolskjuts' },
  { name: 'update page', who: 'designer@harnosand', address: '/arbete/harnosand/verk/skolskjuts/uppdatera' },
  { name: 'today', who: 'case-worker@harnosand', address: '/arbete/harnosand/idag' },
];

/** What the first view of each important page weighs, compressed, with nothing kept from before. */
export async function weighFirstViews(studio: Studio): Promise<readonly Weighed[]> {
  const weighed: Weighed[] = [];
  for (const { name, who, address } of views) {
    const { page, close } = await studio.open(who);
    weighed.push({ name, ...(await weigh(page, `${studio.site.origin}${address}`)) });
    await close();
  }
  const { page, close } = await studio.open('citizen:1@harnosand');
  await page.goto(`${studio.site.origin}/k/harnosand/tjanster/skolskjuts`);
  await send(page, '/utkast');
  weighed.push({ name: 'service step', ...(await weigh(page, page.url())) });
  await close();
  return weighed;
}
