/** Short Swedish passives that no ending tells from other words. */
const swedishShort = new Set(
  `begärs delges fattas fås förs ges görs hålls lagts läggs lämnats prövas sänds skrivs ställs ställts sägs tas tagits
  utförs utförts gjorts getts skrivits`.split(/\s+/),
);

/** Verbs that end as passives and are none, and nouns that do. */
const swedishActive = new Set(
  `andas ananas annas atlas behövas canvas finnas fattas gillas hoppas hoppades hoppats kalas kännas lyckas lyckades
  lyckats minnas misslyckas misslyckades misslyckats mötas mötts saknas saknades saknats skämmas synas trivas träffas
  träffades träffats texas umgås vistas vistades vistats plats arbetsplats webbplats mötesplats insats sats
  skollovsinsats`.split(/\s+/),
);

const swedishEnding = /^\p{L}{2,}(?:eras|erades|erats|ades|ats|as)$/u;
/** Genitives of nouns: "kommunernas", "skolornas". */
const genitive = /(?:[aeo]r|e)nas$|(?:plats|insats|sats)ers?$/u;

const englishPassive =
  /\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?(?:\w{3,}ed|given|taken|made|done|sent|kept|held|written|shown|known|seen|found|told|put|set|left|begun|chosen)\b/giu;

const wordsIn = (text: string): readonly string[] => text.toLocaleLowerCase('sv').match(/\p{L}+/gu) ?? [];

function isSwedishPassive(word: string): boolean {
  if (swedishShort.has(word)) return true;
  return (
    swedishEnding.test(word) &&
    !swedishActive.has(word) &&
    !genitive.test(word) &&
    !/(?:plats|insats)$/u.test(word)
  );
}

/** How many verbs of a sentence are passive, told by their form. */
export function countPassives(sentence: string, language: string): number {
  if (language === 'sv') return wordsIn(sentence).filter(isSwedishPassive).length;
  return language === 'en' ? [...sentence.matchAll(englishPassive)].length : 0;
}
