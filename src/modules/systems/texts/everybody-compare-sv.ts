import { capital, joinList } from '../../../platform/text/index.ts';
import { countingIn } from './counting.ts';

const { digits, plural, words } = countingIn('sv');

export const compareSv = {
  compare: {
    title: (n: number) => `${capital(n <= 12 ? words(n) : digits(n))} organisationers system`,
    network: (name: string) => `System i ${name}`,
    trail: 'Jämför',
    lede: (first: string) => `Blå kant betyder samma system i bruk som i ${first}.`,
    commonest: (product: string, n: number, of: number) =>
      n === of
        ? `${of === 2 ? 'Båda' : `Alla ${words(of)}`} har ${product}.`
        : `${capital(words(n))} av de ${words(of)} har ${product}.`,
    because: {
      ends: (month: string) =>
        `Vi nämner det för att det är det gemensamma avtal som slutar först, i ${month}.`,
      price: 'Vi nämner det för att det är det dyraste av dem ni delar.',
    },
    planned: 'planeras',
    plannedAt: (product: string, names: readonly string[]) =>
      `${product} räknas inte som lika, för det planeras än så länge i ${joinList(names, 'sv')}.`,
    plannedMore: (n: number) => `Det gäller ${words(n)} system till.`,
    allEnd: (n: number, year: string) => `${capital(words(n))} av de avtalen slutar före ${year}.`,
    ask: (n: number, product: string) =>
      n === 1 ? `Fråga den som har ${product}` : `Fråga de ${words(n)} om ${product}`,
    other: 'Byt organisationer',
    needs: (n: number) => plural(n, 'funktion', 'funktioner'),
    allAreas: 'Alla områden',
    same: 'Bara lika',
    endsBefore: (year: string) => `Slutar före ${year}`,
    timeline: 'Se avtalens tidslinje',
    caption: 'System för varje funktion och organisation',
    need: 'Funktion',
    us: 'vi själva',
    first: 'jämförs med de andra',
    likes: (same: number, of: number) => `${digits(same)} av ${digits(of)} lika`,
    until: (day: string) => `till ${day}`,
    noEnd: 'slutdag visas inte',
    perInhabitant: (kronor: string) => `${kronor} kr per invånare`,
    inhabitantsFrom: (day: string) => `Priser per invånare räknas på folkmängden ${day} enligt SCB.`,
    missing: 'inte registrerat',
    neither: '–',
    region: 'Jämförelse',
    sameSpoken: 'samma system',
    none: 'Inget att visa med de valen',
    noneWhat: 'Ta bort ett val, eller byt organisationer.',
    empty: 'Ni har valt för få att jämföra',
    emptyWhat: 'Välj minst en organisation att jämföra med.',
    mapTitle: 'Så lika är de',
    mapLabel: (n: number) => `Karta över ${plural(n, 'kommun', 'kommuner')} som jämförs`,
    shared: (n: number, of: number) => `${digits(n)} av ${digits(of)} system lika`,
    legend: {
      ours: 'ni själva',
      compared: 'jämförs här',
      many: 'minst hälften av systemen lika',
      some: 'minst en fjärdedel lika',
      few: 'färre lika',
      no: 'inga lika',
    },
    choose: {
      title: 'Välj vilka ni jämför med',
      lede: 'Två till tjugo. Kommuner, regioner och gemensamma nämnder går lika bra.',
      resembling: 'De som liknar er',
      resemblingWhat: 'Efter vilka system ni har, hur många ni är och var ni finns.',
      noResembling: 'Lägg in era egna system, så visar vi vilka som liknar er. Ni kan jämföra ändå.',
      networks: 'Hela nätverk',
      networkLink: (name: string, n: number) => `${name}, ${digits(n)} medlemmar`,
      noNetworks: 'Ni är inte med i något nätverk.',
      whom: 'Vilka vill ni jämföra?',
      others: 'Andra',
      othersHelp: 'Skriv namn med komma emellan, till exempel Ånge, Timrå, Region Västernorrland.',
      unknown: (names: readonly string[]) =>
        `Vi hittar inte ${joinList(names, 'sv')}. Skriv namnet som det står i listan över kommuner.`,
      tooMany: 'Välj högst tjugo.',
      show: 'Jämför',
    },
    why: {
      landscape: (same: number, of: number) => `${digits(same)} av era ${digits(of)} system är samma`,
      needs: (same: number, of: number) => `har system för ${digits(same)} av era ${digits(of)} funktioner`,
      size: (inhabitants: string) => `${inhabitants} invånare, nära så många som ni`,
      county: 'samma län',
      network: (name: string) => `också med i ${name}`,
    },
  },
  horizon: {
    title: 'När avtalen slutar',
    of: (what: string) => `När avtalen slutar: ${what}`,
    trail: 'När avtalen slutar',
    summary: (n: number, of: number, from: string, to: string) =>
      `${capital(words(n))} av ${words(of)} har avtal som slutar mellan ${from} och ${to}, när flest slutar.`,
    listed: (n: number, from: string, to: string) =>
      n === 1
        ? `Listan har ett avtal, som slutar ${from}.`
        : `Listan har ${plural(n, 'avtal', 'avtal')} som slutar från ${from} till ${to}.`,
    passed: (product: string, notice: string, ends: string) =>
      `Uppsägningsdagen för ert avtal om ${product} har gått, den var ${notice}. Avtalet slutar ${ends}.`,
    passedMore: (n: number) => `Uppsägningsdagen har gått för ${words(n)} av era avtal till.`,
    own: (organisation: string, day: string) =>
      `${organisation} måste säga upp eller förlänga senast ${day}.`,
    noWindow: 'Inga avtal slutar så nära varandra att de kan upphandlas ihop.',
    leaving: (n: number, product: string) =>
      `${capital(words(n))} ${n === 1 ? 'granne' : 'grannar'} har avtal om ${product} som slutar inom 18 månader.`,
    leavingTitle: 'Det här slutar flest avtal om',
    phasing: (n: number) => `${capital(words(n))} av dem avvecklar det.`,
    invite: 'Bjud in till gemensamt köp',
    inviteAbout: (product: string) => ` av ${product}`,
    drawn: 'Samma uppgifter som tidslinje',
    late: 'har gått',
    everybody: 'Hela landet',
    network: (name: string, n: number) => `${name}, ${digits(n)} medlemmar`,
    onlyOwn: 'Bara våra egna',
    allNeeds: 'Alla funktioner',
    years: (from: number, to: number) => `${from}–${to}`,
    legend: {
      runs: 'avtalet gäller',
      extends: 'kan förlängas',
      notice: 'sista dag att säga upp',
      window: 'möjligt gemensamt köp',
    },
    today: 'i dag',
    windowLabel: (n: number, of: number) => `${digits(n)} av ${digits(of)} slutar här`,
    tableTitle: 'Samma uppgifter i tabell',
    caption: 'Avtal efter slutdag',
    columns: {
      organisation: 'Organisation',
      product: 'System',
      notice: 'Säg upp senast',
      ends: 'Avtalet slutar',
    },
    noNotice: 'inte angivet',
    until: (day: string) => `kan förlängas till ${day}`,
    empty: 'Inga avtal med slutdag att visa',
    emptyWhat: 'Välj ett annat nätverk eller andra år. Slutdagar visas bara mellan kommuner.',
    chart: (n: number) =>
      `Tidslinje över ${plural(n, 'avtal', 'avtal')}. Samma uppgifter står i tabellen under.`,
  },
};

export type CompareTexts = typeof compareSv;
