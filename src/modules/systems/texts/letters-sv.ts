import type { Answer } from '../everybody/calls/call.ts';

export type Letter = { readonly subject: string; readonly paragraphs: readonly string[] };

const answers: Readonly<Record<Answer, string>> = {
  yes: 'vill vara med',
  perhaps: 'vill kanske vara med',
  no: 'tackar nej',
};

/** Letters about calls and questions. `from` is the organisation that has done something. */
export const lettersSv = {
  called: (from: string, call: { title: string; text: string; answerBy: string }): Letter => ({
    subject: `${from} bjuder in till gemensamt köp: ${call.title}`,
    paragraphs: [
      `${from} undrar om ni vill vara med: ${call.title}.`,
      call.text,
      `Svara senast ${call.answerBy}. Svaret binder er inte.`,
    ],
  }),
  answeredCall: (
    from: string,
    { title, answer, volume }: { title: string; answer: Answer; volume: string },
  ): Letter => ({
    subject: `${title}: ${from} ${answers[answer]}`,
    paragraphs: [`${from} ${answers[answer]}.`, volume === '' ? '' : `Omfattning: ${volume}`],
  }),
  endedCall: (from: string, title: string): Letter => ({
    subject: `${title}: uppropet är avslutat`,
    paragraphs: [`${from} har avslutat uppropet. Det går inte längre att svara.`],
  }),
  asked: (from: string, { about, text }: { about: string; text: string }): Letter => ({
    subject: `${from} frågar om ${about}`,
    paragraphs: [`${from} har en fråga om hur ni använder ${about}.`, text, 'Svara i Kommons:'],
  }),
  answered: (from: string, { about, text }: { about: string; text: string }): Letter => ({
    subject: `${from} har svarat om ${about}`,
    paragraphs: [`${from} har svarat på er fråga om ${about}.`, text, 'Se frågan i Kommons:'],
  }),
};

export type LetterTexts = typeof lettersSv;
