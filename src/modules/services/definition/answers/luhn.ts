/**
 * Whether the last digit checks the ones before it by the Luhn formula (ISO/IEC 7812-1, annex B), as in Swedish
 * personal, coordination and organisation numbers.
 */
export function luhn(digits: string): boolean {
  let sum = 0;
  for (const [index, digit] of digits.split('').toReversed().entries()) {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    sum += value > 9 ? value - 9 : value;
  }
  return digits.length > 0 && sum % 10 === 0;
}
