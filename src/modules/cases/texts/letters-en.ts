import type { LetterTexts } from './letters-sv.ts';

const subject = (what: string) => (service: string, number: string, municipality: string) =>
  `${what}: ${service}, ${number}, ${municipality}`;

const readAndAnswer = (link: string) => `Read and answer here, you sign in first:\n${link}`;

export const lettersEn: LetterTexts = {
  opened: {
    subject: subject('We have received your case'),
    text: (number) => `We have received what you sent. Your case has number ${number}.`,
    follow: (link) => `Follow the case here, you sign in first:\n${link}`,
  },
  message: {
    subject: subject('New message'),
    text: (number) => `You have a message in case ${number}.`,
    follow: readAndAnswer,
  },
  completion: {
    subject: subject('We need more from you'),
    text: (number, due) => `We need you to complete case ${number}. Answer no later than ${due}.`,
    follow: readAndAnswer,
  },
  decided: {
    subject: subject('Your case has been decided'),
    text: (number) => `We have made a decision in case ${number}.`,
    follow: (link) => `Read it here, you sign in first:\n${link}`,
  },
  keepNumber: 'Keep the number. You need it if you want to ask about the case.',
  noReply: 'You cannot reply to this message.',
};
