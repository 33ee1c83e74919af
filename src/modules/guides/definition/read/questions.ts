import { below, say } from '../../../../kernel/reading/index.ts';
import type { PropertyReader } from '../../../../kernel/reading/index.ts';
import { canBeAsked } from '../blocks.ts';
import type { Item, Option, Question, QuizBlock } from '../model.ts';
import type { ElementOf } from './blocks.ts';
import { needMarkdown, readMarkdown } from './markdown.ts';

/** Things to do or to tick, each a line. */
export function readItems(reader: PropertyReader): readonly Item[] {
  const items = reader.elements('items', 100, (item, id) => ({
    id,
    hidden: item.flag('hidden'),
    text: needMarkdown(item, 'text'),
  }));
  if (items.length === 0) reader.reading.error(reader.at('items'), say.empty({ sv: 'Punkter', en: 'items' }));
  else if (items.every(({ hidden }) => hidden)) reader.reading.warn(reader.at('items'), allHidden);
  return items;
}

/** Two sides may each hide or remove a part of a list: that leaves the guide whole, without the list. */
const allHidden = {
  sv: 'Allt i listan är dolt, så den visas inte.',
  en: 'All that is in the list is hidden, so it is not shown.',
};

/** Reads a question: at least two answers to choose from, of which some are right and some are not. */
export function readQuestion(reader: PropertyReader, id: string): Question {
  const question = reader.needText('question', 300);
  const options = reader.elements('options', 20, readOption);
  const read = { id, hidden: reader.flag('hidden'), question, options };
  if (options.length < 2) {
    reader.reading.error(reader.at('options'), {
      sv: 'Frågan behöver minst två svar att välja mellan.',
      en: 'The question needs at least two answers to choose from.',
    });
  } else if (!options.some(({ right }) => right)) {
    reader.reading.error(reader.at('options'), {
      sv: 'Inget svar är rätt. Märk minst ett med "right": true.',
      en: 'No answer is right. Mark at least one with "right": true.',
    });
  } else if (!canBeAsked(read)) {
    reader.reading.warn(reader.at('options'), {
      sv: 'Så många svar är dolda att frågan inte går att besvara. Den visas inte.',
      en: 'So many answers are hidden that the question cannot be answered. It is not shown.',
    });
  }
  if (options.length > 0 && options.every(({ feedback }) => feedback === null)) {
    reader.reading.warn(reader.at('options'), {
      sv: 'Frågan saknar återkoppling. Skriv varför svaren är rätt eller fel.',
      en: 'The question gives no feedback. Write why the answers are right or wrong.',
    });
  }
  return read;
}

function readOption(reader: PropertyReader, id: string): Option {
  return {
    id,
    hidden: reader.flag('hidden'),
    text: reader.needText('text', 300),
    right: reader.flag('right'),
    feedback: readMarkdown(reader, 'feedback'),
  };
}

export function readQuiz(reader: PropertyReader, element: ElementOf): QuizBlock {
  const questions = reader.elements('questions', 50, readQuestion);
  if (questions.length === 0) {
    reader.reading.error(reader.at('questions'), say.empty({ sv: 'Frågor', en: 'questions' }));
  } else if (questions.every(({ hidden }) => hidden)) reader.reading.warn(reader.at('questions'), allHidden);
  const pass = reader.wholeNumber('pass', 1, 50) ?? questions.length;
  if (questions.length > 0 && pass > questions.length) {
    reader.reading.error(below(reader.path, 'pass'), {
      sv: `Det krävs ${pass} rätt, men det finns bara ${questions.length} frågor.`,
      en: `It takes ${pass} right answers, but there are only ${questions.length} questions.`,
    });
  }
  return { ...element, type: 'quiz', title: reader.needText('title', 120), pass, questions };
}
