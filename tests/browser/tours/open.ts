import { follow, visit, type Tour } from './tour.ts';

const library = '/bibliotek';
const service = '/k/:organisation/tjanster/:service';

/** What everybody may read. */
export const openTour: Tour = {
  name: 'everybody',
  who: null,
  walk: async (guest) => {
    await visit(guest, [
      ['/', 'shown', '/'],
      ['/', 'in English', '/en'],
      ['/api', 'shown', '/api'],
      ['/kommuner', 'all', '/kommuner'],
      ['/kommuner', 'nothing found', '/kommuner?q=atlantis'],
      [library, 'filled', '/bibliotek'],
      [library, 'found', '/bibliotek?q=felanmalan'],
      [library, 'nothing found', '/bibliotek?q=qwerty'],
      ['/bibliotek/:work', 'owned by a network', '/bibliotek/felanmalan'],
      ['/bibliotek/:work', 'in English', '/en/bibliotek/serveringstillstand'],
      ['/bibliotek/:work/prova', 'shown', '/bibliotek/felanmalan/prova'],
      ['/k/:organisation', 'filled', '/k/harnosand'],
      ['/k/:organisation', 'in English', '/en/k/harnosand'],
      ['/k/:organisation', 'empty', '/k/lulea'],
      ['/k/:organisation/tjanster', 'filled', '/k/harnosand/tjanster'],
      ['/k/:organisation/tjanster', 'found', '/k/harnosand/tjanster?sok=buss'],
      ['/k/:organisation/tjanster', 'nothing found', '/k/harnosand/tjanster?sok=qwerty'],
      ['/k/:organisation/tjanster', 'empty', '/k/lulea/tjanster'],
      [service, 'sign in first', '/k/harnosand/tjanster/skolskjuts'],
      [service, 'without signing in', '/k/harnosand/tjanster/felanmalan'],
      [service, 'long', '/k/sundsvall/tjanster/serveringstillstand'],
      ['/k/:organisation/kontakt', 'filled', '/k/harnosand/kontakt'],
      ['/k/:organisation/kontakt', 'empty', '/k/malmo/kontakt'],
      ['/k/:organisation/tillganglighet', 'shown', '/k/harnosand/tillganglighet'],
      ['/logga-in', 'choose', '/logga-in?till=/'],
      ['/konto', 'sign in first', '/konto'],
      ['/bibliotek/:work', 'missing', '/bibliotek/finns-inte'],
      [service, 'missing', '/k/harnosand/tjanster/finns-inte'],
    ]);
    await guest.go('/logga-in?till=/');
    await guest.page.locator('input[name="sok"]').fill('qwerty');
    await follow(guest.page.locator('main form[role="search"] button'));
    await guest.look('/logga-in', 'nothing found');
  },
};
