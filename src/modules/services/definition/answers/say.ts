import type { Bilingual } from '../model.ts';
import { capital, dayText, numberText } from './text.ts';
import type { Subject } from './text.ts';

/** Every message about an answer, by the voice of the product: what to do, with an example, never a reproach. */

function isQuestion(label: string): boolean {
  return label.endsWith('?');
}

/** "avståndet", else "svaret på ”Hur långt är det?”". */
function answer(subject: Subject): Bilingual {
  return (
    subject.noun ?? {
      sv: isQuestion(subject.label.sv) ? `svaret på ”${subject.label.sv}”` : `”${subject.label.sv}”`,
      en: isQuestion(subject.label.en) ? `the answer to “${subject.label.en}”` : `“${subject.label.en}”`,
    }
  );
}

/** "Skriv avståndet", else "Svara på ”Hur långt är det?”" or "Fyll i ”Avstånd”". */
function write(subject: Subject): Bilingual {
  if (subject.noun !== null) return { sv: `Skriv ${subject.noun.sv}`, en: `Write ${subject.noun.en}` };
  const { sv, en } = subject.label;
  return {
    sv: isQuestion(sv) ? `Svara på ”${sv}”` : `Fyll i ”${sv}”`,
    en: isQuestion(en) ? `Answer “${en}”` : `Fill in “${en}”`,
  };
}

function after(start: Bilingual, sv: string, en: string): Bilingual {
  return { sv: `${start.sv}${sv}`, en: `${start.en}${en}` };
}

export function missing(subject: Subject): Bilingual {
  return after(write(subject), '.', '.');
}

export function notChosen(subject: Subject): Bilingual {
  return {
    sv: `Välj ett svar på ”${subject.label.sv}”.`,
    en: `Choose an answer to “${subject.label.en}”.`,
  };
}

export function unknownChoice(subject: Subject): Bilingual {
  return {
    sv: `Välj bland svaren på ”${subject.label.sv}”.`,
    en: `Choose among the answers to “${subject.label.en}”.`,
  };
}

export function tooFewChoices(subject: Subject, least: number): Bilingual {
  return {
    sv: `Välj minst ${count(least, 'ett', 'sv')} svar på ”${subject.label.sv}”.`,
    en: `Choose at least ${count(least, 'one', 'en')} ${least === 1 ? 'answer' : 'answers'} to “${subject.label.en}”.`,
  };
}

export function tooManyChoices(subject: Subject, most: number): Bilingual {
  return {
    sv: `Välj högst ${count(most, 'ett', 'sv')} svar på ”${subject.label.sv}”.`,
    en: `Choose at most ${count(most, 'one', 'en')} ${most === 1 ? 'answer' : 'answers'} to “${subject.label.en}”.`,
  };
}

function count(value: number, one: string, language: 'sv' | 'en'): string {
  return value === 1 ? one : numberText(value, language);
}

export function textTooLong(subject: Subject, length: number, most: number): Bilingual {
  const { sv, en } = answer(subject);
  return {
    sv: `Texten i ${sv} är ${numberText(length, 'sv')} tecken. Korta den till högst ${numberText(most, 'sv')}.`,
    en: `The text in ${en} is ${numberText(length, 'en')} characters. Shorten it to at most ${numberText(most, 'en')}.`,
  };
}

export function tooManyWords(subject: Subject, words: number, most: number): Bilingual {
  const { sv, en } = answer(subject);
  return {
    sv: `Texten i ${sv} är ${numberText(words, 'sv')} ord. Korta den till högst ${numberText(most, 'sv')}.`,
    en: `The text in ${en} is ${numberText(words, 'en')} words. Shorten it to at most ${numberText(most, 'en')}.`,
  };
}

export function notNumber(subject: Subject, decimals: number): Bilingual {
  const [sv, en] = decimals > 0 ? ['2,6', '2.6'] : ['3', '3'];
  return after(write(subject), ` med siffror, till exempel ${sv}.`, ` in digits, for example ${en}.`);
}

export function unclearPoint(subject: Subject, text: string): Bilingual {
  const [whole = '', rest = ''] = text.trim().split('.');
  return after(
    write(subject),
    ` utan punkt: ${whole}${rest} eller ${whole},${rest}.`,
    ` so that it is clear: ${whole}${rest} or ${whole},${rest}.`,
  );
}

export function tooManyDecimals(subject: Subject, decimals: number): Bilingual {
  if (decimals === 0)
    return after(write(subject), ' som ett helt tal, till exempel 3.', ' as a whole number, for example 3.');
  const [sv, en] =
    decimals === 1 ? ['en decimal', 'one decimal'] : [`${decimals} decimaler`, `${decimals} decimals`];
  return after(write(subject), ` med högst ${sv}.`, ` with at most ${en}.`);
}

