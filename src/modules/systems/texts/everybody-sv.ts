import { capital, joinList } from '../../../platform/text/index.ts';
import { compareSv } from './everybody-compare-sv.ts';
import { askingSv } from './everybody-asking-sv.ts';
import { countingIn } from './counting.ts';

const { digits, plural, words } = countingIn('sv');

export const sv = {
  title: 'Allas system',
  trail: 'System',
  groups: { look: 'Se och jämför', together: 'Tillsammans' },
  nav: {
    search: 'Sök bland allas system',
    map: 'Karta',
    compare: 'Jämför',
    horizon: 'När avtalen slutar',
    calls: 'Upprop',
    questions: 'Frågor',
  },
  example: 'System, avtal och priser är exempel, inte kommunernas egna uppgifter.',
  exampleTag: 'Exempel',
  notShown: 'visas inte',
  search: {
    lede: 'Vem använder vad, och vem kan ni fråga? Sök på system, tidigare namn, leverantör, verksamhet eller det namn som en kommun själv använder.',
    label: 'Sök bland allas system',
    help: 'Till exempel Edlevo, ekonomi eller skolskjuts.',
    found: (rows: number, users: number) =>
      `${plural(rows, 'system', 'system')} hos ${plural(users, 'organisation', 'organisationer')}`,
    range: (from: number, to: number, of: number) => `${digits(from)}–${digits(to)} av ${digits(of)}`,
    none: (question: string) => `Inga system matchar ”${question}”`,
    noneFiltered: 'Inget matchar det ni har valt',
    nothingYet: 'Ingen har visat några system än',
    nothingYetWhat: 'När fler har lagt in sina system syns de här.',
    meant: 'Menade ni ',
    clearAll: 'Visa alla system',
    caption: 'System som används, efter organisation',
    columns: {
      organisation: 'Organisation',
      product: 'System',
      status: 'Läge',
      record: 'Bekräftad',
      note: 'Kallas, version',
      ends: 'Avtalet slutar',
      ask: 'Vem ni kan fråga',
      act: 'Fråga',
    },
    through: (organisation: string) => `genom ${organisation}`,
    version: (version: string) => `version ${version}`,
    called: (name: string) => `kallas ${name}`,
    ageing: 'Börjar bli gammal',
    stale: 'Gammal',
    ask: 'Fråga',
    askWhom: (product: string, organisation: string) => `Fråga ${organisation} om ${product}`,
    filters: {
      produkt: 'System',
      leverantor: 'Leverantör',
      funktion: 'Vad det används till',
      omrade: 'Område',
      lan: 'Län',
      storlek: 'Invånare',
      natverk: 'Nätverk',
      status: 'Läge',
    },
    onMap: 'Se på kartan',
    only: (organisation: string) => `Bara ${organisation}`,
  },
  sizes: {
    '0-9999': 'under 10 000 invånare',
    '10000-19999': '10 000–19 999 invånare',
    '20000-49999': '20 000–49 999 invånare',
    '50000-99999': '50 000–99 999 invånare',
    '100000-': '100 000 invånare eller fler',
  },
  map: {
    of: (what: string) => `Karta: ${what}`,
    lede: 'En ruta för varje kommun, lika stor, med norr uppåt. Samma uppgifter står i listan bredvid.',
    choose: 'Visa på kartan',
    chooseWhole: 'Hur många system var och en har lagt in',
    groups: { omrade: 'Områden', funktion: 'Funktioner', produkt: 'System' },
    mostUsed: 'System som flest har',
    elsewhere: 'Saknas systemet i listan? Öppna det från sökningen och välj ”Större karta”.',
    elsewhereLink: 'Sök bland alla system',
    show: 'Visa',
    views: { product: 'Efter system', version: 'Efter version' },
    coverage: (n: number) => `${digits(n)} av 290 kommuner har lagt in sina system`,
    systems: (n: number) => plural(n, 'system', 'system'),
    step: (from: number, to: number | null) =>
      to === null ? `${digits(from)} system eller fler` : `${digits(from)}–${digits(to)} system`,
    otherOrganisations: 'Regioner och andra',
    product: (name: string, n: number) => `${name} i ${plural(n, 'kommun', 'kommuner')}`,
    component: (name: string, n: number) => `${name}: ${plural(n, 'kommun', 'kommuner')} har ett system`,
    area: (name: string, n: number) => `${name}: ${plural(n, 'kommun', 'kommuner')} har minst ett system`,
    begun: (n: number) => `${digits(n)} av 290 kommuner har visat sina system.`,
    unbegun: 'har inte börjat',
    none: 'har inget registrerat',
    noneOf: (name: string) => `har inte ${name}`,
    others: 'andra system',
    otherVersions: 'andra versioner eller okänd',
    covered: (from: number, to: number) =>
      from === to ? plural(from, 'funktion', 'funktioner') : `${digits(from)}–${digits(to)} funktioner`,
    has: (names: readonly string[]) => joinList(names, 'sv'),
    unknownVersion: 'okänd version',
    ours: 'ni själva',
    toList: 'Hoppa till listan',
    listTitle: 'Samma uppgifter i lista',
    caption: 'Kommuner efter län',
    columns: { county: 'Län', have: 'Har', who: 'Kommuner', begun: 'Har börjat' },
    share: (n: number, of: number) => `${digits(n)}\u00A0av\u00A0${digits(of)}`,
    otherCounties: (n: number) => (n === 1 ? 'Ett län till' : `${digits(n)} andra län`),
  },
  product: {
    summary: (n: number, near: number) =>
      near === 0
        ? `Ingen i era nätverk använder det. ${capital(words(n))} ${n === 1 ? 'kommun' : 'kommuner'} i landet gör det.`
        : `${capital(words(near))} av dem är i samma nätverk som ni.`,
    onMap: 'Större karta',
    about: 'Om systemet',
    askAll: (n: number, name: string) =>
      n === 1 ? `Fråga den som har ${name}` : `Fråga de ${words(n)} om ${name}`,
    ends: (n: number) => `${plural(n, 'avtal', 'avtal')} slutar inom 18 månader`,
    horizon: 'Se när avtalen slutar',
    users: 'Vilka använder det?',
  },
  ...compareSv,
  ...askingSv,
};

export type EverybodyTexts = typeof sv;
