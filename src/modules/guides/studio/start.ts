import type { JsonObject } from '../../../kernel/index.ts';

/** Makes an element with its id, called what its author called it, in the guide's first language. */
export type Make = (id: string, name: string, language: string) => JsonObject;

const w = (language: string, sv: string, en: string): JsonObject => ({
  [language]: language === 'en' ? en : sv,
});

export const makeSlot: Make = (id, name, language) => ({
  id,
  type: 'slot',
  lock: 'free',
  title: { [language]: name },
});

export const makeActions: Make = (id, name, language) => ({
  id,
  type: 'actions',
  items: [{ id: `${id}-1`, text: { [language]: name } }],
});

const makeOptions = (id: string, language: string): readonly JsonObject[] => [
  { id: `${id}-1`, text: w(language, 'Ja', 'Yes'), right: true },
  { id: `${id}-2`, text: w(language, 'Nej', 'No') },
];

export const makeQuestion: Make = (id, name, language) => ({
  id,
  type: 'question',
  question: { [language]: name },
  options: makeOptions(id, language),
});

export const makeQuiz: Make = (id, name, language) => ({
  id,
  type: 'quiz',
  title: { [language]: name },
  pass: 1,
  questions: [
    {
      id: `${id}-fraga`,
      question: w(language, 'Den första frågan?', 'The first question?'),
      options: makeOptions(`${id}-fraga`, language),
    },
  ],
});

export const makeStep: Make = (id, name, language) => ({ id, title: { [language]: name } });

/** What to do, in order, and what each municipality does in its own way. */
export const makeHowStep: Make = (id, name, language) => ({
  ...makeStep(id, name, language),
  blocks: [
    {
      id: `${id}-text`,
      type: 'text',
      text: w(language, 'När du gör det här, och varför.', 'When you do this, and why.'),
    },
    makeActions(`${id}-gor`, language === 'en' ? 'The first thing to do.' : 'Det första du gör.', language),
    makeSlot(`${id}-lokalt`, language === 'en' ? 'How we do it here' : 'Så gör vi hos oss', language),
  ],
});

export const makeWhyStep: Make = (id, name, language) => ({
  ...makeStep(id, name, language),
  blocks: [
    {
      id: `${id}-text`,
      type: 'text',
      text: w(language, 'Vad du behöver förstå.', 'What you need to understand.'),
    },
    makeQuestion(`${id}-fraga`, language === 'en' ? 'Is it so?' : 'Stämmer det?', language),
  ],
});

export const makeSection: Make = (id, name, language) => ({ id, title: { [language]: name } });

export const makeTaskSection: Make = (id, name, language) => ({
  ...makeSection(id, name, language),
  steps: [
    makeWhyStep(`${id}-forsta`, language === 'en' ? 'Understand the task' : 'Förstå uppgiften', language),
    makeHowStep(`${id}-gora`, language === 'en' ? 'Do it' : 'Gör det', language),
  ],
});

export const makeTestSection: Make = (id, name, language) => ({
  ...makeSection(id, name, language),
  steps: [
    {
      ...makeStep(`${id}-test`, language === 'en' ? 'Test yourself' : 'Testa dig själv', language),
      blocks: [makeQuiz(`${id}-fragor`, language === 'en' ? 'What do you know?' : 'Vad kan du?', language)],
    },
  ],
});
