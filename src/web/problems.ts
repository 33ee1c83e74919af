import type { z } from 'zod';
import { mostAtOnce, mostMegabytes } from '../platform/files/index.ts';
import type { Language, Large } from '../platform/http/index.ts';
import { issueWords } from './issue-words.ts';
import { longestList } from './lists.ts';

export type Issue = { readonly path: string; readonly message: string };

export type ReadResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Reads a value with a schema; every issue at once, with its path, in the person's language. */
export function readWith<T>(schema: z.ZodType<T>, value: unknown, language: Language): ReadResult<T> {
  const result = schema.safeParse(value, { error: (issue) => issueWords(issue, language) });
  if (result.success) return { ok: true, value: result.data };
  return {
    ok: false,
    issues: result.error.issues.map(({ path, message }) => ({ path: path.join('/'), message })),
  };
}

/** What went wrong with a request before or outside its action. */
export type Problem =
  | { readonly kind: 'missing' }
  /** `sent` is what a form carried when the session had ended: it is kept on the page. */
  | { readonly kind: 'sign-in'; readonly sent?: Readonly<Record<string, unknown>> }
  /** A bearer that is no key or token of anybody's, or not any more. */
  | { readonly kind: 'bad-key' }
  /** The program's key is for reading. */
  | { readonly kind: 'reads-only' }
  | { readonly kind: 'foreign-origin' }
  | { readonly kind: 'malformed' }
  /** `large` where some files may be larger than others. */
  | { readonly kind: 'too-large'; readonly large?: Pick<Large, 'called' | 'megabytes'> }
  /** The disk has no room for a file that may be large. */
  | { readonly kind: 'no-room' }
  /** Too many large files are under way. */
  | { readonly kind: 'too-many-large' }
  /** A list in JSON is longer than any that is asked for. */
  | { readonly kind: 'long-list' }
  | { readonly kind: 'too-many'; readonly seconds: number }
  | { readonly kind: 'unreadable'; readonly issues: readonly Issue[] }
  | { readonly kind: 'key-reused' }
  | { readonly kind: 'unavailable' }
  /** Too much is under way at once. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'fault' };

export const statusOf: Readonly<Record<Problem['kind'], number>> = {
  missing: 404,
  'sign-in': 401,
  'bad-key': 401,
  'reads-only': 403,
  'foreign-origin': 403,
  malformed: 400,
  'too-large': 413,
  'no-room': 507,
  'too-many-large': 503,
  'long-list': 413,
  'too-many': 429,
  unreadable: 422,
  'key-reused': 422,
  unavailable: 503,
  busy: 503,
  fault: 500,
};

type Words = { readonly title: string; readonly what: string };

/** The words of each problem: what happened, and what to do. */
const words: Readonly<Record<Language, Readonly<Record<Problem['kind'], Words>>>> = {
  sv: {
    missing: { title: 'Vi hittar inte sidan', what: 'Kontrollera adressen eller sök.' },
    'sign-in': {
      title: 'Du är inte inloggad längre',
      what: 'Det du skrev finns kvar på den här sidan. Logga in i en ny flik, kom tillbaka hit och skicka igen.',
    },
    'bad-key': {
      title: 'Nyckeln gäller inte',
      what: 'Kontrollera att hela nyckeln är med. Annars har dess tid gått ut eller någon har avslutat den. En administratör hos er gör en ny under Inställningar, Program.',
    },
    'reads-only': {
      title: 'Nyckeln får bara läsa',
      what: 'En administratör hos er gör en nyckel som också får ändra under Inställningar, Program.',
    },
    'foreign-origin': {
      title: 'Vi tog inte emot det',
      what: 'Begäran kom från en annan webbplats. Öppna sidan här och skicka igen.',
    },
    malformed: {
      title: 'Vi kunde inte läsa det som skickades',
      what: 'Gå tillbaka, ladda om sidan och skicka igen.',
    },
    'too-large': {
      title: 'Det som skickades är för stort',
      what: `En fil får vara högst ${mostMegabytes} megabyte, och det du skickar på en gång högst ${mostAtOnce.files} filer och ${mostAtOnce.megabytes} megabyte. Skicka färre åt gången, dela upp filen eller ta ett nytt foto.`,
    },
    'no-room': {
      title: 'Det finns inte plats för filen',
      what: 'Servern har för lite ledigt utrymme just nu. Hör av dig till den som sköter Kommons hos er.',
    },
    'long-list': {
      title: 'En lista är för lång',
      what: `En lista får ha högst ${longestList} poster. Skicka färre åt gången.`,
    },
    'too-many-large': {
      title: 'Det är för många stora filer på väg in',
      what: 'Du kan skicka två stora filer samtidigt, och alla tillsammans åtta. Vänta tills någon av dem är klar och skicka igen.',
    },
    'too-many': { title: 'Det blev för många försök', what: 'Vänta en minut och försök igen.' },
    unreadable: {
      title: 'Något i det som skickades stämmer inte',
      what: 'Rätta det som står här nedanför, i adressen eller i formuläret, och försök igen.',
    },
    'key-reused': {
      title: 'Samma formulär har redan skickats med annat innehåll',
      what: 'Ladda om sidan och skicka igen.',
    },
    unavailable: {
      title: 'Tjänsten svarar inte just nu',
      what: 'Det du har sparat finns kvar. Försök igen om en liten stund.',
    },
    busy: {
      title: 'Det är många som använder tjänsten just nu',
      what: 'Det du har sparat finns kvar. Vänta några sekunder, gå tillbaka och skicka igen.',
    },
    fault: {
      title: 'Något gick fel hos oss',
      what: 'Det du har sparat finns kvar. Försök igen. Hjälper det inte, ange numret här nedanför när du hör av dig.',
    },
  },
  en: {
    missing: { title: 'We cannot find the page', what: 'Check the address or search.' },
    'sign-in': {
      title: 'You are not signed in any more',
      what: 'What you wrote is kept on this page. Sign in in a new tab, come back here and send again.',
    },
    'bad-key': {
      title: 'The key is not valid',
      what: 'Check that the whole key is there. Otherwise its time is out or somebody has ended it. An administrator makes a new one under Settings, Programs.',
    },
    'reads-only': {
      title: 'The key may only read',
      what: 'An administrator makes a key that may change things too under Settings, Programs.',
    },
    'foreign-origin': {
      title: 'We did not accept that',
      what: 'The request came from another site. Open the page here and send again.',
    },
    malformed: { title: 'We could not read what was sent', what: 'Go back, reload the page and send again.' },
    'too-large': {
      title: 'What was sent is too large',
      what: `A file may be at most ${mostMegabytes} megabytes, and what you send at once at most ${mostAtOnce.files} files and ${mostAtOnce.megabytes} megabytes. Send fewer at a time, split the file or take a new photo.`,
    },
    'no-room': {
      title: 'There is no room for the file',
      what: 'The server has too little space left right now. Contact whoever runs Kommons at your organisation.',
    },
    'long-list': {
      title: 'A list is too long',
      what: `A list may have at most ${longestList} items. Send fewer at a time.`,
    },
    'too-many-large': {
      title: 'Too many large files are on their way in',
      what: 'You can send two large files at a time, and everybody together eight. Wait until one of them is done and send again.',
    },
    'too-many': { title: 'There were too many attempts', what: 'Wait a minute and try again.' },
    unreadable: {
      title: 'Something in what was sent is not right',
      what: 'Correct what is listed below, in the address or in the form, and try again.',
    },
    'key-reused': {
      title: 'The same form was already sent with other content',
      what: 'Reload the page and send again.',
    },
    unavailable: {
      title: 'The service does not answer right now',
      what: 'What you saved is kept. Try again shortly.',
    },
    busy: {
      title: 'Many people are using the service right now',
      what: 'What you saved is kept. Wait a few seconds, go back and send again.',
    },
    fault: {
      title: 'Something went wrong on our side',
      what: 'What you saved is kept. Try again. If that does not help, give us the number below.',
    },
  },
};

/** The same of a form where some files may be larger. */
const tooLarge = {
  sv: (called: string, megabytes: number): string =>
    `${called} får vara högst ${megabytes} megabyte, och en annan fil högst ${mostMegabytes}. Gör den kortare eller spara den i lägre kvalitet, och skicka igen.`,
  en: (called: string, megabytes: number): string =>
    `${called} may be at most ${megabytes} megabytes, and another file at most ${mostMegabytes}. Make it shorter or save it in lower quality, and send again.`,
} as const;

export function wordsOf(problem: Problem, language: Language): Words {
  const usual = words[language][problem.kind];
  if (problem.kind !== 'too-large' || problem.large === undefined) return usual;
  const { called, megabytes } = problem.large;
  return { ...usual, what: tooLarge[language](called[language], megabytes) };
}

/** RFC 9457. */
export function problemBody(
  problem: Problem,
  language: Language,
  requestId: string,
): Record<string, unknown> {
  const { title, what } = wordsOf(problem, language);
  return {
    title,
    detail: what,
    status: statusOf[problem.kind],
    requestId,
    ...(problem.kind === 'unreadable' ? { errors: problem.issues } : {}),
  };
}
