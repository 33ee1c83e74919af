import { plural } from '../../../platform/text/index.ts';

export const sv = {
  minutes: (n: number) => plural(n, 'minut', 'minuter'),
  highlights: {
    contents: (sections: number, steps: number) =>
      `${plural(sections, 'avsnitt', 'avsnitt')} med ${steps} steg`,
    time: (minutes: number) => `Tar ungefär ${plural(minutes, 'minut', 'minuter')} att gå igenom`,
    questions: (n: number) => plural(n, 'fråga att pröva sig på', 'frågor att pröva sig på'),
    slots: (n: number) =>
      plural(n, 'plats där ni skriver hur ni gör hos er', 'platser där ni skriver hur ni gör hos er'),
    parameters: (n: number) => plural(n, 'lokal uppgift att fylla i', 'lokala uppgifter att fylla i'),
    english: 'Färdig på svenska och engelska',
  },
  preview: {
    picture: 'Bild',
    film: 'Film',
    file: 'Fil',
    right: 'Rätt svar.',
    pass: (n: number) => `Godkänt med ${n} rätt.`,
    reused: (block: string, work: string) => `Här visas ”${block}” ur guiden ”${work}”.`,
    empty: 'Ingen har skrivit här än.',
  },
};

export type Texts = typeof sv;
