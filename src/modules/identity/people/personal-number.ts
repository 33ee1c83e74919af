/** The check digit of a personal number (Luhn, over the ten last digits; folkbokföringslagen 18 §). */
function luhn(digits: string): boolean {
  const sum = Array.from(digits, Number).reduce((total, digit, index) => {
    const doubled = digit * (index % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/**
 * A personal number or co-ordination number (day plus 60) as twelve digits, or null. Identity providers
 * send twelve digits; a hyphen before the last four is let through.
 */
export function readPersonalNumber(text: string): string | null {
  const digits = text.replace(/^(\d{8})-(\d{4})$/, '$1$2');
  if (!/^(18|19|20)\d{10}$/.test(digits)) return null;
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), Number(digits.slice(6, 8))].map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = new Date(Date.UTC(year, month - 1, day > 60 ? day - 60 : day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === (day > 60 ? day - 60 : day);
  return exists && luhn(digits.slice(2)) ? digits : null;
}
