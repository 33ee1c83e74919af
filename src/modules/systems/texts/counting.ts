import type { Language } from '../../../platform/http/index.ts';
import { formatNumber, inWords } from '../../../platform/text/index.ts';

export type Counting = {
  /** "1 652" */
  readonly digits: (n: number) => string;
  /** "tre", and from thirteen on in digits. */
  readonly words: (n: number) => string;
  /** "1 652 system" */
  readonly plural: (n: number, one: string, other: string) => string;
  /** "Skola och förskola (1 652)" */
  readonly beside: (title: string, n: number) => string;
};

/** How the register writes numbers in a language: one way, whatever they count. */
export function countingIn(language: Language): Counting {
  const digits = (n: number): string => formatNumber(n, language);
  return {
    digits,
    words: (n) => (n > 12 ? digits(n) : inWords(n, language)),
    plural: (n, one, other) => `${digits(n)}\u00A0${n === 1 ? one : other}`,
    beside: (title, n) => `${title} (${digits(n)})`,
  };
}
