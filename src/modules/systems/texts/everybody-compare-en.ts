import { capital, joinList } from '../../../platform/text/index.ts';
import type { CompareTexts } from './everybody-compare-sv.ts';
import { countingIn } from './counting.ts';

const { digits, plural, words } = countingIn('en');

export const compareEn: CompareTexts = {
  compare: {
    title: (n: number) => `The systems of ${words(n)} organisations`,
    network: (name: string) => `Systems in ${name}`,
    trail: 'Compare',
    lede: (first: string) => `A blue edge means the same system in use as in ${first}.`,
    commonest: (product: string, n: number, of: number) =>
      n === of
        ? `${of === 2 ? 'Both' : `All ${words(of)}`} have ${product}.`
        : `${capital(words(n))} of the ${words(of)} have ${product}.`,
    because: {
      ends: (month: string) => `We name it because its contract is the first shared one to end, in ${month}.`,
      price: 'We name it because it costs most of what you share.',
    },
    planned: 'planned',
    plannedAt: (product: string, names: readonly string[]) =>
      `${product} does not count as the same: it is still only planned in ${joinList(names, 'en')}.`,
    plannedMore: (n: number) => `So it is with ${words(n)} more.`,
    allEnd: (n: number, year: string) => `${capital(words(n))} of those contracts end before ${year}.`,
    ask: (n: number, product: string) =>
      n === 1 ? `Ask the one that has ${product}` : `Ask the ${words(n)} about ${product}`,
    other: 'Change organisations',
    needs: (n: number) => plural(n, 'function', 'functions'),
    allAreas: 'All areas',
    same: 'Only the same',
    endsBefore: (year: string) => `Ends before ${year}`,
    timeline: 'See the timeline of contracts',
    caption: 'Systems for each function and organisation',
    need: 'Function',
    us: 'ourselves',
    first: 'compared with the others',
    likes: (same: number, of: number) => `${digits(same)} of ${digits(of)} the same`,
    until: (day: string) => `until ${day}`,
    noEnd: 'end not shown',
    perInhabitant: (kronor: string) => `SEK ${kronor} per inhabitant`,
    inhabitantsFrom: (day: string) =>
      `Prices per inhabitant are by the population on ${day} (Statistics Sweden).`,
    missing: 'not registered',
    neither: '–',
    region: 'Comparison',
    sameSpoken: 'the same system',
    none: 'Nothing to show with those choices',
    noneWhat: 'Remove a choice, or change organisations.',
    empty: 'You have chosen too few to compare',
    emptyWhat: 'Choose at least one organisation to compare with.',
    mapTitle: 'How alike they are',
    mapLabel: (n: number) => `Map of ${plural(n, 'organisation', 'organisations')} compared`,
    shared: (n: number, of: number) => `${digits(n)} of ${digits(of)} systems the same`,
    legend: {
      ours: 'yourselves',
      compared: 'compared here',
      many: 'at least half of the systems the same',
      some: 'at least a quarter the same',
      few: 'fewer the same',
      no: 'none the same',
    },
    choose: {
      title: 'Choose whom you compare with',
      lede: 'Two to twenty. Municipalities, regions and joint boards alike.',
      resembling: 'Those who resemble you',
      resemblingWhat: 'By what systems you have, how many you are and where you are.',
      noResembling: 'Put in your own systems, and we show who resembles you. You can compare all the same.',
      networks: 'Whole networks',
      networkLink: (name: string, n: number) => `${name}, ${digits(n)} members`,
      noNetworks: 'You are in no network.',
      whom: 'Whom do you want to compare?',
      others: 'Others',
      othersHelp: 'Write names with commas between, for example Ånge, Timrå, Region Västernorrland.',
      unknown: (names: readonly string[]) =>
        `We cannot find ${joinList(names, 'en')}. Write the name as in the list of municipalities.`,
      tooMany: 'Choose at most twenty.',
      show: 'Compare',
    },
    why: {
      landscape: (same: number, of: number) => `${digits(same)} of your ${digits(of)} systems are the same`,
      needs: (same: number, of: number) => `has systems for ${digits(same)} of your ${digits(of)} functions`,
      size: (inhabitants: string) => `${inhabitants} inhabitants, nearly as many as you`,
      county: 'the same county',
      network: (name: string) => `also in ${name}`,
    },
  },
  horizon: {
    title: 'When contracts end',
    of: (what: string) => `When contracts end: ${what}`,
    trail: 'When contracts end',
    summary: (n: number, of: number, from: string, to: string) =>
      `${capital(words(n))} of ${words(of)} have contracts that end between ${from} and ${to}, when most do.`,
    listed: (n: number, from: string, to: string) =>
      n === 1
        ? `The list has one contract, which ends ${from}.`
        : `The list has ${digits(n)} contracts that end from ${from} to ${to}.`,
    passed: (product: string, notice: string, ends: string) =>
      `The day of notice of your contract about ${product} has passed, it was ${notice}. The contract ends ${ends}.`,
    passedMore: (n: number) => `The day of notice has passed for ${words(n)} more of your contracts.`,
    own: (organisation: string, day: string) => `${organisation} must give notice or extend by ${day}.`,
    noWindow: 'No contracts end so close together that they could be bought anew jointly.',
    leaving: (n: number, product: string) =>
      `${capital(words(n))} ${n === 1 ? 'neighbour has a contract' : 'neighbours have contracts'} about ${product} that end within 18 months.`,
    leavingTitle: 'Most contracts end about these',
    phasing: (n: number) => `${capital(words(n))} of them are phasing it out.`,
    invite: 'Invite to a joint purchase',
    inviteAbout: (product: string) => ` of ${product}`,
    drawn: 'The same facts as a timeline',
    late: 'has passed',
    everybody: 'The whole country',
    network: (name: string, n: number) => `${name}, ${digits(n)} members`,
    onlyOwn: 'Only our own',
    allNeeds: 'All functions',
    years: (from: number, to: number) => `${from}–${to}`,
    legend: {
      runs: 'contract runs',
      extends: 'can be extended',
      notice: 'last day of notice',
      window: 'possible joint purchase',
    },
    today: 'today',
    windowLabel: (n: number, of: number) => `${digits(n)} of ${digits(of)} end here`,
    tableTitle: 'The same facts in a table',
    caption: 'Contracts by their end',
    columns: {
      organisation: 'Organisation',
      product: 'Systems',
      notice: 'Notice by',
      ends: 'Contract ends',
    },
    noNotice: 'not given',
    until: (day: string) => `can be extended to ${day}`,
    empty: 'No contracts with an end to show',
    emptyWhat: 'Choose another network or other years. Ends are shown between municipalities only.',
    chart: (n: number) =>
      `Timeline of ${plural(n, 'contract', 'contracts')}. The same facts stand in the table below.`,
  },
};
