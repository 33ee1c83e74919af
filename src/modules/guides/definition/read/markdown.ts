import type { Bilingual } from '../../../../kernel/conditions/index.ts';
import { below } from '../../../../kernel/reading/index.ts';
import type { PropertyReader } from '../../../../kernel/reading/index.ts';
import type { Markdown } from '../model.ts';

type Forbidden = readonly [pattern: RegExp, message: Bilingual];

/** Guides hold what every way of showing them can show: page, print, file without a server, panel beside the work. */
const forbidden: readonly Forbidden[] = [
  [
    /^\s{0,3}#{1,6}\s/mu,
    { sv: 'Lägg rubriken i ett eget rubrikblock.', en: 'Put the heading in a heading block.' },
  ],
  [/!\[/u, { sv: 'Lägg bilden i ett eget bildblock.', en: 'Put the picture in a picture block.' }],
  [
    /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/iu,
    {
      sv: 'HTML visas inte. Använd fetstil, kursiv, listor och länkar.',
      en: 'HTML is not shown. Use bold, italics, lists and links.',
    },
  ],
  [
    /^(?:[^\S\n]*\|)?(?:[^\S\n]*:?-{3,}:?[^\S\n]*\|)+/mu,
    { sv: 'Tabeller visas inte. Skriv en lista.', en: 'Tables are not shown. Write a list.' },
  ],
  [/`/u, { sv: 'Kod visas inte. Skriv orden i fetstil.', en: 'Code is not shown. Write the words in bold.' }],
  [
    /^\s{0,3}>/mu,
    {
      sv: 'Citat visas inte. Skriv texten som ett stycke.',
      en: 'Quotations are not shown. Write a paragraph.',
    },
  ],
  [
    /^\s{0,3}([-*_])(?:[^\S\n]*\1){2,}[^\S\n]*$/mu,
    {
      sv: 'Streck visas inte. Dela texten i två block.',
      en: 'Rules are not shown. Divide the text in two blocks.',
    },
  ],
];

/** A text in Markdown: paragraphs, lists, bold, italics and links; anything else is reported. */
export function readMarkdown(reader: PropertyReader, key: string): Markdown | null {
  const text = reader.text(key);
  for (const [language, written] of Object.entries(text ?? {})) {
    for (const [pattern, message] of forbidden) {
      const found = pattern.exec(written)?.[0];
      if (found !== undefined) reader.reading.error(below(reader.at(key), language), message, found.trim());
    }
  }
  return text;
}

export function needMarkdown(reader: PropertyReader, key: string): Markdown {
  const before = reader.reading.issues.length;
  const text = readMarkdown(reader, key);
  if (text === null && reader.reading.issues.length === before) reader.missing(key);
  return text ?? {};
}
