import { plural } from '../../../platform/text/index.ts';

/** Verbs, days, and what to say when something may not be done. */
export const actsSv = {
  next: {
    begin: 'Gå igenom det som kom in',
    answer: 'Svara sökanden',
    await: 'Väntar på komplettering',
    'follow-up': 'Följ upp kompletteringen',
    'review-completion': 'Granska kompletteringen',
    investigate: 'Utred',
    decide: 'Fatta beslut',
    'send-decision': 'Granska och skicka beslutet',
    close: 'Avsluta ärendet',
    none: 'Klart',
  },
  why: {
    begin: (when: string) => `Kom in ${when}`,
    answer: (when: string) => `Meddelande ${when}`,
    await: (when: string) => `Begärd ${when}`,
    'follow-up': (when: string) => `Begärd ${when}, inget svar`,
    'review-completion': (when: string) => `Kompletterat ${when}`,
    investigate: (when: string) => `I det här steget sedan ${when}`,
    decide: (when: string) => `I det här steget sedan ${when}`,
    'send-decision': (when: string) => `Utkast sparat ${when}`,
    close: (when: string) => `Beslut skickat ${when}`,
    none: (when: string) => `Avslutat ${when}`,
  },
  today: 'i dag',
  yesterday: 'i går',
  tomorrow: 'i morgon',
  daysAgo: (days: number) => `för ${plural(days, 'dag', 'dagar')} sedan`,
  daysLeft: (days: number) => `${plural(days, 'dag', 'dagar')} kvar`,
  workingDaysLate: (days: number) => `${plural(days, 'arbetsdag', 'arbetsdagar')} för sent`,
  daysLate: (days: number) => `${plural(days, 'dag', 'dagar')} för sent`,
  failures: {
    closed: 'Ärendet är avslutat. Inget mer kan göras i det.',
    'already-decided': 'Ärendet är redan beslutat. Beslutet står på sidan.',
    'not-decided': 'Ärendet går att avsluta när det är beslutat.',
    taken: (by: string) => `${by} tog ärendet före dig.`,
    'already-asked': 'En komplettering är redan begärd. Vänta på svaret eller fatta beslut.',
    'not-asked': 'Det finns ingen komplettering att svara på. Den kan vara besvarad redan.',
    'due-too-early': 'Välj en dag efter i dag som sista dag.',
    'not-a-day': 'Skriv en dag som finns, till exempel 7 januari 2027.',
    'unknown-state': 'Välj ett steg i listan.',
    'unknown-choice': 'Välj ett beslut.',
    'reasons-missing': 'Skriv skälen för beslutet, så som sökanden ska läsa dem.',
    'text-missing': 'Skriv en text.',
    'answer-missing': 'Skriv ett svar eller välj en fil.',
    'text-too-long': (most: string) => `Texten är för lång. Den får ha högst ${most} tecken.`,
    'not-a-colleague': 'Välj en handläggare i listan.',
    'stale-draft': (by: string, at: string) =>
      `${by} sparade utkastet klockan ${at}, efter att du öppnade det. Din text finns kvar här. Läs den andras text och välj vad som ska gälla.`,
    missing: 'Vi hittar inte ärendet.',
  },
  files: {
    empty: (name: string) => `${name} är tom. Välj en annan fil.`,
    'too-large': (name: string, megabytes: number, most: number) =>
      `${name} är ${String(megabytes)} megabyte. Den får vara högst ${String(most)}. Dela upp den eller ta ett nytt foto.`,
    'unknown-type': (name: string) =>
      `${name} är en sorts fil som vi inte kan öppna. Skicka den som pdf, bild eller textdokument.`,
    infected: (name: string) => `${name} innehåller skadlig kod. Vi har inte tagit emot den.`,
    'not-scanned': (name: string) =>
      `Vi kunde inte kontrollera ${name}. Försök igen om en stund, eller skicka utan filen.`,
  },
};

export type ActTexts = typeof actsSv;
