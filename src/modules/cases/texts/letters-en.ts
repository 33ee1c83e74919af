import type { LetterTexts } from './letters-sv.ts';

export const lettersEn: LetterTexts = {
  opened: {
    subject: (number) => `We have received your case ${number}`,
    text: (number) => `We have received what you sent. Your case has number ${number}.`,
  },
  message: {
    subject: (number) => `New message in case ${number}`,
    text: (number) => `You have a message in case ${number}.`,
  },
  completion: {
    subject: (number) => `We need more from you in case ${number}`,
    text: (number, due) => `We need you to complete case ${number}. Answer no later than ${due}.`,
  },
  decided: {
    subject: (number) => `Case ${number} has been decided`,
    text: (number) => `We have made a decision in case ${number}.`,
  },
  follow: (link) => `Read and answer here, you sign in first:\n${link}`,
  keepNumber: 'Keep the number. You need it if you want to ask about the case.',
  noReply: 'You cannot reply to this message.',
};
