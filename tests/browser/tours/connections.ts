import { send, visit, type Tour } from './tour.ts';

const at = '/arbete/:organisation/system/kopplingar';
const hookRoute = `${at}/webhooks/:webhook`;

/** Somebody who has other programs read the register and be told of it. */
export const connectorTour: Tour = {
  name: 'connector',
  who: 'strategist@timra',
  walk: async (guest) => {
    const { page, go, look } = guest;
    const ours = '/arbete/timra/system/kopplingar';
    await visit(guest, [
      [at, 'no webhooks', ours],
      [`${at}/webhooks/ny`, 'empty', `${ours}/webhooks/ny`],
    ]);
    await send(page, '/webhooks/ny');
    await look(`${at}/webhooks/ny`, 'wrong');
    await page.locator('main input[name="adress"]').fill('https://mottagare.example.se/kommons');
    await send(page, '/webhooks/ny');
    await look(hookRoute, 'added');
    const hook = new URL(page.url()).pathname;
    await send(page, '/visa');
    await look(hookRoute, 'the secret');
    await go(hook);
    await send(page, '/prov');
    await visit(guest, [
      [hookRoute, 'sent', hook],
      [`${hookRoute}/andra`, 'filled', `${hook}/andra`],
      [at, 'one webhook', ours],
    ]);
  },
};
