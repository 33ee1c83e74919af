import { send, visit, type Tour } from './tour.ts';

const works = '/arbete/:organisation/verk';
const work = `${works}/:work`;
const ours = '/arbete/harnosand/verk/skolskjuts';

/** Härnösand's designer: own works, facts, editing, and the update that waits. */
export const adopterTour: Tour = {
  name: 'designer of an adopter',
  who: 'designer@harnosand',
  walk: async (guest) => {
    const { page, look } = guest;
    await visit(guest, [
      [works, 'filled', '/arbete/harnosand/verk'],
      ['/bibliotek/:work', 'adopted', '/bibliotek/skolskjuts'],
      ['/bibliotek/:work/jamfor', 'versions', '/bibliotek/skolskjuts/jamfor?fran=1&till=2'],
      ['/bibliotek/:work/prova', 'signed in', '/bibliotek/skolskjuts/prova'],
      [`${work}/jamfor`, 'own versions', `${ours}/jamfor?fran=1&till=2`],
      [`${work}/prova`, 'shown', `${ours}/prova`],
      [`${work}/anpassa`, 'outline', `${ours}/anpassa`],
      [`${work}/anpassa`, 'a question', `${ours}/anpassa?element=avstand`],
      [`${work}/anpassa`, 'own question', `${ours}/anpassa?element=farja`],
      [`${work}/uppdatera/prova`, 'shown', `${ours}/uppdatera/prova`],
      [work, 'update waits', ours],
    ]);
    await page.locator('main input[name="v.kontakt-epost"]').fill('skolskjuts');
    await send(page, '/uppgifter');
    await look(work, 'facts refused');
    await visit(guest, [[`${work}/uppdatera`, 'to answer', `${ours}/uppdatera`]]);
    await send(page, '/uppdatera/infor');
    await look(`${work}/uppdatera`, 'too early');
    await send(page, '/uppdatera/svar', 'button[value="suggestion"]');
    await look(`${work}/uppdatera`, 'answered');
    await send(page, '/uppdatera/infor');
    await look(`${work}/uppdatera/klar`, 'done');
  },
};

/** Sundsvall's, who owns the work; and somebody who has nothing yet. */
export const ownerTour: Tour = {
  name: 'designer of the owner',
  who: 'designer@sundsvall',
  walk: async (guest) =>
    visit(guest, [
      [works, 'owner', '/arbete/sundsvall/verk'],
      [work, 'owner', '/arbete/sundsvall/verk/skolskjuts'],
      ['/bibliotek/:work', 'owner', '/bibliotek/skolskjuts'],
    ]),
};

export const beginnerTour: Tour = {
  name: 'designer without works',
  who: 'designer@lulea',
  walk: async (guest) => {
    await visit(guest, [
      [works, 'empty', '/arbete/lulea/verk'],
      ['/bibliotek/:work', 'to adopt', '/bibliotek/felanmalan'],
    ]);
    await send(guest.page, '/infor');
    await guest.look(work, 'adopted just now');
  },
};
