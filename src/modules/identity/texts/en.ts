import type { Texts } from './index.ts';

export const en: Texts = {
  refused: {
    title: 'You are not signed in',
    cancelled: 'You cancelled the sign-in. Nothing has happened.',
    tooLate: 'Signing in took too long, or was done in another tab. Start again.',
    refused:
      'We could not trust the answer from the identification service, so you are not signed in. Try again.',
    unavailable: 'The identification service does not answer right now. Wait a moment and try again.',
    again: 'Sign in again',
    home: 'To the start page',
  },
};
