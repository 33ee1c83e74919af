import type { Localised } from './definition.ts';
import { property } from './json.ts';

export type PickedText = { readonly text: string; readonly language: string };

/**
 * A text in the wished language, else in the first of the fallbacks that has one, else in any; with the
 * language that it is in, for the `lang` attribute. Undefined only when there is no text at all.
 */
export function findText(
  localised: Localised | undefined,
  language: string,
  fallback: readonly string[] = ['sv'],
): PickedText | undefined {
  if (localised === undefined) return undefined;
  const wished = [language, ...fallback, ...Object.keys(localised)];
  for (const candidate of wished) {
    const text = property(localised, candidate);
    if (typeof text === 'string' && text !== '') return { text, language: candidate };
  }
  return undefined;
}

/** As `findText`, the words alone; '' when there is no text at all. */
export function pickText(
  localised: Localised | undefined,
  language: string,
  fallback?: readonly string[],
): string {
  return findText(localised, language, fallback)?.text ?? '';
}
