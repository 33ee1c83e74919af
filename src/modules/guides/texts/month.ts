import { capital, formatNumber, plural } from '../../../platform/text/index.ts';
import type { Language } from '../../../platform/http/index.ts';

const monthNames = {
  sv: [
    'januari',
    'februari',
    'mars',
    'april',
    'maj',
    'juni',
    'juli',
    'augusti',
    'september',
    'oktober',
    'november',
    'december',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const;

const nameOf = (month: string, language: Language): string =>
  monthNames[language][Number(month.slice(5)) - 1] ?? '';

/** "oktobers" of "2026-10": whose guide it is. */
export function ofMonth(month: string, language: Language): string {
  const name = nameOf(month, language);
  return language === 'en' || name.endsWith('s') ? name : `${name}s`;
}

/** "oktober 2026" of "2026-10". */
export function monthName(month: string, language: Language): string {
  return `${nameOf(month, language)} ${month.slice(0, 4)}`;
}

const sv = {
  title: 'Månadens guide',
  lede: 'Guider som har hjälpt andra än den som skrev dem. Varje kommun i nätverket har en röst.',
  voteFor: (network: string, month: string) => `${network}: rösta på ${month} guide`,
  until: (month: string, open: string) =>
    `Ni röstar på guider som hjälpte andra i ${month}. Röstningen är öppen till och med sista dagen i ${open}.`,
  prize: (kronor: number, receiver: string) =>
    `Priset är ${formatNumber(kronor, 'sv')} kronor till ${receiver}.`,
  none: 'Ingen guide hjälpte någon annan den månaden, så det finns inget att rösta om.',
  noNetworks: 'Ni är inte med i något nätverk än.',
  columns: {
    guide: 'Guide',
    helped: 'Har hjälpt hos andra',
    users: 'Används av andra',
    votes: 'Röster',
    vote: 'Rösta',
  },
  caption: (month: string) => `Nominerade för ${month}`,
  from: (owner: string) => `från ${owner}`,
  helped: (n: number) => plural(n, 'läsare', 'läsare'),
  users: (n: number) => plural(n, 'kommun', 'kommuner'),
  vote: (guide: string) => `Rösta på ${guide}`,
  yours: 'Er röst',
  voted: 'Er röst är sparad. Ni kan ändra den så länge röstningen är öppen.',
  winners: 'Tidigare vinnare',
  wonIn: (month: string) => `vinnare i ${month}`,
  winner: (guide: string, owner: string) => `${guide}, från ${owner}`,
  noWinners: 'Ingen månad har en vinnare än.',
  prizeTitle: 'Pris',
  kronor: 'Prissumma i kronor',
  receiver: 'Vem får priset?',
  receiverHelp:
    'Till exempel: kommunen som skrev guiden, till fikat i arbetslaget. Lämna båda tomma om ni inte har något pris.',
  save: 'Spara priset',
  saved: 'Priset är sparat.',
  wrongSum: 'Skriv ett helt antal kronor, högst 1 000 000.',
  wrongReceiver: 'Skriv vem som får priset.',
  banner: (network: string, month: string) => `${capital(month)} vinnare i ${network}`,
};
export type MonthTexts = typeof sv;

const en: MonthTexts = {
  title: 'Guide of the month',
  lede: 'Guides that have helped others than those who wrote them. Each member of the network has one vote.',
  voteFor: (network, month) => `${network}: vote for the guide of ${month}`,
  until: (month, open) =>
    `You vote for guides that helped others in ${month}. The vote is open until the last day of ${open}.`,
  prize: (kronor, receiver) => `The prize is SEK ${formatNumber(kronor, 'en')} to ${receiver}.`,
  none: 'No guide helped anybody else that month, so there is nothing to vote about.',
  noNetworks: 'You are not a member of any network yet.',
  columns: {
    guide: 'Guide',
    helped: 'Has helped at others',
    users: 'Used by others',
    votes: 'Votes',
    vote: 'Vote',
  },
  caption: (month) => `Nominees for ${month}`,
  from: (owner) => `from ${owner}`,
  helped: (n) => plural(n, 'reader', 'readers'),
  users: (n) => plural(n, 'municipality', 'municipalities'),
  vote: (guide) => `Vote for ${guide}`,
  yours: 'Your vote',
  voted: 'Your vote is saved. You may change it while the vote is open.',
  winners: 'Earlier winners',
  wonIn: (month) => `winner of ${month}`,
  winner: (guide, owner) => `${guide}, from ${owner}`,
  noWinners: 'No month has a winner yet.',
  prizeTitle: 'Prize',
  kronor: 'Prize in kronor',
  receiver: 'Who gets the prize?',
  receiverHelp: 'For example: the municipality that wrote the guide. Leave both empty if there is no prize.',
  save: 'Save the prize',
  saved: 'The prize is saved.',
  wrongSum: 'Write a whole number of kronor, at most 1,000,000.',
  wrongReceiver: 'Write who gets the prize.',
  banner: (network, month) => `Winner of ${month} in ${network}`,
};

/** The texts of the guide of the month in one language. */
export const monthTexts = (language: Language): MonthTexts => (language === 'en' ? en : sv);
