import type { Language } from '../../../platform/http/index.ts';

const sv = {
  title: (work: string) => `Ta i bruk ${work}`,
  crumb: 'Ta i bruk',
  what: (number: number, who: string, day: string) => `Er version ${number}, av ${who} ${day}.`,
  running: (number: number) => `Er version ${number} är redan i bruk.`,
  now: 'Nu',
  nowWhat: 'Den gäller direkt för alla som börjar. Ärenden och läsning som redan har börjat påverkas inte.',
  nowButton: (number: number) => `Ta i bruk version ${number} nu`,
  later: 'En viss dag',
  laterWhat: 'Den tas i bruk natten till den dagen.',
  day: 'Från och med',
  laterButton: 'Bestäm dagen',
  planned: (number: number, day: string, who: string) =>
    `Er version ${number} tas i bruk ${day}. Det bestämde ${who}.`,
  failed: (number: number, day: string) =>
    `Er version ${number} skulle ha tagits i bruk ${day}, men det gick inte. Se vad som saknas på verkets sida och ta den i bruk därifrån.`,
  drop: 'Ta bort dagen',
  eyes: 'Fyra ögon',
  eyesLabel: 'Någon annan än den som har skrivit versionen ska ta den i bruk',
  eyesHelp: 'Då blir varje ny version läst av två.',
  eyesOn: 'Någon annan än den som har skrivit versionen ska ta den i bruk. Er administratör har bestämt det.',
  eyesOff: 'Den som har skrivit en version får själv ta den i bruk. Er administratör kan kräva fyra ögon.',
  eyesButton: 'Spara',
  saved: 'Sparat.',
  wrongDay: 'Skriv en dag som finns, till exempel 1 3 2027.',
  pastDay: 'Skriv en dag från och med i morgon.',
  ownVersion: 'Du har skrivit versionen. Någon annan ska läsa den och ta den i bruk.',
  when: 'Bestäm en dag, eller kräv fyra ögon',
};
export type UseTexts = typeof sv;

const en: UseTexts = {
  title: (work) => `Take ${work} in use`,
  crumb: 'Take in use',
  what: (number, who, day) => `Your version ${number}, by ${who} on ${day}.`,
  running: (number) => `Your version ${number} is in use already.`,
  now: 'Now',
  nowWhat: 'It holds at once for all who begin. Cases and reading that have begun are not touched.',
  nowButton: (number) => `Take version ${number} in use now`,
  later: 'On a day',
  laterWhat: 'It is taken in use during the night before that day.',
  day: 'From',
  laterButton: 'Set the day',
  planned: (number, day, who) => `Your version ${number} is taken in use on ${day}. ${who} decided that.`,
  failed: (number, day) =>
    `Your version ${number} was to be taken in use on ${day}, but could not be. See what is missing on the work’s page, and take it in use from there.`,
  drop: 'Take the day away',
  eyes: 'Four eyes',
  eyesLabel: 'Somebody else than who wrote the version must take it in use',
  eyesHelp: 'Then each new version is read by two.',
  eyesOn: 'Somebody else than who wrote the version must take it in use. Your administrator has decided so.',
  eyesOff: 'Whoever wrote a version may take it in use. Your administrator can ask for four eyes.',
  eyesButton: 'Save',
  saved: 'Saved.',
  wrongDay: 'Write a day that exists, for example 1 3 2027.',
  pastDay: 'Write a day from tomorrow on.',
  ownVersion: 'You wrote the version. Somebody else is to read it and take it in use.',
  when: 'Set a day, or ask for four eyes',
};

/** The texts of the ways into use in one language. */
export const useTexts = (language: Language): UseTexts => (language === 'en' ? en : sv);
