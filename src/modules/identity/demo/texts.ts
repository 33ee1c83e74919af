import type { Language } from '../../../platform/http/index.ts';

const sv = {
  title: 'Vem vill du vara?',
  lede: 'Det här är en demonstration. Personerna finns inte, och ingen legitimation behövs.',
  search: 'Sök på kommun, roll eller personnummer',
  none: 'Ingen matchar sökningen. Pröva namnet på en kommun.',
  more: 'Sök för att hitta fler kommuner. Personnumren är Skatteverkets testnummer.',
  cancel: 'Avbryt inloggningen',
};

const en: typeof sv = {
  title: 'Who do you want to be?',
  lede: 'This is a demonstration. The people do not exist, and no identification is needed.',
  search: 'Search by municipality, role or personal identity number',
  none: 'Nobody matches the search. Try the name of a municipality.',
  more: 'Search to find more municipalities. The personal identity numbers are the Tax Agency’s test numbers.',
  cancel: 'Cancel sign-in',
};

const all: Readonly<Record<Language, typeof sv>> = { sv, en };

export const demoTexts = (language: Language): typeof sv => all[language];
