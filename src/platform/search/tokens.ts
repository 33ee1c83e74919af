/**
 * Words of a text, in lower case. Å, ä and ö are letters of their own and stay; other marks fall (é → e,
 * ü → u), Danish and Norwegian æ and ø become ä and ö. A hyphen or an apostrophe parts words.
 */
export function words(text: string): readonly string[] {
  const plain = text.normalize('NFC').toLowerCase().replaceAll('æ', 'ä').replaceAll('ø', 'ö');
  return [...plain.matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => withoutMarks(word));
}

function withoutMarks(word: string): string {
  if (/^[a-zåäö0-9]*$/.test(word)) return word;
  return word.replaceAll(/[^åäö]/gu, (letter) => letter.normalize('NFD').replaceAll(/\p{M}/gu, ''));
}

/** The word as written on a keyboard without å, ä and ö. */
export const folded = (word: string): string => word.replaceAll(/[åä]/g, 'a').replaceAll('ö', 'o');

export const hasSwedishLetter = (word: string): boolean => /[åäö]/.test(word);

const silent = new Set(
  `och i på att en ett till för om av med som jag vill ska hur var kan man min mitt mina din ditt dina vi ni du
  de dem det den är har från vid eller när inte så få får sig sin sitt sina mot hos detta denna dessa vad vem
  nytt ny nya the a an of to for and in on my i is`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Words that carry no subject of their own. A text of nothing else keeps them. */
export function telling(list: readonly string[]): readonly string[] {
  const kept = list.filter((word) => !silent.has(word));
  return kept.length === 0 ? list : kept;
}
