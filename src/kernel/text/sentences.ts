/**
 * Words after which a full stop ends no sentence, in Swedish and English, lower case without the last stop.
 * From Svenska skrivregler and the usual shortenings of Swedish law and municipal letters.
 */
const SHORTENED: ReadonlySet<string> = new Set(
  `t.ex bl.a m.m m.fl d.v.s dvs o.s.v osv s.k fr.o.m t.o.m f.d e.d o.d p.g.a pga m.a.o i.o.m f.n f.ö s.a.s t.v
  kap st p nr tel tfn art bil sid s kl ca ang avd resp inkl exkl max min ev enl jfr prop dir adr obs
  jan feb mar apr jun jul aug sep sept okt nov dec mån tis ons tors fre lör sön
  e.g i.e etc mr mrs ms dr prof no vs approx dept st`.split(/\s+/),
);

/** After these only a capital letter begins a sentence: the stop may be both the word's and the sentence's. */
const OFTEN_LAST: ReadonlySet<string> = new Set('m.m m.fl osv o.s.v e.d o.d etc f.d t.v'.split(' '));

/** As much of a sentence as tells whether it ends; looking at all of it would take too long in a long one. */
const ENDING = 60;

const BOUNDARY = /(?<=[.!?…][)"”’'»]*) (?=\S)/g;

/**
 * A text as sentences and line breaks, in order: `['Först det. ', …]` never occurs, since single spaces
 * between sentences are implied; `joinSentences` puts them back. The text must be normalised.
 */
export function splitSentences(text: string): readonly string[] {
  return text
    .split('\n')
    .flatMap((line, index) => (index === 0 ? splitLine(line) : ['\n', ...splitLine(line)]));
}

export function joinSentences(sentences: readonly string[]): string {
  let text = '';
  for (const [index, sentence] of sentences.entries()) {
    const previous = sentences[index - 1];
    const spaced = previous !== undefined && previous !== '\n' && sentence !== '\n';
    text += spaced ? ` ${sentence}` : sentence;
  }
  return text;
}

function splitLine(line: string): readonly string[] {
  if (line === '') return [];
  const sentences: string[] = [];
  let start = 0;
  for (const { index } of line.matchAll(BOUNDARY)) {
    const ending = line.slice(Math.max(start, index - ENDING), index);
    if (!endsSentence(ending, line.slice(index + 1, index + 1 + ENDING))) continue;
    sentences.push(line.slice(start, index));
    start = index + 1;
  }
  return [...sentences, line.slice(start)];
}

function endsSentence(sentence: string, rest: string): boolean {
  if (/[!?…][)"”’'»]*$/.test(sentence)) return !/^\p{Ll}/u.test(rest);
  if (/^\p{Ll}/u.test(rest)) return false;
  const word = /([^\s(]+)\.[)"”’'»]*$/.exec(sentence)?.[1]?.toLowerCase() ?? '';
  if (OFTEN_LAST.has(word)) return /^["”»(]?\p{Lu}/u.test(rest);
  if (SHORTENED.has(word)) return false;
  if (/^\d{1,2}$/.test(word)) return !isOrdinal(sentence, rest);
  return !/^\p{L}$/u.test(word);
}

/** "1. Fyll i", "10. kap": a figure alone at the start of a line numbers it, and before a word it may be an ordinal. */
function isOrdinal(sentence: string, rest: string): boolean {
  return /^\s*\d{1,2}\.$/.test(sentence) || /^\d/.test(rest);
}
