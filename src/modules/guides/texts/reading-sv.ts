import { capital, inWords } from '../../../platform/text/index.ts';
const things = (n: number): string => (n === 1 ? 'en sak' : `${inWords(n, 'sv')} saker`);

export const sv = {
  title: 'Guider',
  support: {
    title: 'Så gör vi',
    nothing: 'Här finns ingen hjälp om just det här.',
    more: 'Mer om det här',
    whole: (guide: string) => `Läs steget i ${guide}`,
    shipped: 'Texten är ur Kommons handbok. Er kommun har ingen egen version av den.',
    adopt: 'Inför den hos er',
    all: 'Alla guider',
  },
  list: {
    summary: 'Så gör vi. Gemensamma guider med vårt eget inlagt.',
    openSummary: 'Så här går det till hos oss.',
    caption: 'Guider',
    search: 'Sök i guiderna',
    columns: { guide: 'Guide', read: 'Läst', news: 'Nytt för dig' },
    allSubjects: 'Alla ämnen',
    subject: 'Ämne',
    changed: (n: number) => `Ändrat sedan du läste (${n})`,
    chosenChanged: 'Ändrat sedan du läste',
    range: (from: number, to: number, of: number) => `${from}–${to} av ${of}`,
    empty: 'Ni har ingen guide i bruk än.',
    emptyWhat: 'Inför en från biblioteket eller skriv en egen. När den tas i bruk syns den här.',
    emptyLook: 'När en kollega har tagit en guide i bruk syns den här.',
    emptyOpen: 'Vi har inga öppna guider än.',
    emptyFilter: 'Ingen guide passar urvalet.',
    find: 'Hitta i biblioteket',
    showAll: 'Visa alla guider',
    month: 'Månadens guide',
    monthVote: 'Rösta fram nästa',
    resume: 'Fortsätt där du var',
    resumeIn: (guide: string) => `i ${guide}`,
    changedSteps: (n: number) => (n === 1 ? '1 steg ändrat' : `${n} steg ändrade`),
  },
  progress: {
    of: (done: number, all: number) => `${done} av ${all} steg lästa`,
    done: 'Allt läst',
    section: { done: 'läst', part: 'delvis läst', ahead: 'inte läst' },
  },
  search: {
    found: (n: number, wanted: string) =>
      n === 1 ? `1 träff på ”${wanted}”` : `${n} träffar på ”${wanted}”`,
    many: (n: number, wanted: string) =>
      `Fler än ${n} träffar på ”${wanted}”. Skriv fler ord för att hitta rätt.`,
    nothing: (wanted: string) => `Ingen guide säger något om ”${wanted}”.`,
    meant: 'Menade du',
  },
  guide: {
    contents: 'Innehåll',
    about: 'Om guiden',
    law: 'Lagen bakom',
    minutes: (n: number) => (n === 1 ? '1 minut' : `${n} minuter`),
    begin: (step: string) => `Börja: ${step}`,
    resume: (step: string) => `Fortsätt där du var: ${step}`,
    again: (step: string) => `Läs igen: ${step}`,
    answerThere: 'Svara på frågan i steget',
  },
  step: {
    position: (now: number, of: number) => `Steg ${now} av ${of}`,
    inSection: (section: string, now: number, of: number) => `${section}, steg ${now} av ${of}`,
    next: (title: string) => `Nästa: ${title}`,
    finish: 'Klart, till guidens början',
    states: { done: 'läst', now: 'här är du', ahead: 'inte läst', changed: 'ändrat sedan du läste' },
    local: 'har lokal text',
    around: 'Steg före och efter',
  },
  news: {
    here: (n: number) => `Ändrat sedan du läste: ${things(n)}`,
    moved: (from: string, to: string, n: number) =>
      n === 1
        ? `En sak skiljer ${to} från ${from}`
        : `${capital(inWords(n, 'sv'))} saker skiljer ${to} från ${from}`,
    movedLede: 'Det gemensamma som du redan har läst är avprickat.',
    inStep: (step: string) => `i ${step}`,
    added: 'nytt',
    changed: 'ändrat',
    step: 'eget steg',
    fact: 'annan uppgift',
    removed: (n: number) =>
      n === 1
        ? 'En text som du läste finns inte här'
        : `${capital(inWords(n, 'sv'))} texter som du läste finns inte här`,
    mark: { added: 'Nytt för dig', changed: 'Ändrat sedan du läste' },
  },
  text: {
    heading: 'Om texten',
    common: 'Gemensam text',
    local: 'Lokal text',
    own: 'Vår text',
    version: (who: string, n: number) => `${who}, version ${n}`,
    on: (who: string, day: string) => `${who}, ${day}`,
    reviewBy: 'Granskas senast',
    wrong: 'Stämmer det inte?',
    propose: 'Föreslå en ändring',
    change: 'Ändra guiden',
    localLabel: (who: string) => `Lokalt, ${who}`,
    adaptedLabel: (who: string) => `Anpassat, ${who}`,
  },
  block: {
    important: 'Viktigt',
    checklist: 'Checklista',
    term: 'Ord',
    answer: 'Svara',
    answerQuiz: 'Rätta testet',
    right: 'Rätt.',
    wrong: 'Inte riktigt.',
    choose: 'Välj ett svar.',
    score: (right: number, of: number) => `${right} av ${of} rätt.`,
    passed: 'Du är godkänd.',
    notPassed: (need: number) => `Det behövs ${need} rätt. Läs igen och försök en gång till.`,
    passedOn: (day: string) => `Godkänd ${day}`,
    transcript: 'Filmen som text',
    verdict: { right: 'Gör så här', wrong: 'Gör inte så här' },
    fill: 'Skriv hur ni gör',
    slotEmpty: 'Här är plats för er egen text. Bara ni som kan ändra guiden ser den här rutan.',
    captions: { sv: 'Svenska', en: 'Engelska' } as Readonly<Record<string, string>>,
  },
};

export type ReadingTexts = typeof sv;
