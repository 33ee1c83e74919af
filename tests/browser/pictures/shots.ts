import type { Locator, Page } from 'playwright-core';
import type { Shot } from './take.ts';

const harnosand = '/arbete/harnosand';

const toDo = (page: Page): Locator =>
  page.locator('tbody tr', { has: page.getByRole('link', { name: 'Utred' }) }).first();

/** The first page of an application, where two answers are missing. */
export const sendTooSoon = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Börja' }).click();
  await page.getByLabel('Ja', { exact: true }).check();
  await page.getByLabel('Barnets namn').fill('Barn F');
  await page.getByLabel('Din e-postadress').fill('invanare@example.se');
  await page.getByRole('button', { name: 'Fortsätt' }).last().click();
  await page.locator('.k-errors').waitFor();
};

/** What the manual of Kommons shows. Each guide's own block has the words: what is seen, and what the frames are. */
export const shots: readonly Shot[] = [
  {
    guide: 'kommons-biblioteket',
    block: 'sok-i-biblioteket-bild',
    who: 'designer@timra',
    address: '/bibliotek?q=skolskjuts',
    width: 860,
    of: (page) => [page.locator('h1'), page.locator('.k-search'), page.locator('tbody tr').nth(2)],
    marks: (page) => ({
      'sok-bild-falt': page.locator('.k-search-row'),
      'sok-bild-filter': page.locator('.k-chips'),
      'sok-bild-traff': page.locator('tbody tr th').first(),
      'sok-bild-anvands': page.locator('tbody tr td').nth(2),
    }),
  },
  {
    guide: 'kommons-infora',
    block: 'infora-verk-bild',
    who: 'designer@timra',
    address: '/bibliotek/serveringstillstand',
    width: 960,
    of: (page) => [page.locator('h1'), page.locator('.k-act'), page.locator('.k-ticks')],
    marks: (page) => ({
      'infora-bild-far': page.locator('.k-ticks'),
      'infora-bild-gor': page.locator('.k-act ol'),
      'infora-bild-dela': page.locator('.k-act .k-option'),
      'infora-bild-knapp': page.locator('.k-act button'),
    }),
  },
  {
    guide: 'kommons-infora',
    block: 'verkets-arbetssida-bild',
    who: 'designer@harnosand',
    address: `${harnosand}/verk/skolskjuts`,
    width: 960,
    height: 560,
    of: (page) => [page.locator('h1'), page.locator('.k-columns-side').first(), page.locator('#uppgifter')],
    marks: (page) => ({
      'arbetssida-bild-bruk': page.locator('.k-fact-row').first(),
      'arbetssida-bild-lokalt': page.locator('.k-section').first(),
      'arbetssida-bild-stallning': page.locator('#uppdatering-2'),
      'arbetssida-bild-vagar': page.locator('.k-columns-side ul').last(),
    }),
  },
  {
    guide: 'kommons-infora',
    block: 'anpassa-del-bild',
    who: 'designer@harnosand',
    address: `${harnosand}/verk/skolskjuts/anpassa?element=avstand`,
    width: 800,
    of: (page) => [page.locator('h1'), page.getByLabel('Måste besvaras')],
    height: 460,
    marks: (page) => ({
      'anpassa-bild-marke': page.locator('.k-origin').first(),
      'anpassa-bild-gemensam': page.locator('.commons-shared').first(),
      'anpassa-bild-falt': page.locator('textarea').first(),
    }),
  },
  {
    guide: 'kommons-uppdatera',
    block: 'vad-gar-in-bild',
    who: 'designer@harnosand',
    address: `${harnosand}/verk/skolskjuts/uppdatera`,
    width: 960,
    height: 300,
    of: (page) => [
      page.locator('h1'),
      page.locator('.k-tiles'),
      page.locator('.k-legend'),
      page.locator('#del'),
    ],
    marks: (page) => ({
      'gar-in-bild-rutor': page.locator('.k-tiles-row'),
      'gar-in-bild-delar': page.locator('.k-side'),
      'gar-in-bild-prova': page.getByText('Visa sidan som den blir'),
    }),
  },
  {
    guide: 'kommons-uppdatera',
    block: 'valj-text-bild',
    who: 'designer@harnosand',
    address: `${harnosand}/verk/skolskjuts/uppdatera`,
    width: 960,
    of: (page) => [page.locator('.k-merge').first()],
    marks: (page) => ({
      'valj-bild-fore': page.locator('.k-merge-base').first(),
      'valj-bild-sidor': page.locator('.k-merge-sides').first(),
      'valj-bild-forslag': page.locator('.k-merge-suggestion').first(),
      'valj-bild-svar': page.locator('.k-merge-answers').first(),
    }),
  },
  {
    guide: 'kommons-dela',
    block: 'publicera-verk-bild',
    who: 'designer@harnosand',
    address: `${harnosand}/verk/skolskjuts/publicera`,
    width: 760,
    of: (page) => [page.locator('label[for="message"]'), page.locator('#audience-organisations-note')],
    marks: (page) => ({
      'publicera-bild-nytt': page.locator('#message'),
      'publicera-bild-vem': page.locator('fieldset').first(),
    }),
  },
  {
    guide: 'kommons-dela',
    block: 'spridning-bild',
    who: 'designer@sundsvall',
    address: '/arbete/sundsvall/verk/skolskjuts/spridning',
    width: 960,
    of: (page) => [page.locator('h1'), page.locator('.k-columns').first()],
    marks: (page) => ({
      'spridning-bild-karta': page.locator('.k-columns-side').first(),
      'spridning-bild-version': page.locator('tbody tr td').first(),
      'spridning-bild-egna': page.locator('tbody tr td').nth(2),
    }),
  },
  {
    guide: 'kommons-bygga-e-tjanst',
    block: 'hitta-i-anpassningen-bild',
    who: 'designer@sundsvall',
    address: '/arbete/sundsvall/verk/skolskjuts/anpassa',
    width: 860,
    height: 520,
    of: (page) => [page.locator('h1'), page.locator('main').locator('section').nth(1)],
    marks: (page) => ({
      'hitta-bild-sida': page.getByRole('link', { name: 'Vem gäller det?' }),
      'hitta-bild-fraga': page.getByRole('link', { name: 'Barnets namn' }),
    }),
  },
  {
    guide: 'kommons-handlagga',
    block: 'att-gora-bild',
    who: 'case-worker@harnosand',
    address: `${harnosand}/idag`,
    width: 960,
    of: (page) => [page.locator('h1'), page.locator('.k-cases-aside'), page.locator('.k-cases-list')],
    marks: (page) => ({
      'att-gora-bild-nasta': page.getByRole('button', { name: 'Ta nästa ärende' }),
      'att-gora-bild-listor': page.locator('.k-side').first(),
      'att-gora-bild-gor': toDo(page).locator('.k-lines').first(),
      'att-gora-bild-senast': toDo(page).locator('td').last(),
    }),
  },
  {
    guide: 'kommons-handlagga',
    block: 'las-arendet-bild',
    who: 'case-worker@harnosand',
    address: `${harnosand}/idag`,
    width: 960,
    height: 640,
    prepare: async (page) => {
      await page.getByRole('link', { name: 'Utred' }).first().click();
      await page.locator('.k-way').waitFor();
    },
    of: (page) => [page.locator('h1'), page.locator('.k-deadlines'), page.locator('.k-paper').first()],
    marks: (page) => ({
      'arende-bild-steg': page.locator('.k-way'),
      'arende-bild-svar': page.locator('.k-case-section').first(),
      'arende-bild-gor': page.locator('#act'),
    }),
  },
  {
    guide: 'kommons-for-invanare',
    block: 'fyll-i-bild',
    who: 'citizen:3@harnosand',
    address: '/k/harnosand/tjanster/skolskjuts',
    width: 720,
    prepare: sendTooSoon,
    of: (page) => [page.locator('.k-errors'), page.locator('#barnets-personnummer')],
    marks: (page) => ({
      'fyll-i-bild-fel': page.locator('.k-errors'),
      'fyll-i-bild-fraga': page.locator('.ds-field', { has: page.locator('#barnets-personnummer') }),
    }),
  },
  {
    guide: 'kommons-for-invanare',
    block: 'mina-arenden-bild',
    who: 'citizen:2@harnosand',
    address: '/k/harnosand/mina-arenden',
    width: 720,
    prepare: async (page) => {
      await page.locator('main a', { hasText: 'Skolskjuts' }).first().click();
      await page.locator('.k-way').waitFor();
    },
    of: (page) => [page.locator('h1'), page.locator('.k-way'), page.getByText('Skriv till oss').first()],
    marks: (page) => ({
      'mina-bild-lage': page.locator('.k-way'),
      'mina-bild-besked': page
        .locator('section', { has: page.locator('.k-way') })
        .locator('p')
        .nth(1),
      'mina-bild-skriv': page.getByText('Skriv till oss').first(),
    }),
  },
  {
    guide: 'kommons-guider',
    block: 'nytt-sedan-sist-bild',
    who: 'case-worker:moved@hjo',
    address: '/arbete/hjo/guider/gemensamt-verksamhetssystem',
    prepare: (page) => page.locator('.guides-section:not([open]) > summary').first().click(),
    width: 960,
    of: (page) => [page.locator('.guides-news-list'), page.locator('.guides-section .guides-steps').first()],
    marks: (page) => ({
      'nytt-bild-lista': page.locator('.guides-news-list'),
      'nytt-bild-last': page.locator('.guides-section .guides-steps').first(),
    }),
  },
];
