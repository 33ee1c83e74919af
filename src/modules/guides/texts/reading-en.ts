import type { ReadingTexts } from './reading-sv.ts';

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const inWords = (n: number): string => numbers[n] ?? String(n);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const things = (n: number): string => (n === 1 ? 'one thing' : `${inWords(n)} things`);

export const en: ReadingTexts = {
  title: 'Guides',
  support: {
    title: 'How we do it',
    nothing: 'There is no help about this here.',
    more: 'More about this',
    whole: (guide: string) => `Read the step in ${guide}`,
    shipped: 'The text is from Kommons’s manual. Your municipality has no version of its own.',
    adopt: 'Adopt it',
    all: 'All guides',
  },
  list: {
    summary: 'How we do it. Guides in common, with our own put in.',
    openSummary: 'How things are done here.',
    caption: 'Guides',
    search: 'Search the guides',
    columns: { guide: 'Guide', read: 'Read', news: 'New to you' },
    allSubjects: 'All subjects',
    subject: 'Subject',
    changed: (n) => `Changed since you read (${n})`,
    chosenChanged: 'Changed since you read',
    range: (from, to, of) => `${from}–${to} of ${of}`,
    empty: 'You have no guide in use yet.',
    emptyWhat: 'Adopt one from the library or write your own. Once it is taken in use it shows here.',
    emptyLook: 'Once a colleague has taken a guide in use it shows here.',
    emptyOpen: 'We have no open guides yet.',
    emptyFilter: 'No guide fits what you chose.',
    find: 'Find in the library',
    showAll: 'Show all guides',
    resume: 'Go on where you were',
    month: 'Guide of the month',
    monthVote: 'Vote for the next',
    resumeIn: (guide) => `in ${guide}`,
    changedSteps: (n) => (n === 1 ? '1 step changed' : `${n} steps changed`),
  },
  progress: {
    of: (done, all) => `${done} of ${all} steps read`,
    done: 'All read',
    section: { done: 'read', part: 'partly read', ahead: 'not read' },
  },
  search: {
    found: (n, wanted) => (n === 1 ? `1 find for “${wanted}”` : `${n} finds for “${wanted}”`),
    many: (n, wanted) => `More than ${n} finds for “${wanted}”. Write more words to find the right one.`,
    nothing: (wanted) => `No guide says anything about “${wanted}”.`,
    meant: 'Did you mean',
  },
  guide: {
    contents: 'Contents',
    about: 'About the guide',
    law: 'The law behind it',
    minutes: (n) => (n === 1 ? '1 minute' : `${n} minutes`),
    begin: (step) => `Begin: ${step}`,
    resume: (step) => `Go on where you were: ${step}`,
    again: (step) => `Read again: ${step}`,
    answerThere: 'Answer the question in the step',
  },
  step: {
    position: (now, of) => `Step ${now} of ${of}`,
    inSection: (section, now, of) => `${section}, step ${now} of ${of}`,
    next: (title) => `Next: ${title}`,
    finish: 'Done, to the start of the guide',
    states: { done: 'read', now: 'you are here', ahead: 'not read', changed: 'changed since you read' },
    local: 'has local text',
    around: 'Steps before and after',
  },
  news: {
    here: (n) => `Changed since you read: ${things(n)}`,
    moved: (from, to, n) =>
      n === 1
        ? `One thing is different in ${to} from ${from}`
        : `${capital(inWords(n))} things are different in ${to} from ${from}`,
    movedLede: 'What is in common and you have read already is ticked off.',
    inStep: (step) => `in ${step}`,
    added: 'new',
    changed: 'changed',
    step: 'a step of our own',
    fact: 'another value',
    removed: (n) =>
      n === 1
        ? 'One text that you read is not here'
        : `${capital(inWords(n))} texts that you read are not here`,
    mark: { added: 'New to you', changed: 'Changed since you read' },
  },
  text: {
    heading: 'About the text',
    common: 'Text in common',
    local: 'Local text',
    own: 'Our text',
    version: (who, n) => `${who}, version ${n}`,
    on: (who, day) => `${who}, ${day}`,
    reviewBy: 'To be reviewed by',
    wrong: 'Is something wrong?',
    propose: 'Propose a change',
    change: 'Change the guide',
    localLabel: (who) => `Local, ${who}`,
    adaptedLabel: (who) => `Adapted, ${who}`,
  },
  block: {
    important: 'Important',
    checklist: 'Checklist',
    term: 'Term',
    answer: 'Answer',
    answerQuiz: 'Mark the quiz',
    right: 'Right.',
    wrong: 'Not quite.',
    choose: 'Choose an answer.',
    score: (right, of) => `${right} of ${of} right.`,
    passed: 'You have passed.',
    notPassed: (need) => `It takes ${need} right. Read again and try once more.`,
    passedOn: (day) => `Passed ${day}`,
    transcript: 'The film as text',
    verdict: { right: 'Do it like this', wrong: 'Do not do it like this' },
    fill: 'Write how you do it',
    slotEmpty: 'Here is room for your own text. Only you who can change the guide see this box.',
    captions: { sv: 'Swedish', en: 'English' },
  },
};
