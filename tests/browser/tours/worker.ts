import { addressOf, send, visit, type Guest, type Tour } from './tour.ts';

const shown = '/arbete/:organisation/arenden/:case';

/** From the list, every case that the demo world has. */
async function cases({ page, go }: Guest): Promise<readonly string[]> {
  await go('/arbete/harnosand/arenden?vy=all');
  const links = await page.locator('main table a[href*="/arenden/"]').all();
  const addresses = await Promise.all(links.map((one) => one.getAttribute('href')));
  return [...new Set(addresses.flatMap((address) => (address === null ? [] : [address])))];
}

async function decide(guest: Guest): Promise<void> {
  const { page, look } = guest;
  await send(page, '/beslut', 'button[value="review"]');
  await look(shown, 'decision refused');
  await page.locator('main form[action$="/beslut"] input[value="bevilja"]').check();
  await page.locator('main form[action$="/beslut"] textarea').fill('Vägen är längre än gränsen.');
  await send(page, '/beslut', 'button[value="review"]');
  await look(`${shown}/beslut/granska`, 'shown');
  await send(page, '/beslut/skicka');
  await look(shown, 'decided');
}

/** A case worker: the lists, a case in each of its states, and a decision. */
export const workerTour: Tour = {
  name: 'case worker',
  who: 'case-worker@harnosand',
  walk: async (guest) => {
    const { page, go, look } = guest;
    await visit(guest, [
      ['/arbete/:organisation/idag', 'filled', '/arbete/harnosand/idag'],
      ['/arbete/:organisation/idag', 'empty', '/arbete/harnosand/idag?vy=done-today'],
      ['/arbete/:organisation/arenden', 'filled', '/arbete/harnosand/arenden'],
      ['/arbete/:organisation/arenden', 'nothing found', '/arbete/harnosand/arenden?vy=all&q=qwerty'],
    ]);
    for (const [index, address] of (await cases(guest)).entries()) {
      await go(address);
      await look(shown, `case ${index + 1}`);
    }
    await go('/arbete/harnosand/arenden');
    await go(await addressOf(page, '/arenden/0'));
    await send(page, '/ta');
    await look(shown, 'taken');
    await send(page, '/meddelande');
    await look(shown, 'message refused');
    await page.locator('main form[action$="/komplettering"] textarea').fill('');
    await send(page, '/komplettering');
    await look(shown, 'request refused');
    await decide(guest);
  },
};

export const idleWorkerTour: Tour = {
  name: 'case worker without cases',
  who: 'case-worker@sundsvall',
  walk: async (guest) =>
    visit(guest, [
      ['/arbete/:organisation/idag', 'nothing', '/arbete/sundsvall/idag'],
      ['/arbete/:organisation/arenden', 'nothing', '/arbete/sundsvall/arenden'],
    ]),
};
