import { send, visit, type Tour } from './tour.ts';

const looks = '/arbete/:organisation/installningar/utseende';
const units = '/arbete/:organisation/installningar/enheter';
const people = '/arbete/:organisation/installningar/roller';
const programs = '/arbete/:organisation/installningar/program';

/** An administrator's settings, refused and saved. */
export const settingsTour: Tour = {
  name: 'administrator',
  who: 'admin@harnosand',
  walk: async (guest) => {
    const { page, look } = guest;
    await visit(guest, [
      ['/konto', 'staff', '/konto'],
      [people, 'filled', '/arbete/harnosand/installningar/roller'],
    ]);
    await send(page, '/roller');
    await look(people, 'refused');
    await visit(guest, [[programs, 'empty', '/arbete/harnosand/installningar/program']]);
    await send(page, '/program');
    await look(programs, 'refused');
    await page.locator('main input[name="name"]').fill('Ekonomisystemet');
    await page.locator('main input[name="role"]').first().check();
    await send(page, '/program');
    await look(programs, 'the key, this once');
    await visit(guest, [[programs, 'filled', '/arbete/harnosand/installningar/program']]);
    await visit(guest, [[units, 'filled', '/arbete/harnosand/installningar/enheter']]);
    await send(page, '/enheter');
    await look(units, 'refused');
    await page.locator('main input[name="name"]').fill('Skolskjutsenheten');
    await send(page, '/enheter');
    await look(units, 'saved');
    await visit(guest, [[looks, 'filled', '/arbete/harnosand/installningar/utseende']]);
    await page.locator('main input[name="colour"]').fill('#f7e04b');
    await send(page, '/utseende');
    await look(looks, 'too pale a colour');
  },
};
