import { capital, joinList } from '../../../platform/text/index.ts';
import { compareEn } from './everybody-compare-en.ts';
import { askingEn } from './everybody-asking-en.ts';
import type { EverybodyTexts } from './everybody-sv.ts';
import { countingIn } from './counting.ts';

const { digits, plural, words } = countingIn('en');

export const en: EverybodyTexts = {
  title: 'Everybody’s systems',
  trail: 'Systems',
  groups: { look: 'Look and compare', together: 'Together' },
  nav: {
    search: 'Search everybody’s systems',
    map: 'Map',
    compare: 'Compare',
    horizon: 'When contracts end',
    calls: 'Calls to join',
    questions: 'Questions',
  },
  example: 'Systems, contracts and prices are examples, not the municipalities’ own facts.',
  exampleTag: 'Example',
  notShown: 'not shown',
  search: {
    lede: 'Who uses what, and whom can you ask? Search by system, earlier name, supplier, area or the name that a municipality uses itself.',
    label: 'Search everybody’s systems',
    help: 'For example Edlevo, finance or school transport.',
    found: (rows: number, users: number) =>
      `${plural(rows, 'system', 'systems')} at ${plural(users, 'organisation', 'organisations')}`,
    range: (from: number, to: number, of: number) => `${digits(from)}–${digits(to)} of ${digits(of)}`,
    none: (question: string) => `No systems match “${question}”`,
    noneFiltered: 'Nothing matches what you have chosen',
    nothingYet: 'Nobody has shown any systems yet',
    nothingYetWhat: 'When others have added their systems they are shown here.',
    meant: 'Did you mean ',
    clearAll: 'Show all systems',
    caption: 'Systems in use, by organisation',
    columns: {
      organisation: 'Organisation',
      product: 'Systems',
      status: 'State',
      record: 'Confirmed',
      note: 'Called, version',
      ends: 'Contract ends',
      ask: 'Whom to ask',
      act: 'Ask',
    },
    through: (organisation: string) => `through ${organisation}`,
    version: (version: string) => `version ${version}`,
    called: (name: string) => `called ${name}`,
    ageing: 'Getting old',
    stale: 'Old',
    ask: 'Ask',
    askWhom: (product: string, organisation: string) => `Ask ${organisation} about ${product}`,
    filters: {
      produkt: 'Systems',
      leverantor: 'Supplier',
      funktion: 'What it is used for',
      omrade: 'Area',
      lan: 'County',
      storlek: 'Inhabitants',
      natverk: 'Network',
      status: 'State',
    },
    onMap: 'See it on the map',
    only: (organisation: string) => `Only ${organisation}`,
  },
  sizes: {
    '0-9999': 'under 10,000 inhabitants',
    '10000-19999': '10,000–19,999 inhabitants',
    '20000-49999': '20,000–49,999 inhabitants',
    '50000-99999': '50,000–99,999 inhabitants',
    '100000-': '100,000 inhabitants or more',
  },
  map: {
    of: (what: string) => `Map: ${what}`,
    lede: 'One tile for each municipality, all equal, north up. The same facts stand in the list beside.',
    choose: 'Show on the map',
    chooseWhole: 'How many systems each has registered',
    groups: { omrade: 'Areas', funktion: 'Functions', produkt: 'Systems' },
    mostUsed: 'Systems that most have',
    elsewhere: 'Is the system not in the list? Open it from the search and choose “Larger map”.',
    elsewhereLink: 'Search all systems',
    show: 'Show',
    views: { product: 'By system', version: 'By version' },
    coverage: (n: number) => `${digits(n)} of 290 municipalities have registered their systems`,
    systems: (n: number) => plural(n, 'system', 'systems'),
    step: (from: number, to: number | null) =>
      to === null ? `${digits(from)} systems or more` : `${digits(from)}–${digits(to)} systems`,
    otherOrganisations: 'Regions and others',
    product: (name: string, n: number) => `${name} in ${plural(n, 'municipality', 'municipalities')}`,
    component: (name: string, n: number) =>
      `${name}: ${plural(n, 'municipality has', 'municipalities have')} a system`,
    area: (name: string, n: number) =>
      `${name}: ${plural(n, 'municipality has', 'municipalities have')} at least one system`,
    begun: (n: number) => `${digits(n)} of 290 municipalities have shown their systems.`,
    unbegun: 'has not begun',
    none: 'has nothing registered',
    noneOf: (name: string) => `does not have ${name}`,
    others: 'other systems',
    otherVersions: 'other versions or unknown',
    covered: (from: number, to: number) =>
      from === to ? plural(from, 'function', 'functions') : `${digits(from)}–${digits(to)} functions`,
    has: (names: readonly string[]) => joinList(names, 'en'),
    unknownVersion: 'unknown version',
    ours: 'yourselves',
    toList: 'Skip to the list',
    listTitle: 'The same facts in a list',
    caption: 'Municipalities by county',
    columns: { county: 'County', have: 'Have it', who: 'Municipalities', begun: 'Have begun' },
    share: (n: number, of: number) => `${digits(n)}\u00A0of\u00A0${digits(of)}`,
    otherCounties: (n: number) => (n === 1 ? 'One more county' : `${digits(n)} other counties`),
  },
  product: {
    summary: (n: number, near: number) =>
      near === 0
        ? `Nobody in your networks uses it. ${capital(words(n))} ${n === 1 ? 'municipality' : 'municipalities'} in the country ${n === 1 ? 'does' : 'do'}.`
        : `${capital(words(near))} of them share a network with you.`,
    onMap: 'Larger map',
    about: 'About the system',
    askAll: (n: number, name: string) =>
      n === 1 ? `Ask the one that has ${name}` : `Ask the ${words(n)} about ${name}`,
    ends: (n: number) => `${plural(n, 'contract ends', 'contracts end')} within 18 months`,
    horizon: 'See when contracts end',
    users: 'Who uses it?',
  },
  ...compareEn,
  ...askingEn,
};
