import type { Answer } from '../everybody/calls/call.ts';
import type { LetterTexts } from './letters-sv.ts';

const answers: Readonly<Record<Answer, string>> = {
  yes: 'wants to join',
  perhaps: 'may want to join',
  no: 'does not join',
};

export const lettersEn: LetterTexts = {
  called: (from, { title, text, answerBy }) => ({
    subject: `${from} invites you to buy together: ${title}`,
    paragraphs: [
      `${from} wonders whether you want to join: ${title}.`,
      text,
      `Answer by ${answerBy}. The answer does not bind you.`,
    ],
  }),
  answeredCall: (from, { title, answer, volume }) => ({
    subject: `${title}: ${from} ${answers[answer]}`,
    paragraphs: [`${from} ${answers[answer]}.`, volume === '' ? '' : `How much: ${volume}`],
  }),
  endedCall: (from, title) => ({
    subject: `${title}: the call is ended`,
    paragraphs: [`${from} has ended the call. It can no longer be answered.`],
  }),
  asked: (from, { about, text }) => ({
    subject: `${from} asks about ${about}`,
    paragraphs: [`${from} has a question about how you use ${about}.`, text, 'Answer in Kommons:'],
  }),
  answered: (from, { about, text }) => ({
    subject: `${from} has answered about ${about}`,
    paragraphs: [`${from} has answered your question about ${about}.`, text, 'See the question in Kommons:'],
  }),
};
