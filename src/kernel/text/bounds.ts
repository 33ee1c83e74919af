/** Characters of one text in one language. */
export const longestText = 20_000;

/** Square brackets that open, of one text: each may begin a link, which is looked for to the text's end. */
export const mostBrackets = 500;

export function bracketsIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('['); at >= 0; at = text.indexOf('[', at + 1)) count += 1;
  return count;
}

/** Whether a definition may hold the text. */
export const isTextSized = (text: string): boolean =>
  text.length <= longestText && bracketsIn(text) <= mostBrackets;

/**
 * Whether a text can be read as Markdown in a moment, whatever it is made of. What was kept before there were bounds,
 * or is not finished, may not be; with what an organisation has filled in, an honest one may be somewhat longer.
 */
export const isMarkdownSized = (text: string): boolean =>
  text.length <= 2 * longestText && bracketsIn(text) <= 2 * mostBrackets;
