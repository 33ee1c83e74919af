import { genitive } from '../../organisations/index.ts';
import { plural } from '../../../platform/text/index.ts';

const percent = (part: number, of: number): number => Math.round((part / of) * 100);

export const sv = {
  title: 'Skötsel av guider',
  lede: 'Vilka guider som behöver ses över, och vad läsarna säger om dem.',
  reader: {
    helped: 'Hjälpte det här?',
    yes: 'Ja',
    no: 'Nej',
    thanks: 'Tack för svaret.',
    tellUs: 'Skriv gärna vad som saknas.',
    write: 'Skriv till dem som sköter guiden',
    about: 'Vad gäller det?',
    wholeStep: 'Hela steget',
    text: 'Vad är fel eller saknas?',
    textHelp: 'Skriv inga personuppgifter.',
    empty: 'Skriv vad som är fel eller saknas.',
    name: 'Ditt namn',
    nameHelp: 'Om vi ska kunna svara dig.',
    send: 'Skicka',
    written: 'Tack. De som sköter guiden ser det du skrev.',
    own: 'Det du har skrivit om steget',
    youWrote: (day: string) => `Du skrev ${day}`,
    answer: 'Svar:',
  },
  list: {
    caption: 'Guider i bruk, de som först ska ses över överst',
    columns: {
      guide: 'Guide',
      review: 'Ses över senast',
      owner: 'Ansvarar',
      helped: 'Hjälpte',
      notes: 'Obesvarat',
    },
    filters: {
      all: (n: number) => `Alla (${n})`,
      offered: (n: number) => `Att ta in (${n})`,
      late: (n: number) => `Försenade (${n})`,
      soon: (n: number) => `Inom 30 dagar (${n})`,
      ownerless: (n: number) => `Utan ansvarig (${n})`,
    },
    filter: 'Visa',
    update: (name: string, n: number) => `${genitive(name)} version\u00A0${n} finns att ta in`,
    offeredLink: (n: number) =>
      plural(n, 'guide har en ny version att ta in', 'guider har en ny version att ta in'),
    empty: 'Ingen guide att se över.',
    nobody: 'Ingen',
    late: 'Försenad',
    soon: 'Snart',
    helped: (part: number, of: number) => `${percent(part, of)} % av ${plural(of, 'svar', 'svar')}`,
    noAnswers: 'Inga svar',
    notes: (n: number) =>
      n === 0 ? 'Inget obesvarat' : plural(n, 'anteckning att svara på', 'anteckningar att svara på'),
    lateLink: (n: number) => plural(n, 'guide behöver ses över', 'guider behöver ses över'),
    notesLink: (n: number) => `Läsarnas anteckningar (${n})`,
  },
  guide: {
    title: (guide: string) => `Skötsel av ${guide}`,
    trail: 'Skötsel',
    owner: 'Vem ansvarar?',
    ownerName: 'Namn',
    ownerEmail: 'E-post',
    ownerHelp:
      'Påminnelser går hit 90, 60, 30 och 7 dagar i förväg och på dagen. Utan adress går de till kommunens brevlåda.',
    reviewOn: 'Ses över senast',
    save: 'Spara',
    saved: 'Sparat.',
    wrongEmail: 'Skriv en e-postadress, till exempel namn@kommun.se.',
    wrongDate: 'Skriv en dag som finns, till exempel 31 3 2027.',
    pastDate: 'Dagen har redan varit. Skriv en dag som kommer.',
    changedTitle: 'Någon annan hann ändra',
    changed: (who: string, day: string) =>
      `${who} ansvarar nu, och guiden ska ses över senast ${day}. Det du gjorde är inte sparat. Gör det igen om det ska gälla.`,
    review: 'Granskning',
    reviewed: (day: string, who: string) => `Senast granskad ${day} av ${who}.`,
    neverReviewed: 'Ingen har granskat den sedan den togs i bruk.',
    reviewWhat: (months: number) =>
      `Läs guiden, rätta det som är fel, och säg sedan att den är granskad. Nästa gång blir om ${plural(months, 'månad', 'månader')}.`,
    reviewNow: 'Guiden är granskad i dag',
    helped: 'Hjälpte stegen?',
    helpedCaption: 'Svar på frågan Hjälpte det här?, för varje steg',
    step: 'Steg',
    answers: 'Svar',
    yes: 'Ja',
    noAnswers: 'Ingen har svarat än.',
  },
  notes: {
    title: 'Läsarnas anteckningar',
    caption: 'Anteckningar',
    open: (n: number) => `Att svara på (${n})`,
    answered: 'Besvarade',
    empty: 'Inget att svara på.',
    emptyAnswered: 'Inga besvarade anteckningar.',
    in: (step: string, guide: string) => `${step}, i ${guide}`,
    by: (who: string, day: string) => `${who}, ${day}`,
    unknown: 'En läsare',
    from: (who: string) => `Skickad vidare av ${who}`,
    sentOn: (who: string) => `Skickad vidare till ${who}.`,
    answer: 'Ditt svar',
    send: 'Skicka svaret',
    sendOn: (who: string) => `Skicka vidare till ${who}`,
    shared: 'Texten är gemensam.',
    change: 'Ändra texten',
    answeredBy: (who: string, day: string) => `${who} svarade ${day}:`,
    already: 'Anteckningen är redan besvarad.',
    emptyAnswer: 'Skriv ett svar.',
    done: 'Svaret är sparat.',
  },
  letter: {
    subject: (guide: string, days: number) =>
      days === 0
        ? `${guide} ska ses över i dag`
        : `${guide} ska ses över inom ${plural(days, 'dag', 'dagar')}`,
    lateSubject: (guide: string, day: string) => `${guide} skulle ha setts över ${day}`,
    due: (guide: string, day: string) => `Guiden ${guide} ska ses över senast ${day}.`,
    late: (guide: string, day: string) => `Guiden ${guide} skulle ha setts över senast ${day}.`,
    text: (due: string, link: string) =>
      `${due}\n\nLäs igenom den, rätta det som inte stämmer och säg att den är granskad: ${link}\n`,
  },
};

export type CareTexts = typeof sv;
