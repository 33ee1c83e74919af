import { subjectNames } from '../../../kernel/index.ts';
import type { Language } from '../../../platform/http/index.ts';
import { plural } from '../../../platform/text/index.ts';
import { genitive } from '../../organisations/index.ts';
import { versionEn, versionSv } from './version.ts';

const namesOfSubjects = (language: Language): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(subjectNames).map(([id, names]) => [id, names[language]]));

const sv = {
  title: 'Bibliotek',
  summary: 'Det som kommunerna delar. Inför det ni behöver och anpassa det hos er.',
  search: 'Sök i biblioteket',
  searchHelp: (example: string) => `Skriv som ni själva säger, till exempel ”${example}”.`,
  moreSignedIn: 'En del delar kommunerna bara med varandra. Det visas när du har loggat in.',
  found: (n: number) => plural(n, 'verk', 'verk'),
  range: (from: number, to: number, of: number) => `${from}–${to} av ${of}`,
  allKinds: 'Alla slag',
  allSubjects: 'Alla ämnen',
  allOwners: 'Alla ägare',
  allNetworks: 'Alla nätverk',
  sorted: {
    relevance: 'Bäst träff först',
    title: 'I bokstavsordning',
    'most-used': 'Mest använda först',
    newest: 'Nyaste först',
  },
  columns: { work: 'Verk', owner: 'Ägs av', version: 'Version', users: 'Används av' },
  users: (n: number) => (n === 0 ? 'Ingen annan än' : plural(n, 'kommun', 'kommuner')),
  ours: 'Finns hos er',
  none: (q: string) => `Inga verk matchar ”${q}”.`,
  noneFiltered: 'Inga verk finns med de filter som är valda.',
  noneOfFiltered: (q: string) => `Inga verk matchar ”${q}” med de filter som är valda.`,
  searchAll: (q: string) => `Sök ”${q}” i hela biblioteket`,
  didYouMean: 'Menade du',
  showAll: 'Visa alla verk',
  empty: 'Biblioteket är tomt',
  emptyWhat: 'Ingen kommun har delat något med er än. Bli först.',
  subjects: namesOfSubjects('sv'),
  work: {
    ownedBy: 'Ägs av',
    version: versionSv,
    municipalities: (n: number) => plural(n, 'organisation använder den', 'organisationer använder den'),
    get: 'Det här får ni',
    parameters: (n: number) => plural(n, 'lokal uppgift att fylla i', 'lokala uppgifter att fylla i'),
    languages: (names: string) => `Finns på ${names}`,
    examples: (n: number) =>
      plural(n, 'exempel som prövas vid varje ändring', 'exempel som prövas vid varje ändring'),
    law: 'Stöd i lag',
    who: 'De som använder den',
    mapLabel: (n: number) =>
      `Karta där ${n} kommuner som använder verket är markerade. Samma uppgifter står i listan.`,
    owns: 'äger',
    older: 'äldre version',
    us: (name: string) => name,
    notInUse: 'inte i bruk än',
    all: (n: number) => `Alla ${n}`,
    nobody: 'Ingen annan har infört verket än.',
    versions: (name: string) => `${genitive(name)} versioner`,
    differences: (name: string, n: number) => `Vad som skiljer från ${versionSv(name, n)}`,
    recalled: (date: string, reason: string) => `Återkallad ${date}: ${reason}`,
    offeredFrom: (date: string) => `Erbjuds från ${date}`,
    variants: 'Varianter som delas',
    adopt: (name: string) => `Inför i ${name}`,
    adoptLede: (owner: string, n: number) =>
      `Ni får en egen variant. Den börjar som ${versionSv(owner, n)}, och ni väljer själva vad ni ändrar.`,
    adoptSteps: (parameters: number) => [
      parameters === 0
        ? 'Inga lokala uppgifter behövs.'
        : `Fyll i ${parameters} lokala uppgifter. De flesta har ett förslag.`,
      'Ändra det som är annorlunda hos er, om något är det.',
      'Prova som sökande och ta i bruk.',
    ],
    adoptNote: 'Inget syns för invånarna förrän ni tar den i bruk.',
    share: (owner: string) => `${owner} får se våra ändringar, så att de kan föreslås för alla`,
    have: (name: string) => `Finns i ${name}`,
    haveLede: 'Ni har en egen variant av verket.',
    open: 'Öppna vår variant',
    update: (name: string, n: number) => `${versionSv(name, n)} finns att ta in.`,
    signIn: 'Inför hos er',
    signInLede: 'Logga in som e-tjänstdesigner för att införa verket i din kommun.',
    signInButton: 'Logga in',
    preview: 'Prova tjänsten',
    previewTitle: (title: string) => `${title}, så som den sökande ser den`,
    previewNote: 'Alla sidor och frågor visas, också de som annars bara visas ibland. Inget sparas.',
    download: 'Hämta som fil',
    questions: 'Frågor om verket',
    designer: (owner: string) => `E-tjänstdesigner, ${owner}`,
    more: 'Se närmare',
    licence: 'Licens',
    licences: {
      'CC0-1.0': 'Fri att använda och ändra (CC0)',
      'CC-BY-4.0': 'Fri att använda och ändra om upphovet anges (CC BY 4.0)',
      'EUPL-1.2': 'Fri att använda och ändra (EUPL 1.2)',
    },
    credit: 'Har bidragit',
    withdrawn: (date: string) => `Verket drogs tillbaka ${date}`,
    source: 'Exempel i demon: vilka som använder verket är påhittat.',
  },
  compare: {
    /** Null is one's own. */
    title: (name: string | null, from: number, to: number) =>
      `Vad som skiljer ${name === null ? 'er' : genitive(name)} version\u00A0${from} och version\u00A0${to}`,
    none: 'Inget skiljer versionerna åt.',
    count: (n: number) => plural(n, 'ändring', 'ändringar'),
    back: (name: string | null, n: number) =>
      `Jämför med ${name === null ? `er version\u00A0${n}` : versionSv(name, n)}`,
  },
};

