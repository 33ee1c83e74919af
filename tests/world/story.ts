import type { Command } from '../../src/modules/commons/index.ts';

/**
 * What the municipalities of the story do to school transport, edit by edit. The shipped definition in
 * `content/e-services/skolskjuts.json` is Sundsvall's version 1. The municipal choices are invented examples.
 */

/** Sundsvall's version 2: a new required question, a reworded help text, a removed question. */
export const sundsvallVersion2: readonly Command[] = [
  {
    do: 'add',
    list: 'pages/resan/fields',
    after: 'forsta-dag',
    element: {
      id: 'riktning',
      type: 'choice',
      label: {
        sv: 'Behövs skolskjutsen både till och från skolan?',
        en: 'Is transport needed both to and from school?',
      },
      required: true,
      options: [
        { id: 'till-och-fran', label: { sv: 'Både till och från skolan', en: 'Both to and from school' } },
        { id: 'bara-till', label: { sv: 'Bara till skolan', en: 'Only to school' } },
        { id: 'bara-fran', label: { sv: 'Bara från skolan', en: 'Only from school' } },
      ],
    },
  },
  {
    do: 'set',
    path: 'pages/resan/fields/avstand/help/sv',
    value:
      'Vi mäter den kortaste vägen som är säker att gå mellan hemmet och skolan, på vägar som är öppna hela året.',
  },
  {
    do: 'set',
    path: 'pages/resan/fields/avstand/help/en',
    value:
      'We measure the shortest way that is safe to walk between home and school, on roads that are open all year.',
  },
  { do: 'remove', path: 'pages/resan/fields/resan-i-dag' },
  { do: 'unset', path: 'examples/exempel-lang-vag/answers/resan-i-dag' },
  { do: 'set', path: 'examples/exempel-lang-vag/answers/riktning', value: 'till-och-fran' },
  { do: 'unset', path: 'examples/exempel-vaxelvis/answers/resan-i-dag' },
  { do: 'set', path: 'examples/exempel-vaxelvis/answers/riktning', value: 'bara-till' },
];

/** Where the question that Härnösand adds stands, and later gives back to everybody. */
export const ferryQuestion = 'pages/boende/fields/farja';

/** Härnösand's own: a text changed, a question added, a question hidden. */
export const harnosandLocal: readonly Command[] = [
  {
    do: 'set',
    path: 'pages/resan/fields/avstand/help/sv',
    value:
      'Vi mäter den kortaste vägen mellan hemmet och skolan, och färjan till Hemsön räknas som en del av vägen.',
  },
  {
    do: 'add',
    list: 'pages/boende/fields',
    after: 'boendeschema',
    element: {
      id: 'farja',
      type: 'yes-no',
      label: {
        sv: 'Ingår en färja i barnets väg till skolan?',
        en: "Is a ferry part of the child's way to school?",
      },
      help: {
        sv: 'Till exempel färjan till Hemsön. Vi tar reda på tiderna åt dig.',
        en: 'For example the ferry to Hemsön. We find out the times for you.',
      },
      required: false,
    },
  },
  { do: 'hide', path: 'pages/skola/fields/fritids' },
];

/** Answers to the checklist of local facts, by municipality. Invented examples. */
export const localFacts = {
  sundsvall: {
    namnd: 'Barn- och utbildningsnämnden',
    'kontakt-epost': 'skolskjuts@sundsvall.example',
    'kontakt-telefon': '08-465 004 00',
    'sista-dag': '30 april',
  },
  harnosand: {
    namnd: 'Skolnämnden',
    'kontakt-epost': 'skolskjuts@harnosand.example',
    'kontakt-telefon': '08-465 004 01',
    handlaggningstid: 28,
  },
  timra: {
    namnd: 'Barn- och utbildningsnämnden',
    'kontakt-epost': 'skolskjuts@timra.example',
    'kontakt-telefon': '08-465 004 02',
    'grans-7-9': 5000,
  },
} as const;
