import { mostMegabytes } from '../../../platform/files/index.ts';
import type { LineProblem } from '../media/captions/read.ts';
import type { FilmRefusal } from '../media/film/clean.ts';
import { mostFilmMegabytes } from '../media/kinds.ts';
import type { PictureRefusal } from '../media/picture/rewrite.ts';

export const sv = {
  refused: {
    empty: 'Filen är tom. Välj en annan.',
    'too-large': `Filen är för stor. Den får vara högst ${mostMegabytes} megabyte.`,
    infected: 'Virusskyddet hittade något i filen, så den togs inte emot.',
    'not-scanned': 'Filen gick inte att kontrollera mot virus just nu. Försök igen om en stund.',
    file: 'Den sortens fil går inte att lägga till. Välj en pdf, ett dokument från Word, Excel, PowerPoint eller LibreOffice, eller en textfil.',
  },
  picture: {
    'no-picture': 'Det här är ingen bild som går att visa. Välj en png, jpg, webp, gif eller avif.',
    drawing: 'Bilder i formatet svg kan innehålla program, så de tas inte emot. Spara bilden som png.',
    'too-many-pixels': 'Bilden har för många bildpunkter. Spara den i mindre storlek, högst 50 megapixel.',
    damaged: 'Bilden är skadad och går inte att läsa till slutet. Spara om den och försök igen.',
  } satisfies Record<PictureRefusal, string>,
  film: {
    'no-film': 'Det här är ingen film som går att visa. Välj en mp4 eller webm.',
    damaged: 'Filmen är skadad och går inte att läsa till slutet. Spara om den och försök igen.',
    'foreign-track':
      'Filmen har ett spår som varken är bild, ljud eller text, till exempel var kameran var. Exportera den på nytt som mp4.',
  } satisfies Record<FilmRefusal, string>,
  captions: (lines: readonly string[]) => `Undertexterna går inte att läsa. ${lines.join(' ')}`,
  line: (line: number, problem: string) => `Rad ${line}: ${problem}`,
  more: (n: number) => `Och ${n} till.`,
  lines: {
    'no-head': 'filen ska börja med WEBVTT.',
    'no-captions': 'det finns inga undertexter.',
    'not-text': 'filen är inte text i UTF-8.',
    'too-many': 'filen har för många undertexter, högst 5 000.',
    'no-time': 'tiden saknas, till exempel 00:01.000 --> 00:04.000.',
    'bad-time': 'tiden går inte att läsa. Skriv som 00:01.000 --> 00:04.000.',
    'ends-first': 'texten slutar innan den börjar.',
    'goes-back': 'texten börjar före den som står ovanför.',
    'bad-setting': 'inställningen efter tiden finns inte.',
    'bad-mark': 'bara <b>, <i>, <u>, <c>, <v>, <lang> och <ruby> får stå inom vinkelparenteser.',
    'no-text': 'texten saknas, eller det saknas en tom rad före nästa tid.',
    'too-long': 'raden är för lång, högst 500 tecken.',
  } satisfies Record<LineProblem['problem'], string>,
  size: (width: number, height: number) => `${width} × ${height} bildpunkter`,
  current: 'Bilden som den är nu',
  noFile: 'Ingen fil vald än.',
  chosen: 'Det finns en fil. Välj en ny för att byta.',
  edit: 'Beskär, sudda eller markera i bilden',
  received: 'Filen är mottagen. Spara, så syns den.',
  open: 'Öppna filen',
  upload: {
    progress: 'Så långt har filmen kommit',
    sending: 'Filmen skickas. Stanna kvar på sidan.',
    sent: '{sent} av {all} megabyte har skickats.',
    arrived: 'Hela filmen har kommit fram. Nu kontrolleras den.',
    stop: 'Avbryt',
    stopped: 'Du avbröt. Filmen skickades inte, men det du har skrivit finns kvar här.',
    failed:
      'Överföringen bröts innan hela filmen hade kommit fram. Det du har skrivit finns kvar här. Kontrollera uppkopplingen och spara igen. En film får ta högst en timme att skicka.',
    large: `Filmen är {size} megabyte och får vara högst ${mostFilmMegabytes}. Gör den kortare eller spara den i lägre kvalitet.`,
  },
  help: {
    picture: `Png, jpg, webp, gif eller avif, högst ${mostMegabytes} megabyte. Platsuppgifter och annat om hur bilden togs tas bort.`,
    film: `Mp4 eller webm, högst ${mostFilmMegabytes} megabyte. Platsuppgifter och annat om hur filmen togs tas bort.`,
    captions: 'En fil i formatet WebVTT (.vtt). Bara själva undertexterna sparas.',
    file: `Pdf, dokument från Word, Excel, PowerPoint eller LibreOffice, eller textfil, högst ${mostMegabytes} megabyte. Den hämtas som den är, så ta bort det som inte ska spridas.`,
  },
};

export type MediaTexts = typeof sv;
