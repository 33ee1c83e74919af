import { addressOf, press, send, visit, type Tour } from './tour.ts';

const work = '/arbete/:organisation/verk/:work';
const contributions = '/arbete/:organisation/bidrag';
const contribution = `${contributions}/:contribution`;
const notices = '/arbete/:organisation/aviseringar';
const create = '/arbete/:organisation/nytt-verk';
const ours = '/arbete/harnosand/verk/skolskjuts';

/** Härnösand shares: what it follows, what it publishes, and a question that it gives to everybody. */
export const contributorTour: Tour = {
  name: 'designer who contributes',
  who: 'designer@harnosand',
  walk: async (guest) => {
    const { page, look } = guest;
    await visit(guest, [
      [notices, 'unread', '/arbete/harnosand/aviseringar'],
      [`${work}/foljer`, 'shown', `${ours}/foljer`],
      [`${work}/publicera`, 'of an adopter', `${ours}/publicera`],
      [contributions, 'empty', '/arbete/harnosand/bidrag'],
      [`${work}/bidra`, 'filled', `${ours}/bidra`],
    ]);
    await send(page, '/bidra');
    await look(`${work}/bidra`, 'refused');
    await page.locator('main input[name="change"]').last().check();
    await page.locator('main textarea[name="message"]').fill('Färjor finns på fler håll.');
    await send(page, '/bidra');
    await look(contribution, 'sent');
    await visit(guest, [
      [contributions, 'waiting', '/arbete/harnosand/bidrag'],
      [create, 'shown', '/arbete/harnosand/nytt-verk'],
    ]);
    await send(page, '/nytt-verk');
    await look(create, 'refused');
    await guest.go('/arbete/harnosand/nytt-verk');
    await send(page, '/nytt-verk/fil');
    await look(create, 'file refused');
  },
};

/** Sundsvall, who owns the work: who uses it, what is proposed, and its answer. */
export const reviewerTour: Tour = {
  name: 'designer who reviews',
  who: 'designer@sundsvall',
  walk: async (guest) => {
    const { page, go, look } = guest;
    await go('/arbete/sundsvall/verk/skolskjuts/spridning');
    await look(`${work}/spridning`, 'filled');
    await send(page, '/aterkalla');
    await look(`${work}/spridning`, 'recall refused');
    await visit(guest, [
      [`${work}/publicera`, 'nothing new', '/arbete/sundsvall/verk/skolskjuts/publicera'],
      [notices, 'of the owner', '/arbete/sundsvall/aviseringar'],
      [contributions, 'to answer', '/arbete/sundsvall/bidrag'],
    ]);
    await press(page, 'a[href*="/bidrag/"]');
    await look(contribution, 'to answer');
    const letters = '/brevlada';
    await visit(guest, [
      [letters, 'filled', letters],
      [letters, 'nothing found', `${letters}?q=qwerty`],
    ]);
    await go(letters);
    await go(await addressOf(page, `${letters}/`));
    await look(`${letters}/:letter`, 'shown');
  },
};
