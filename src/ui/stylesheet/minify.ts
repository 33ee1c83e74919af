const token = /\/\*[\s\S]*?\*\/|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\([^)"']*\)|\s+/gu;

/** A sign of the private use area, which no style sheet of ours holds: it marks where a string was. */
const hole = '\ue000';

/**
 * Style sheet text without comments and needless white space. Strings and addresses stay as they are.
 * White space that separates two words stays as one blank.
 */
export function minify(css: string): string {
  const kept: string[] = [];
  const plain = css.replaceAll(token, (found) => {
    if (found.startsWith('/*')) return '';
    if (/^\s/u.test(found)) return ' ';
    kept.push(found);
    return `${hole}${kept.length - 1}${hole}`;
  });
  return plain
    .replaceAll(/ *([{};,]) */gu, '$1')
    .replaceAll(/([^\s&+>~(]): +/gu, '$1:')
    .replaceAll(/;\}/gu, '}')
    .replaceAll(/ *> */gu, '>')
    .replaceAll(/\ue000(\d+)\ue000/gu, (_, index: string) => kept[Number(index)] ?? '')
    .trim();
}