export function tooSmall(subject: Subject, least: number, unit: Bilingual): Bilingual {
  const { sv, en } = answer(subject);
  return {
    sv: `${capital(sv)} ska vara minst ${numberText(least, 'sv')}${unit.sv}.`,
    en: `${capital(en)} should be at least ${numberText(least, 'en')}${unit.en}.`,
  };
}

export function tooBig(subject: Subject, most: number, unit: Bilingual): Bilingual {
  const { sv, en } = answer(subject);
  return {
    sv: `${capital(sv)} kan vara högst ${numberText(most, 'sv')}${unit.sv}.`,
    en: `${capital(en)} can be at most ${numberText(most, 'en')}${unit.en}.`,
  };
}

export function notDay(subject: Subject): Bilingual {
  return after(
    write(subject),
    ' med dag, månad och år, till exempel 31 1 2026.',
    ' with day, month and year, for example 31 1 2026.',
  );
}

export function dayPartMissing({ label }: Subject, part: 'day' | 'month' | 'year'): Bilingual {
  const words = { day: ['dagen', 'day'], month: ['månaden', 'month'], year: ['året', 'year'] } as const;
  return {
    sv: `Fyll i ${words[part][0]} också i ”${label.sv}”.`,
    en: `Fill in the ${words[part][1]} too in “${label.en}”.`,
  };
}

export function shortYear({ label }: Subject): Bilingual {
  return {
    sv: `Skriv året med fyra siffror i ”${label.sv}”, till exempel 2026.`,
    en: `Write the year with four digits in “${label.en}”, for example 2026.`,
  };
}

const monthNames = {
  sv: new Intl.DateTimeFormat('sv-SE', { month: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }),
};

export function noSuchDay(day: number, month: number, year: number): Bilingual {
  const inMonth = new Date(Date.UTC(2000, month - 1, 1));
  return {
    sv: `Den ${day}\u00a0${monthNames.sv.format(inMonth)} ${year} finns inte. Kontrollera dag och månad.`,
    en: `${day}\u00a0${monthNames.en.format(inMonth)} ${year} does not exist. Check day and month.`,
  };
}

export function tooEarly(day: string, earliest: string, today: string): Bilingual {
  if (earliest === today) {
    return {
      sv: `Den ${dayText(day, 'sv')} har redan varit. Välj i dag eller en senare dag.`,
      en: `${dayText(day, 'en')} has already been. Choose today or a later day.`,
    };
  }
  return {
    sv: `Den ${dayText(day, 'sv')} är för tidigt. Välj ${dayText(earliest, 'sv')} eller en senare dag.`,
    en: `${dayText(day, 'en')} is too early. Choose ${dayText(earliest, 'en')} or a later day.`,
  };
}

export function tooLate(day: string, latest: string, today: string): Bilingual {
  if (latest === today) {
    return {
      sv: `Den ${dayText(day, 'sv')} har inte varit än. Välj i dag eller en tidigare dag.`,
      en: `${dayText(day, 'en')} has not been yet. Choose today or an earlier day.`,
    };
  }
  return {
    sv: `Den ${dayText(day, 'sv')} är för sent. Välj ${dayText(latest, 'sv')} eller en tidigare dag.`,
    en: `${dayText(day, 'en')} is too late. Choose ${dayText(latest, 'en')} or an earlier day.`,
  };
}

export const notEmail: Bilingual = {
  sv: 'Skriv hela e-postadressen, till exempel namn@exempel.se.',
  en: 'Write the whole e-mail address, for example name@example.com.',
};

export const notPhone: Bilingual = {
  sv: 'Skriv telefonnumret med riktnummer, till exempel 070-174 06 05.',
  en: 'Write the telephone number with its area code, for example 070-174 06 05.',
};

const personal = {
  unreadable: {
    sv: 'Skriv personnumret med tolv siffror: ÅÅÅÅMMDD-NNNN.',
    en: 'Write the personal identity number with twelve digits: YYYYMMDD-NNNN.',
  },
  'no-such-day': {
    sv: 'Personnumret börjar med en dag som inte finns. Kontrollera de första siffrorna.',
    en: 'The personal identity number begins with a day that does not exist. Check the first digits.',
  },
  'not-born': {
    sv: 'Personnumret börjar med en dag som inte har varit än. Kontrollera de första siffrorna.',
    en: 'The personal identity number begins with a day that has not been yet. Check the first digits.',
  },
  'wrong-check-digit': {
    sv: 'Personnumrets siffror stämmer inte med varandra. Kontrollera dem.',
    en: 'The digits of the personal identity number do not agree. Check them.',
  },
  coordination: {
    sv: 'Skriv ett personnummer. Ett samordningsnummer går inte att använda här.',
    en: 'Write a personal identity number. A coordination number cannot be used here.',
  },
} as const;

