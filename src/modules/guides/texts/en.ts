import { plural } from '../../../platform/text/index.ts';
import type { Texts } from './sv.ts';

export const en: Texts = {
  minutes: (n) => plural(n, 'minute', 'minutes'),
  highlights: {
    contents: (sections, steps) =>
      `${plural(sections, 'section', 'sections')} with ${plural(steps, 'step', 'steps')}`,
    time: (minutes) => `Takes about ${plural(minutes, 'minute', 'minutes')} to go through`,
    questions: (n) => plural(n, 'question to try oneself on', 'questions to try oneself on'),
    slots: (n) => plural(n, 'place to write how you do it', 'places to write how you do it'),
    parameters: (n) => plural(n, 'local fact to fill in', 'local facts to fill in'),
    english: 'Ready in Swedish and English',
  },
  preview: {
    picture: 'Picture',
    film: 'Film',
    file: 'File',
    right: 'Right answer.',
    pass: (n) => `Passed with ${n} right.`,
    reused: (block, work) => `“${block}” of the guide “${work}” is shown here.`,
    empty: 'Nobody has written here yet.',
  },
};
