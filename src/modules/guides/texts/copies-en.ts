import type { CopyTexts } from './copies-sv.ts';

export const en: CopyTexts = {
  ways: {
    print: 'Print',
    pdf: 'Get as PDF',
    file: 'Read offline',
  },
  about: {
    heading: 'About this copy',
    version: 'Version',
    taken: 'Taken',
    original: 'The guide that holds',
    foot: (version, day) => `${version}. Copy taken ${day}.`,
    basedOn: (own, common) => `${own} (text in common: ${common})`,
  },
  print: {
    title: (guide) => `To print: ${guide}`,
    how: 'This is the guide on paper. Print it with your browser (Ctrl + P, on a Mac ⌘ + P).',
  },
  block: {
    question: (n) => `Question ${n}`,
    quizNeeds: (pass, of) => `It takes ${pass} right of ${of} to pass.`,
    quizNotKept: 'That you have passed is kept only when you answer in the guide itself.',
    answersLast: 'The answers come last.',
    openAnswer: 'Choose an answer to see whether it is right.',
    film: 'Film',
    filmElsewhere: 'The film is not in this copy. See it in the guide itself:',
    transcript: 'The film as text',
    file: 'File',
    fileElsewhere: 'The file is not in this copy. Get it in the guide itself:',
    picture: 'Picture',
  },
  answers: 'Answers',
  file: {
    head: (version, day, time) =>
      `This is a copy of ${version}, taken ${day} at ${time}. It is not kept up to date.`,
    living: 'The guide that holds is here:',
    skip: 'To the content',
    search: 'Search the guide',
    found: '{n} finds',
    one: '1 find',
    none: 'Nothing in the guide has all the words.',
    many: 'The first {n} finds. Write more words to find the right one.',
  },
  tooLarge: {
    title: 'The guide is too large',
    pdf: 'The guide is too large for a PDF. Print it instead, or take a step at a time.',
    file: (mb) =>
      `The guide’s pictures make the copy larger than ${mb} megabytes. Get the guide as PDF or print it instead.`,
    back: 'To the guide',
  },
  busy: {
    title: 'Many want a PDF right now',
    text: 'Wait a moment and try again.',
    again: 'Try again',
  },
};
