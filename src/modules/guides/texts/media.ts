import type { Language } from '../../../platform/http/index.ts';
import type { MediaRefusal } from '../media/take.ts';
import { en } from './media-en.ts';
import { sv, type MediaTexts } from './media-sv.ts';

/** The texts about pictures, films and files in the editor. */
export const mediaTexts = (language: Language): MediaTexts => (language === 'en' ? en : sv);

/** Lines that are told of; the rest is counted. */
const mostLines = 5;

/** Why a file was not received, in words. */
export function refusalInWords(failure: MediaRefusal, language: Language): string {
  const words = mediaTexts(language);
  switch (failure.kind) {
    case 'picture':
      return words.picture[failure.problem];
    case 'film':
      return words.film[failure.problem];
    case 'captions': {
      const lines = failure.problems
        .slice(0, mostLines)
        .map(({ line, problem }) => words.line(line, words.lines[problem]));
      const rest = failure.problems.length - lines.length;
      return words.captions(rest > 0 ? [...lines, words.more(rest)] : lines);
    }
    case 'empty':
    case 'too-large':
    case 'infected':
    case 'not-scanned':
    case 'file':
      return words.refused[failure.kind];
  }
}
