import type { Page } from 'playwright-core';

/** `yes` and `no` choose the first and the second answer; a list ticks boxes; a file is a small picture. */
export type Answer = string | readonly string[];
export type Answers = Readonly<Record<string, Readonly<Record<string, Answer>>>>;

/** A way through school transport that meets every kind of question, and the page with files. */
export const schoolTransport: Answers = {
  vem: {
    vardnadshavare: 'yes',
    'barnets-namn': 'Barn Exempel',
    'barnets-personnummer': '20170110-2384',
    'hemadress.street': 'Hemsövägen 4',
    'hemadress.postalCode': '871 65',
    'hemadress.town': 'Härnösand',
    epost: 'familjen@example.se',
  },
  skola: {
    skolform: 'grundskola',
    arskurs: '3',
    skolval: 'placerad',
    'skolans-namn': 'Älandsbro skola',
    fritids: 'no',
  },
  resan: {
    'resan-i-dag': 'skjutsas',
    avstand: '12,5',
    'forsta-dag.day': '11',
    'forsta-dag.month': '1',
    'forsta-dag.year': '2027',
    dagar: ['mandag', 'tisdag'],
    riktning: 'till-och-fran',
  },
  boende: { vaxelvis: 'no', farja: 'yes' },
  skal: {
    'har-skal': 'yes',
    'vilka-skal': ['funktionsnedsattning'],
    'funktion-beskrivning': 'Barnet använder rullstol.',
    hjalpmedel: 'yes',
  },
  underlag: {},
};

/** A fault report by somebody who does not say who they are. */
export const faultReport: Answers = {
  brattom: { fara: 'no' },
  felet: { sort: 'belysning', 'belysning-hur': 'en-lampa', beskrivning: 'Lampan blinkar sedan i måndags.' },
  platsen: { platstyp: 'gata', gatan: 'Storgatan 12', orten: 'Härnösand' },
  bilder: {},
  svar: { aterkoppling: 'no' },
};

async function give(page: Page, name: string, answer: Answer): Promise<void> {
  const field = page.locator(`main [name="${name}"]`);
  // A question of another version, or one that the answers so far do not lead to.
  if ((await field.count()) === 0) return;
  const type = await field.first().getAttribute('type');
  if (type === 'radio' || type === 'checkbox') {
    if (answer === 'yes' || answer === 'no') return field.nth(answer === 'yes' ? 0 : 1).check();
    for (const value of [answer].flat())
      await page.locator(`main [name="${name}"][value="${value}"]`).check();
    return;
  }
  const tag = await field.first().evaluate((one) => one.nodeName);
  await (tag === 'SELECT' ? field.selectOption([answer].flat()) : field.fill([answer].flat().join(' ')));
}

/** Answers what a page asks of what is known. */
export async function answer(page: Page, answers: Readonly<Record<string, Answer>>): Promise<void> {
  for (const [name, value] of Object.entries(answers)) await give(page, name, value);
}
