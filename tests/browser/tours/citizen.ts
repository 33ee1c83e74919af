import { answer, faultReport, schoolTransport, type Answers } from './answers.ts';
import { addressOf, follow, press, send, visit, type Guest, type Tour } from './tour.ts';

const step = '/k/:organisation/tjanster/:service/utkast/:draft/:page';
const goOn = 'button[name="_go"][value="next"]:not([aria-hidden])';

const pageOf = (guest: Guest): string => new URL(guest.page.url()).pathname.split('/').at(-1) ?? '';

/** Every step as it comes, refused while it is empty, and answered. Ends where the answers are checked. */
async function fill(guest: Guest, answers: Answers): Promise<void> {
  const { page } = guest;
  for (let steps = 0; steps < 20 && Object.hasOwn(answers, pageOf(guest)); steps += 1) {
    const name = pageOf(guest);
    await guest.look(step, `${name}, empty`);
    await follow(page.locator(goOn));
    if (pageOf(guest) !== name) continue;
    await guest.look(step, `${name}, refused`);
    for (let tries = 0; tries < 4 && pageOf(guest) === name; tries += 1) {
      await answer(page, answers[name] ?? {});
      await follow(page.locator(goOn));
    }
  }
}

async function applyForTransport(guest: Guest): Promise<void> {
  const { page, go, look } = guest;
  await go('/k/harnosand/tjanster/skolskjuts');
  await send(page, '/utkast');
  const begun = new URL(page.url()).pathname;
  await fill(guest, schoolTransport);
  await look(step, 'check');
  await go(begun);
  await look(step, 'filled');
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.locator('[name="barnets-namn"]').fill('Barn i ett annat fönster');
  await follow(other.locator(goOn));
  await other.close();
  await page.locator('[name="barnets-namn"]').fill('Barn i det här fönstret');
  await follow(page.locator(goOn));
  await look(step, 'two windows');
  await follow(page.locator('button[name="take"][value="sent"]'));
  await go('/k/harnosand');
  await look('/k/:organisation', 'with a draft');
  await go('/k/harnosand/tjanster/skolskjuts');
  await look('/k/:organisation/tjanster/:service', 'with a draft');
  await press(page, 'a[href$="/ta-bort"]');
  await look('/k/:organisation/utkast/:draft/ta-bort', 'shown');
  await go(begun);
  await follow(page.locator('button[value="leave"]'));
  await look('/k/:organisation/utkast/:draft/sparat', 'shown');
  await go(begun.replace(/[^/]+$/, 'kontrollera'));
  await send(page, '/skicka');
  await look('/k/:organisation/utkast/:draft/kvittens', 'done');
}

/** A citizen with a case that waits for an answer, one that is decided, and a new one. */
export const citizenTour: Tour = {
  name: 'citizen',
  who: 'citizen:1@harnosand',
  walk: async (guest) => {
    const { page, go, look } = guest;
    await go('/k/harnosand');
    await look('/k/:organisation', 'something is asked');
    await applyForTransport(guest);
    const mine = '/k/:organisation/mina-arenden';
    await go('/k/harnosand/mina-arenden');
    await look(mine, 'filled');
    await go('/k/harnosand');
    await go(await addressOf(page, '/mina-arenden/'));
    await look(`${mine}/:case`, 'waits for an answer');
    await follow(page.locator('main form[action*="/komplettering/"] button').first());
    await look(`${mine}/:case`, 'refused');
    await page.locator('main form[action*="/komplettering/"] textarea').fill('Färjan klockan 7.10.');
    await follow(page.locator('main form[action*="/komplettering/"] button').first());
    await look(`${mine}/:case`, 'answered');
    await visit(guest, [['/konto', 'citizen', '/konto']]);
  },
};

export const decidedTour: Tour = {
  name: 'citizen with a decision',
  who: 'citizen:2@harnosand',
  walk: async (guest) => {
    const { page, go, look } = guest;
    await go('/k/harnosand/mina-arenden');
    const all = await page.locator('main a[href*="/mina-arenden/"]').all();
    const addresses = await Promise.all(all.map((one) => one.getAttribute('href')));
    for (const [index, address] of [...new Set(addresses)].entries()) {
      if (address === null) continue;
      await go(address);
      await look('/k/:organisation/mina-arenden/:case', `case ${index + 1}`);
    }
  },
};

export const newcomerTour: Tour = {
  name: 'citizen without cases',
  who: 'citizen:1@lulea',
  walk: async (guest) =>
    visit(guest, [
      ['/k/:organisation', 'signed in, nothing', '/k/lulea'],
      ['/k/:organisation/mina-arenden', 'empty', '/k/lulea/mina-arenden'],
    ]),
};

export const anonymousTour: Tour = {
  name: 'fault report without signing in',
  who: null,
  walk: async (guest) => {
    await guest.go('/k/harnosand/tjanster/felanmalan');
    await send(guest.page, '/utkast');
    await fill(guest, faultReport);
    await guest.look(step, 'check, anonymous');
    await send(guest.page, '/skicka');
    await guest.look('/k/:organisation/utkast/:draft/kvittens', 'done, anonymous');
  },
};
