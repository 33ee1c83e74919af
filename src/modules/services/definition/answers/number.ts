export type ReadNumber =
  | { readonly ok: true; readonly value: number }
  | {
      readonly ok: false;
      readonly failure: 'not-a-number' | 'unclear-point' | 'too-many-decimals' | 'too-large';
    };

const spaces = /[\s\u00a0\u2000-\u200a\u202f]/gu;

/**
 * Reads a number as people in Sweden write it: `2,6`, `1 200`, `−5`, and `2.6` too. `1.200` may mean twelve hundred or
 * one and a fifth, so it is asked about rather than guessed.
 *
 * @param units What may stand after the number, such as `km`; it is taken away.
 */
export function readNumber(text: string, decimals: number, units: readonly string[] = []): ReadNumber {
  const bare = withoutUnit(text.trim().replaceAll('−', '-'), units).replaceAll(spaces, '');
  if (!/^-?\d+(?:[.,]\d+)?$/u.test(bare)) return { ok: false, failure: 'not-a-number' };
  if (/^-?\d{1,3}\.\d{3}$/u.test(bare) && decimals < 3) return { ok: false, failure: 'unclear-point' };
  const [, fraction = ''] = bare.split(/[.,]/u);
  if (/[1-9]/u.test(fraction.slice(decimals))) return { ok: false, failure: 'too-many-decimals' };
  const value = Number(bare.replace(',', '.'));
  if (Math.abs(value) > 1e15) return { ok: false, failure: 'too-large' };
  return { ok: true, value: value + 0 };
}

function withoutUnit(text: string, units: readonly string[]): string {
  const lower = text.toLowerCase();
  const unit = units.find((one) => one !== '' && lower.endsWith(one.toLowerCase()));
  return unit === undefined ? text : text.slice(0, text.length - unit.length).trim();
}
