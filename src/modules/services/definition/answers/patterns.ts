import type { Bilingual, TextPattern } from '../model.ts';
import { luhn } from './luhn.ts';
import { readPersonalNumber } from './personal-number.ts';

export type ReadPattern =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly message: Bilingual };

const refused: Readonly<Record<TextPattern, Bilingual>> = {
  'organisation-number': {
    sv: 'Skriv organisationsnumret med tio siffror, till exempel 212000-2411. Kontrollera siffrorna.',
    en: 'Write the organisation number with ten digits, for example 212000-2411. Check the digits.',
  },
  'postal-code': {
    sv: 'Skriv postnumret med fem siffror, till exempel 871 31.',
    en: 'Write the postal code with five digits, for example 871 31.',
  },
  property: {
    sv: 'Skriv fastighetens namn och nummer, till exempel Brunnshuset 2:15.',
    en: 'Write the name and number of the property, for example Brunnshuset 2:15.',
  },
  vehicle: {
    sv: 'Skriv registreringsnumret, till exempel ABC 123.',
    en: 'Write the registration number, for example ABC 123.',
  },
  'web-address': {
    sv: 'Skriv webbadressen, till exempel www.exempel.se.',
    en: 'Write the web address, for example www.example.com.',
  },
  digits: { sv: 'Skriv bara siffror.', en: 'Write digits only.' },
};

/** Reads a text that has to have a certain form, and gives it in the form that it is kept in. */
export function readPattern(pattern: TextPattern, text: string, today: string): ReadPattern {
  const value = readers[pattern](text, today);
  return value === null ? { ok: false, message: refused[pattern] } : { ok: true, value };
}

const readers: Readonly<Record<TextPattern, (text: string, today: string) => string | null>> = {
  'organisation-number': organisationNumber,
  'postal-code': postalCode,
  property: (text) => (/^\p{L}.*\s\d+(?::\d+)?$/u.test(text) ? text : null),
  vehicle: (text) => {
    const plate = text.replaceAll(/[\s-]/gu, '').toUpperCase();
    return /^[A-ZÅÄÖ0-9]{2,7}$/u.test(plate) ? plate : null;
  },
  'web-address': webAddress,
  digits: (text) => {
    const digits = text.replaceAll(/[\s-]/gu, '');
    return /^\d+$/u.test(digits) ? digits : null;
  },
};

/**
 * Ten digits of which the third is at least 2 and the last checks the rest (lagen 1974:174 om identitetsbeteckning för
 * juridiska personer); a sole trader has the person's own number.
 */
function organisationNumber(text: string, today: string): string | null {
  const digits = text.replaceAll(/[\s\u00a0–−-]/gu, '');
  const ten = /^16\d{10}$/u.test(digits) ? digits.slice(2) : digits;
  if (/^\d{2}[2-9]\d{7}$/u.test(ten) && luhn(ten)) return `${ten.slice(0, 6)}-${ten.slice(6)}`;
  const person = readPersonalNumber(text, today);
  return person.ok ? `${person.value.slice(2, 8)}-${person.value.slice(8)}` : null;
}

/** Five digits that do not begin with 0, kept as `871 31`. */
export function postalCode(text: string): string | null {
  const digits = text.replace(/^SE?[\s-]/iu, '').replaceAll(/\s/gu, '');
  return /^[1-9]\d{4}$/u.test(digits) ? `${digits.slice(0, 3)} ${digits.slice(3)}` : null;
}

function webAddress(text: string): string | null {
  const address = /^https?:\/\//iu.test(text) ? text : `https://${text}`;
  const parsed = URL.parse(address);
  if (parsed === null || !/^[^.\s]+(?:\.[^.\s]+)+$/u.test(parsed.hostname) || parsed.username !== '')
    return null;
  return address;
}
