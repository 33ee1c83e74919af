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
      [`${guide}/utskrift`, 'for paper', `${education}/utskrift`],
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

const care = `${list}/skotsel`;
const own = `${guide}/skotsel`;
const month = `${list}/manadens`;
const use = '/arbete/:organisation/verk/:work/ta-i-bruk';

/** Somebody who keeps the guides alive: what readers say, when they are looked over, which is the best. */
export const carerTour: Tour = {
  name: 'carer of guides',
  who: 'designer@hjo',
  walk: async (guest) => {
    const { page, go, look } = guest;
    const hjo = '/arbete/hjo/guider';
    const hjosGuide = `${hjo}/gemensamt-verksamhetssystem`;
    await visit(guest, [
      [care, 'nothing late', `${hjo}/skotsel?visa=forsenade`],
      [`${care}/anteckningar`, 'empty', `${hjo}/skotsel/anteckningar`],
      [own, 'nobody', `${hjosGuide}/skotsel`],
      [month, 'open', `${hjo}/manadens`],
      ['/arbete/:organisation/sa-gor-vi', 'nothing', '/arbete/hjo/sa-gor-vi'],
      [
        '/arbete/:organisation/sa-gor-vi',
        'many',
        '/arbete/hjo/sa-gor-vi?uppgift=page:/arbete/:organisation/verk/:work',
      ],
      [use, 'in use', '/arbete/hjo/verk/gemensamt-verksamhetssystem/ta-i-bruk'],
    ]);
    await go(`${hjosGuide}/steg/jav`);
    await send(page, '/hjalpte');
    await look(step, 'helped');
    await page.locator('main .guides-heard details').evaluate('(one) => { one.open = true }');
    await page.locator('main textarea[name="text"]').fill('Exemplet är svårt att förstå.');
    await send(page, '/anteckning');
    await look(step, 'written');
    await visit(guest, [
      [care, 'a note', `${hjo}/skotsel`],
      [`${care}/anteckningar`, 'a note', `${hjo}/skotsel/anteckningar`],
      [own, 'an answer', `${hjosGuide}/skotsel`],
    ]);
    await page.locator('main input[name="granskas.day"]').fill('40');
    await send(page, '/skotsel');
    await look(own, 'wrong day');
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
        '/k/:organisation/sa-gor-vi',
        'shown',
        '/k/harnosand/sa-gor-vi?uppgift=page:/k/:organisation/tjanster',
      ],
      [
        '/k/:organisation/guider/:work/utskrift',
        'shown',
        '/k/harnosand/guider/kommons-for-invanare/utskrift',
      ],
      [
        '/k/:organisation/guider/:work/steg/:step',
        'shown',
        '/k/harnosand/guider/kommons-for-invanare/steg/sok-tjanst',
      ],
    ]),
};
