const longest = 120;

/**
 * A name that is only a name: no folders, control characters or invisible marks that turn the reading
 * order, no leading dot, at most 120 characters. What is left without a name is called `fil`.
 */
export function cleanName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const cleaned = last
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}"<>|:*?]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .trim();
  const dot = cleaned.lastIndexOf('.');
  const extension = dot > 0 && cleaned.length - dot <= 6 ? cleaned.slice(dot) : '';
  const stem = cleaned.slice(0, Math.min(cleaned.length, longest) - extension.length).toWellFormed();
  return `${stem === '' ? 'fil' : stem}${extension}`;
}

/** The name with one of the extensions that its content goes by; the first where it has none of them. */
export function withExtension(name: string, extensions: readonly string[]): string {
  const own = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  const [first] = extensions;
  if (first === undefined || (own !== undefined && extensions.includes(own))) return name;
  return `${name}.${first}`;
}