export function notPersonalNumber(failure: keyof typeof personal): Bilingual {
  return personal[failure];
}

export function addressPart(
  subject: Subject,
  part: 'street' | 'postalCode' | 'town',
  abroad: boolean,
): Bilingual {
  const code = abroad
    ? ['Skriv postnumret', 'Write the postal code']
    : [
        'Skriv postnumret med fem siffror, till exempel 871 31,',
        'Write the postal code with five digits, for example 871 31,',
      ];
  const [sv, en] = {
    street: ['Skriv gatuadressen', 'Write the street address'],
    postalCode: code,
    town: ['Skriv postorten', 'Write the town'],
  }[part];
  return { sv: `${sv} i ”${subject.label.sv}”.`, en: `${en} in “${subject.label.en}”.` };
}

export function noFile(subject: Subject, least: number): Bilingual {
  if (subject.noun !== null && least === 1)
    return { sv: `Bifoga ${subject.noun.sv}.`, en: `Attach ${subject.noun.en}.` };
  const [sv, en] = least === 1 ? ['en fil', 'one file'] : [`${least} filer`, `${least} files`];
  return {
    sv: `Bifoga minst ${sv} vid ”${subject.label.sv}”.`,
    en: `Attach at least ${en} at “${subject.label.en}”.`,
  };
}

export function fileTooMany(subject: Subject, name: string, most: number): Bilingual {
  return {
    sv: `”${name}” får inte plats vid ”${subject.label.sv}”. Där går det att bifoga högst ${count(most, 'en', 'sv')} ${most === 1 ? 'fil' : 'filer'}.`,
    en: `There is no room for “${name}” at “${subject.label.en}”. It takes at most ${count(most, 'one', 'en')} ${most === 1 ? 'file' : 'files'}.`,
  };
}

export function fileTooBig(name: string, bytes: number, most: number): Bilingual {
  const size = Math.max(most + 0.1, Math.ceil(bytes / 100_000) / 10);
  const shown = size >= 10 ? Math.ceil(size) : size;
  return {
    sv: `Filen ”${name}” är ${numberText(shown, 'sv')} megabyte. Den får vara högst ${most}. Dela upp den eller ta ett nytt foto.`,
    en: `The file “${name}” is ${numberText(shown, 'en')} megabytes. It may be at most ${most}. Divide it or take a new photo.`,
  };
}

export function emptyFile(name: string): Bilingual {
  return {
    sv: `Filen ”${name}” är tom. Bifoga en annan.`,
    en: `The file “${name}” is empty. Attach another.`,
  };
}

export function fileOfWrongType(name: string, accepted: readonly string[]): Bilingual {
  const list = (or: string): string =>
    accepted.length < 2 ? accepted.join('') : `${accepted.slice(0, -1).join(', ')} ${or} ${accepted.at(-1)}`;
  return {
    sv: `Filen ”${name}” går inte att ta emot. Bifoga ${list('eller')}.`,
    en: `The file “${name}” cannot be received. Attach ${list('or')}.`,
  };
}

export function tooFewRows(subject: Subject, least: number): Bilingual {
  return {
    sv: `Fyll i minst ${count(least, 'en', 'sv')} ${least === 1 ? 'rad' : 'rader'} i ”${subject.label.sv}”.`,
    en: `Fill in at least ${count(least, 'one', 'en')} ${least === 1 ? 'row' : 'rows'} in “${subject.label.en}”.`,
  };
}

export function tooManyRows(subject: Subject, most: number): Bilingual {
  return {
    sv: `”${subject.label.sv}” kan ha högst ${count(most, 'en', 'sv')} ${most === 1 ? 'rad' : 'rader'}. Ta bort de som är för många.`,
    en: `“${subject.label.en}” can have at most ${count(most, 'one', 'en')} ${most === 1 ? 'row' : 'rows'}. Remove the rest.`,
  };
}

/** The message with the row that it is about first: "Barn 2: Skriv namnet." */
export function inRow(message: Bilingual, title: Bilingual): Bilingual {
  return { sv: `${title.sv}: ${message.sv}`, en: `${title.en}: ${message.en}` };
}
