import { send, visit, type Tour } from './tour.ts';

const list = '/arbete/:organisation/guider';
const guide = `${list}/:work`;
const step = `${guide}/steg/:step`;
const education = '/arbete/skara/guider/gemensamt-verksamhetssystem';

/** Somebody in Skara who reads the joint education, and for whom a local fact then changes. */
export const readerTour: Tour = {
  name: 'reader of guides',
  who: 'designer@skara',
  walk: async (guest) => {
    const { page, go, look } = guest;
    await visit(guest, [
      [list, 'unread', '/arbete/skara/guider'],
      [list, 'found', '/arbete/skara/guider?sok=reservrutin'],
      [list, 'nothing found', '/arbete/skara/guider?sok=qwerty'],
      [guide, 'unread', education],
      [step, 'local text', `${education}/steg/driftstopp`],
      [step, 'an empty slot', `${education}/steg/avvikelse`],
      [step, 'question', `${education}/steg/jav`],
      [step, 'question answered', `${education}/steg/jav?s.jav-fraga=x`],
      [step, 'quiz', `${education}/steg/prov-for-alla`],
    ]);
    await send(page, '/prov/prov-for-alla-prov#prov-for-alla-prov');
    await look(step, 'quiz answered');
    await go(`${education}/steg/driftstopp`);
    await send(page, '/steg/driftstopp');
    await look(step, 'next');
    await go('/arbete/skara/verk/gemensamt-verksamhetssystem');
    await page.locator('main input[name="v.supporttelefon"]').fill('031-390 06 33');
    await send(page, '/uppgifter');
    await visit(guest, [
      [guide, 'something is new', education],
      [step, 'something is new', `${education}/steg/driftstopp`],
    ]);
  },
};

/** Whoever reads on the public site. */
export const openReaderTour: Tour = {
  name: 'reader of open guides',
  who: null,
  walk: async (guest) =>
    visit(guest, [
      ['/k/:organisation/guider', 'filled', '/k/harnosand/guider'],
      ['/k/:organisation/guider', 'empty', '/k/timra/guider'],
      ['/k/:organisation/guider', 'found', '/k/harnosand/guider?sok=ärende'],
      ['/k/:organisation/guider/:work', 'shown', '/k/harnosand/guider/kommons-for-invanare'],
      [
        '/k/:organisation/guider/:work/steg/:step',
        'shown',
        '/k/harnosand/guider/kommons-for-invanare/steg/sok-tjanst',
      ],
    ]),
};
