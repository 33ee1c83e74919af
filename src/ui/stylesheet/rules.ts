export type Rule = { readonly head: string; readonly body: string };

/**
 * The top-level rules of a style sheet: what stands before a block, and the block's inside. An
 * at-statement without a block has an empty head and the whole statement as its body.
 */
export function rules(css: string): readonly Rule[] {
  const found: Rule[] = [];
  let start = 0;
  let depth = 0;
  let open = 0;
  let quote = '';
  for (let at = 0; at < css.length; at++) {
    const sign = css.charAt(at);
    if (quote !== '') {
      if (sign === '\\') at++;
      else if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '{') {
      if (depth === 0) open = at;
      depth++;
    } else if (sign === '}') {
      depth--;
      if (depth === 0) {
        found.push({ head: css.slice(start, open).trim(), body: css.slice(open + 1, at) });
        start = at + 1;
      }
    } else if (sign === ';' && depth === 0) {
      found.push({ head: '', body: css.slice(start, at + 1).trim() });
      start = at + 1;
    }
  }
  return found;
}

/** A list cut at its commas, but not at those inside brackets or strings. */
export function cutList(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '(' || sign === '[') depth++;
    else if (sign === ')' || sign === ']') depth--;
    else if (sign === ',' && depth === 0) {
      parts.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  return [...parts, text.slice(start).trim()];
}

const grouping = /^@(media|supports|layer|container)/u;

/** The sheet without the selectors that `unused` names, and without rules that are left with none. */
export function keepUsed(css: string, unused: (selector: string) => boolean): string {
  return rules(css)
    .map((rule) => {
      if (rule.head === '') return rule.body;
      if (grouping.test(rule.head)) {
        const inside = keepUsed(rule.body, unused);
        return inside === '' ? '' : `${rule.head}{${inside}}`;
      }
      if (rule.head.startsWith('@')) return `${rule.head}{${rule.body}}`;
      const selectors = cutList(rule.head).filter((selector) => !unused(selector));
      return selectors.length === 0 ? '' : `${selectors.join(',')}{${rule.body}}`;
    })
    .join('');
}
