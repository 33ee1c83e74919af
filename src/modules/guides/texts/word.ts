import type { Language } from '../../../platform/http/index.ts';
import { mostMegabytes } from '../../../platform/files/index.ts';
import { plural } from '../../../platform/text/index.ts';
import type { Reviewed } from '../word/review.ts';

type Refusal = Extract<Reviewed, { ok: false }>['failure'];

const sv = {
  title: 'Hämta från Word',
  works: 'Våra verk',
  crumb: 'Anpassa',
  lede: 'Ni ser vad som läses in innan det hamnar i utkastet.',
  how: [
    'Rubrik 1 blir ett avsnitt och Rubrik 2 ett steg.',
    'Numrerade listor blir ”gör så här”. Andra listor och tabeller blir text.',
    'Bilder följer med. Ni skriver vad de visar.',
    'Sidhuvuden, fotnoter, kommentarer och inbäddade filer följer inte med.',
  ],
  file: 'Dokument från Word (.docx)',
  fileHelp: `Högst ${mostMegabytes} megabyte. Dokumentet självt sparas inte.`,
  read: 'Läs in',
  review: (name: string) => `Det här lästes ur ${name}`,
  reviewLede: 'Det läggs sist i utkastet. Sedan kan ni ändra, flytta och ta bort.',
  contents: (sections: number, steps: number) =>
    `${plural(sections, 'avsnitt', 'avsnitt')} med ${plural(steps, 'steg', 'steg')}`,
  lost: (n: number) =>
    `${plural(n, 'bild', 'bilder')} gick inte att läsa och följer inte med. Spara dem som png och lägg till dem efteråt.`,
  alt: (n: number) => `Vad bild ${n} visar, för den som inte ser den`,
  skip: (n: number) => `Ta inte med bild ${n}`,
  picture: (n: number) => `Bild ${n}`,
  add: 'Lägg till i utkastet',
  again: 'Läs in ett annat dokument',
  needAlt: (n: number) => `Skriv vad bild ${n} visar, eller välj att inte ta med den.`,
  noFile: 'Välj ett dokument.',
  gone: 'Det som lästes in finns inte kvar. Läs in dokumentet igen.',
  stale: 'Någon sparade i utkastet alldeles nyss. Se efter och lägg till igen.',
  locked: 'Den ni har guiden från har låst den för tillägg. Inget sparades.',
  refused: {
    'no-word':
      'Det här är inget dokument från Word. Välj en fil som slutar på .docx. En äldre .doc sparar ni om i Word.',
    damaged: 'Dokumentet är skadat och går inte att läsa. Spara om det i Word och försök igen.',
    'too-large': `Dokumentet är för stort. Det får vara högst ${mostMegabytes} megabyte, och 60 när det packas upp.`,
    'too-long': 'Dokumentet är för långt för att läsas på en gång. Dela det i två.',
    empty: 'Det finns ingen text i dokumentet.',
    infected: 'Virusskyddet hittade något i dokumentet, så det togs inte emot.',
    'not-scanned': 'Dokumentet gick inte att kontrollera mot virus just nu. Försök igen om en stund.',
  } satisfies Record<Refusal, string>,
};
export type WordTexts = typeof sv;

const en: WordTexts = {
  title: 'Fetch from Word',
  works: 'Our works',
  crumb: 'Adapt',
  lede: 'You see what is read before it goes into the draft.',
  how: [
    'Heading 1 becomes a section and Heading 2 a step.',
    'Numbered lists become “do this”. Other lists and tables become text.',
    'Pictures come along. You write what they show.',
    'Headers, footnotes, comments and embedded files do not come along.',
  ],
  file: 'Document of Word (.docx)',
  fileHelp: `At most ${mostMegabytes} megabytes. The document itself is not kept.`,
  read: 'Read',
  review: (name) => `This was read from ${name}`,
  reviewLede: 'It is put last in the draft. Then you can change, move and remove.',
  contents: (sections, steps) =>
    `${plural(sections, 'section', 'sections')} with ${plural(steps, 'step', 'steps')}`,
  lost: (n) =>
    `${plural(n, 'picture', 'pictures')} could not be read and will not come along. Save them as png and add them afterwards.`,
  alt: (n) => `What picture ${n} shows, for those who do not see it`,
  skip: (n) => `Leave out picture ${n}`,
  picture: (n) => `Picture ${n}`,
  add: 'Add to the draft',
  again: 'Read another document',
  needAlt: (n) => `Write what picture ${n} shows, or choose to leave it out.`,
  noFile: 'Choose a document.',
  gone: 'What was read is not there any more. Read the document again.',
  stale: 'Somebody saved in the draft just now. Look at it and add again.',
  locked: 'Those you have the guide from have locked it for additions. Nothing was saved.',
  refused: {
    'no-word':
      'This is no document of Word. Choose a file that ends in .docx. Save an older .doc anew in Word.',
    damaged: 'The document is damaged and cannot be read. Save it anew in Word and try again.',
    'too-large': `The document is too large. It may be ${mostMegabytes} megabytes at most, and 60 when it is unpacked.`,
    'too-long': 'The document is too long to be read at once. Divide it in two.',
    empty: 'There is no text in the document.',
    infected: 'The virus scanner found something in the document, so it was not received.',
    'not-scanned': 'The document could not be scanned for viruses right now. Try again in a while.',
  },
};

export const wordTexts = (language: Language): WordTexts => (language === 'en' ? en : sv);
