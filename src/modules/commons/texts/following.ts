import type { Language } from '../../../platform/http/index.ts';
import type { Failure } from '../model/failure.ts';
import { versionEn, versionSv } from './version.ts';

const sv = {
  title: (work: string) => `Hur ni följer ${work}`,
  crumb: 'Hur ni följer',
  summary: (name: string, n: number) => `Ni följer ${name} och har tagit in ${versionSv(name, n)}.`,
  nobody: 'Ni följer ingen. Ni sköter er variant själva.',
  sharing: 'Vad ägaren får se',
  sharingWhat: (name: string) => `${name} ser alltid vilken version ni har och hur långt efter ni är.`,
  shares: {
    changes: 'Era egna ändringar',
    changesHelp: 'Då kan ägaren se i förväg vad en ny version krockar med hos er.',
    use: 'Hur mycket tjänsten används',
    useHelp: (what: string) => `${what}, de senaste tolv månaderna.`,
    results: 'Hur det går för dem som använder den',
    resultsHelp: (what: string) =>
      `${what}, de senaste tolv månaderna. Bara siffror som bygger på minst fem, aldrig något om en person.`,
  },
  saveSharing: 'Spara vad som delas',
  updates: 'Nya versioner',
  auto: {
    ask: 'Vi tar in dem själva',
    clean: 'Ta in dem av sig själva när det inte finns något att välja',
    cleanHelp: 'Annars väntar de på er. Det står i historiken, och det går att ångra.',
  },
  saveUpdates: 'Spara valet',
  another: 'Följ en annan variant',
  anotherWhat: 'Det ni har finns kvar. Nya versioner kommer sedan därifrån.',
  anotherNone: 'Ingen annan har publicerat en variant av verket.',
  whom: 'Vilken?',
  version: versionSv,
  reason: 'Varför?',
  follow: 'Följ den',
  takeOver: 'Ta över verket',
  takeOverWhat:
    'Då följer ni ingen längre och sköter er variant själva. Inget ändras för invånarna. Ni kan följa någon igen senare.',
  match: 'Vilka delar är samma?',
  matchWhat: (name: string) =>
    `Ni och ${name} har ingen version gemensam. Så här hör delarna ihop, efter hur lika de är. Ta bort det som är fel.`,
  matchNone: 'Inga delar liknar varandra. Era delar blir egna.',
  pair: (ours: string, theirs: string) => `Er ”${ours}” är samma som ”${theirs}”`,
  alike: (percent: number) => `${percent} procent lika`,
  saved: 'Det är sparat.',
  noReason: 'Skriv varför. Skälet står i historiken.',
  noChoice: 'Välj vilken ni ska följa.',
  failures: {
    'nothing-changed': 'Ni följer redan den varianten.',
    'not-following': 'Ni följer ingen.',
    'not-found': 'Varianten finns inte längre i biblioteket.',
    'not-published': 'Varianten har ingen version att följa just nu.',
    withdrawn: 'Varianten är tillbakadragen. Välj en annan.',
    'own-work': 'Det är er egen variant.',
    'audience-wider':
      'Ni har tagit in något som en annan organisation bara visar för några, och dem som ni följer är inte bland dem. Därför kan ni inte dela era ändringar.',
    circle: 'De följer er, direkt eller genom andra. Ni kan inte följa varandra i en ring.',
    'not-allowed':
      'Det här har ni ändrat, och de har låst det. Gör det som hos dem först, och ta det i bruk om tjänsten används. Följ dem sedan.',
  } satisfies Partial<Record<Failure['kind'], string>> as Readonly<Partial<Record<Failure['kind'], string>>>,
  failed: 'Det gick inte. Ladda om sidan och försök igen.',
};
export type Texts = typeof sv;

const en: Texts = {
  title: (work) => `How you follow ${work}`,
  crumb: 'How you follow',
  summary: (name, n) => `You follow ${name} and have taken in ${versionEn(name, n)}.`,
  nobody: 'You follow nobody. You look after your variant yourselves.',
  sharing: 'What the owner may see',
  sharingWhat: (name) => `${name} always sees which version you have and how far behind you are.`,
  shares: {
    changes: 'Your own changes',
    changesHelp: 'Then the owner can see in advance what a new version meets with you.',
    use: 'How much the service is used',
    useHelp: (what) => `${what}, over the last twelve months.`,
    results: 'How it goes for those who use it',
    resultsHelp: (what) =>
      `${what}, over the last twelve months. Only figures that rest on at least five, never anything about a person.`,
  },
  saveSharing: 'Save what is shared',
  updates: 'New versions',
  auto: {
    ask: 'We take them in ourselves',
    clean: 'Take them in by themselves when there is nothing to choose',
    cleanHelp: 'Otherwise they wait for you. The history says so, and it can be undone.',
  },
  saveUpdates: 'Save the choice',
  another: 'Follow another variant',
  anotherWhat: 'What you have stays. New versions come from there from then on.',
  anotherNone: 'Nobody else has published a variant of the work.',
  whom: 'Which?',
  version: versionEn,
  reason: 'Why?',
  follow: 'Follow it',
  takeOver: 'Take over the work',
  takeOverWhat:
    'Then you follow nobody and look after your variant yourselves. Nothing changes for residents. You can follow somebody again later.',
  match: 'Which parts are the same?',
  matchWhat: (name) =>
    `You and ${name} have no version in common. This is how the parts belong together, by how alike they are. Take away what is wrong.`,
  matchNone: 'No parts are alike. Your parts become your own.',
  pair: (ours, theirs) => `Your “${ours}” is the same as “${theirs}”`,
  alike: (percent) => `${percent} percent alike`,
  saved: 'It is saved.',
  noReason: 'Write why. The reason stands in the history.',
  noChoice: 'Choose which to follow.',
  failures: {
    'nothing-changed': 'You follow that variant already.',
    'not-following': 'You follow nobody.',
    'not-found': 'The variant is no longer in the library.',
    'not-published': 'The variant has no version to follow just now.',
    withdrawn: 'The variant is withdrawn. Choose another.',
    'own-work': 'That is your own variant.',
    'audience-wider':
      'You have taken something that another organisation shows to some only, and those whom you follow are not among them. So you cannot share your changes.',
    circle: 'They follow you, themselves or through others. You cannot follow each other in a circle.',
    'not-allowed':
      'You have changed this, and they have locked it. Make it as theirs first, and take it in use if the service is used. Then follow them.',
  },
  failed: 'That did not work. Reload the page and try again.',
};

export const followingTexts = (language: Language): Texts => (language === 'sv' ? sv : en);