export type Texts = typeof sv;

const en: Texts = {
  title: 'Library',
  summary: 'What the municipalities share. Adopt what you need and adapt it to your own place.',
  search: 'Search the library',
  searchHelp: (example: string) => `Write as you say it yourselves, for example “${example}”.`,
  moreSignedIn: 'Some works are shared only between municipalities. They are shown when you have signed in.',
  found: (n) => plural(n, 'work', 'works'),
  range: (from, to, of) => `${from}–${to} of ${of}`,
  allKinds: 'All kinds',
  allSubjects: 'All subjects',
  allOwners: 'All owners',
  allNetworks: 'All networks',
  sorted: {
    relevance: 'Best match first',
    title: 'In alphabetical order',
    'most-used': 'Most used first',
    newest: 'Newest first',
  },
  columns: { work: 'Work', owner: 'Owned by', version: 'Version', users: 'Used by' },
  users: (n) => (n === 0 ? 'Nobody else yet' : plural(n, 'municipality', 'municipalities')),
  ours: 'You have it',
  none: (q) => `No works match “${q}”.`,
  noneFiltered: 'There are no works with the filters chosen.',
  noneOfFiltered: (q) => `No works match “${q}” with the filters chosen.`,
  searchAll: (q) => `Search the whole library for “${q}”`,
  didYouMean: 'Did you mean',
  showAll: 'Show all works',
  empty: 'The library is empty',
  emptyWhat: 'No municipality has shared anything with you yet. Be the first.',
  subjects: namesOfSubjects('en'),
  work: {
    ownedBy: 'Owned by',
    version: versionEn,
    municipalities: (n) => plural(n, 'organisation uses it', 'organisations use it'),
    get: 'What you get',
    parameters: (n) => plural(n, 'local fact to fill in', 'local facts to fill in'),
    languages: (names) => `Available in ${names}`,
    examples: (n) => plural(n, 'sample that is run at every change', 'samples that are run at every change'),
    law: 'Legal basis',
    who: 'Who uses it',
    mapLabel: (n) =>
      `Map with the ${n} municipalities that use the work marked. The list has the same facts.`,
    owns: 'owns it',
    older: 'an older version',
    us: (name) => name,
    notInUse: 'not in use yet',
    all: (n) => `All ${n}`,
    nobody: 'Nobody else has adopted the work yet.',
    versions: (name) => `Versions of ${name}`,
    differences: (name, n) => `What differs from ${versionEn(name, n)}`,
    recalled: (date, reason) => `Recalled ${date}: ${reason}`,
    offeredFrom: (date) => `Offered from ${date}`,
    variants: 'Variants that are shared',
    adopt: (name) => `Adopt in ${name}`,
    adoptLede: (owner, n) =>
      `You get a variant of your own. It begins as ${versionEn(owner, n)}, and you decide what to change.`,
    adoptSteps: (parameters) => [
      parameters === 0
        ? 'No local facts are needed.'
        : `Fill in ${parameters} local facts. Most have a suggestion.`,
      'Change what is different with you, if anything is.',
      'Try it as an applicant and take it in use.',
    ],
    adoptNote: 'Residents see nothing until you take it in use.',
    share: (owner) => `${owner} may see our changes, so that they can be suggested for all`,
    have: (name) => `In ${name}`,
    haveLede: 'You have a variant of your own of the work.',
    open: 'Open our variant',
    update: (name, n) => `${versionEn(name, n)} can be taken in.`,
    signIn: 'Adopt it',
    signInLede: 'Sign in as a service designer to adopt the work in your municipality.',
    signInButton: 'Sign in',
    preview: 'Try the service',
    previewTitle: (title) => `${title}, as the applicant sees it`,
    previewNote:
      'All pages and questions are shown, also those that are otherwise shown only at times. Nothing is saved.',
    download: 'Download as a file',
    questions: 'Questions about the work',
    designer: (owner) => `Service designer, ${owner}`,
    more: 'Look closer',
    licence: 'Licence',
    licences: {
      'CC0-1.0': 'Free to use and change (CC0)',
      'CC-BY-4.0': 'Free to use and change with credit (CC BY 4.0)',
      'EUPL-1.2': 'Free to use and change (EUPL 1.2)',
    },
    credit: 'Have contributed',
    withdrawn: (date) => `The work was withdrawn ${date}`,
    source: 'Example in the demo: who uses the work is invented.',
  },
  compare: {
    title: (name, from, to) =>
      `What differs between ${name === null ? `your version\u00A0${from}` : versionEn(name, from)} and version\u00A0${to}`,
    none: 'Nothing differs between the versions.',
    count: (n) => plural(n, 'change', 'changes'),
    back: (name, n) => `Compare with ${name === null ? `your version\u00A0${n}` : versionEn(name, n)}`,
  },
};

export const libraryTexts = (language: Language): Texts => (language === 'sv' ? sv : en);
