import type { Bilingual } from '../conditions/index.ts';
import { isTextSized } from '../text/bounds.ts';
import { splitSentences } from '../text/sentences.ts';
import { countPassives } from './passives.ts';
import { stiffWords } from './words.ts';

/** Something in a text that is hard to read, and what to do about it. */
export type PlainFault = {
  readonly kind: 'long-sentence' | 'long-paragraph' | 'stiff-word' | 'passives' | 'heading-stop';
  /** The words that it is about. */
  readonly what: string;
  readonly message: Bilingual;
};

/** Words in a sentence and in a paragraph, and passive verbs in a sentence, that are not yet too many. */
export const plainLimits = { sentence: 25, paragraph: 90, passives: 2 } as const;
export type PlainLimits = { readonly [limit in keyof typeof plainLimits]: number };

/**
 * What is not plain in a text in Markdown. Lengths are counted in every language; official words and passives are
 * known in Swedish and English. Nothing is said of a text that is too long to be in a definition at all.
 */
export function plainFaults(
  text: string,
  language: string,
  limits: PlainLimits = plainLimits,
): readonly PlainFault[] {
  if (!isTextSized(text)) return [];
  return paragraphsOf(text).flatMap((paragraph) => [
    ...longParagraph(paragraph, limits),
    ...splitSentences(paragraph).flatMap((sentence) => sentenceFaults(sentence, language, limits)),
    ...stiffWords(paragraph, language).map(({ found, plain }): PlainFault => ({
      kind: 'stiff-word',
      what: found,
      message: {
        sv: `”${found}” är kanslispråk. Skriv hellre ${plain}.`,
        en: `“${found}” is officialese. Write rather ${plain}.`,
      },
    })),
  ]);
}

/** As `plainFaults`, for a heading: which is no sentence, so has no full stop. */
export function headingFaults(heading: string, language: string): readonly PlainFault[] {
  const stop: readonly PlainFault[] = /[^.]\.\s*$/u.test(heading)
    ? [
        {
          kind: 'heading-stop',
          what: heading,
          message: {
            sv: 'Rubriken slutar med punkt. Ta bort punkten.',
            en: 'The heading ends with a full stop. Remove it.',
          },
        },
      ]
    : [];
  return [...stop, ...plainFaults(heading, language)];
}

/** Paragraphs and list items as running text: no marks of emphasis, links by their words, places as one word. */
function paragraphsOf(text: string): readonly string[] {
  const paragraphs: string[] = [];
  let open = false;
  for (const line of text.split('\n')) {
    const item = /^\s*(?:[-*+]|\d+[.)])\s+(?=\S|$)(.*)$/u.exec(line)?.[1];
    const words = wordsAlone(item ?? line);
    const last = paragraphs.length - 1;
    if (item === undefined && open && words !== '') paragraphs[last] = `${paragraphs[last] ?? ''} ${words}`;
    else if (words !== '') paragraphs.push(words);
    open = words !== '';
  }
  return paragraphs;
}

const wordsAlone = (line: string): string =>
  line
    .replaceAll(/\[([^[\]]*)\]\([^)]{0,2000}\)/gu, '$1')
    .replaceAll(/\{[^{}\s]+\}/gu, 'X')
    .replaceAll(/[*_]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();

const countWords = (text: string): number =>
  text.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

function longParagraph(paragraph: string, limits: PlainLimits): readonly PlainFault[] {
  const words = countWords(paragraph);
  if (words <= limits.paragraph) return [];
  const message = {
    sv: `Stycket har ${words} ord. Dela det, så att inget är längre än ${limits.paragraph}.`,
    en: `The paragraph has ${words} words. Divide it, so that none is longer than ${limits.paragraph}.`,
  };
  return [{ kind: 'long-paragraph', what: paragraph, message }];
}

function sentenceFaults(sentence: string, language: string, limits: PlainLimits): readonly PlainFault[] {
  const words = countWords(sentence);
  const passives = countPassives(sentence, language);
  const long: PlainFault = {
    kind: 'long-sentence',
    what: sentence,
    message: {
      sv: `Meningen har ${words} ord. Dela den, så att ingen är längre än ${limits.sentence}.`,
      en: `The sentence has ${words} words. Divide it, so that none is longer than ${limits.sentence}.`,
    },
  };
  const passive: PlainFault = {
    kind: 'passives',
    what: sentence,
    message: {
      sv: `Meningen har ${passives} passiva verb. Skriv vem som gör vad.`,
      en: `The sentence has ${passives} passive verbs. Write who does what.`,
    },
  };
  return [...(words > limits.sentence ? [long] : []), ...(passives > limits.passives ? [passive] : [])];
}
