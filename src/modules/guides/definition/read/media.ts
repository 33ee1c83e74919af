import { isHash } from '../../../../kernel/index.ts';
import type { Hash } from '../../../../kernel/index.ts';
import { below, isProperties } from '../../../../kernel/reading/index.ts';
import type { PropertyReader } from '../../../../kernel/reading/index.ts';
import type { FileBlock, FilmBlock, Highlight, PictureBlock } from '../model.ts';
import type { ElementOf } from './blocks.ts';
import { readMarkdown } from './markdown.ts';
import { need } from './targets.ts';

const noFile: Hash = `sha256-${'0'.repeat(64)}`;
const notHash = {
  sv: 'Här ska det stå filens hash: "sha256-" och 64 tecken. Ladda upp filen igen.',
  en: 'The hash of the file should stand here: "sha256-" and 64 characters. Upload the file again.',
};

function readMedia(reader: PropertyReader): Hash {
  const media = need(reader, 'media');
  if (isHash(media)) return media;
  if (media !== '') reader.reading.error(reader.at('media'), notHash, media);
  return noFile;
}

export function readPicture(reader: PropertyReader, element: ElementOf): PictureBlock {
  const [width, height] = [reader.wholeNumber('width', 1, 20_000), reader.wholeNumber('height', 1, 20_000)];
  if (width === null || height === null) {
    reader.reading.warn(reader.path, {
      sv: 'Bildens mått saknas, så sidan hoppar när bilden kommer. Ladda upp bilden igen.',
      en: 'The size of the picture is missing, so the page jumps as it loads. Upload the picture again.',
    });
  }
  return {
    ...element,
    type: 'picture',
    media: readMedia(reader),
    size: width === null || height === null ? null : { width, height },
    alt: readAlternative(reader),
    caption: reader.text('caption', 300),
    highlights: reader.elements('highlights', 20, readHighlight),
    verdict: reader.oneOf('verdict', ['right', 'wrong']),
  };
}

/** What the picture shows, for those who do not see it (WCAG 1.1.1). */
function readAlternative(reader: PropertyReader) {
  const alt = reader.text('alt', 300);
  if (alt === null) {
    reader.reading.error(reader.at('alt'), {
      sv: 'Skriv vad bilden visar, för den som inte ser den.',
      en: 'Write what the picture shows, for those who do not see it.',
    });
  }
  return alt ?? {};
}

function readHighlight(reader: PropertyReader, id: string): Highlight {
  const [x, y] = [perCent(reader, 'x'), perCent(reader, 'y')];
  const [width, height] = [perCent(reader, 'width'), perCent(reader, 'height')];
  if (x + width > 100 || y + height > 100 || width === 0 || height === 0) {
    reader.reading.error(reader.path, {
      sv: 'Rutan hamnar utanför bilden. Flytta den eller gör den mindre.',
      en: 'The frame falls outside the picture. Move it or make it smaller.',
    });
  }
  return { id, hidden: reader.flag('hidden'), x, y, width, height, label: reader.text('label', 100) };
}

function perCent(reader: PropertyReader, key: string): number {
  const value = reader.raw(key);
  if (typeof value === 'number' && value >= 0 && value <= 100) return value;
  reader.reading.error(reader.at(key), {
    sv: 'Skriv ett tal mellan 0 och 100: procent av bilden.',
    en: 'Write a number between 0 and 100: per cent of the picture.',
  });
  return 0;
}

export function readFilm(reader: PropertyReader, element: ElementOf): FilmBlock {
  const transcript = readMarkdown(reader, 'transcript');
  if (transcript === null) {
    reader.reading.warn(reader.at('transcript'), {
      sv: 'Skriv också vad filmen säger och visar som text, för den som hellre läser.',
      en: 'Write what the film says and shows as text too, for those who would rather read.',
    });
  }
  return {
    ...element,
    type: 'film',
    media: readMedia(reader),
    title: reader.needText('title', 120),
    captions: readCaptions(reader),
    transcript,
  };
}

/** Captions in the language of the source at least (WCAG 1.2.2; DOS-lagen 2018:1937). */
function readCaptions(reader: PropertyReader): Readonly<Record<string, Hash>> {
  const value = reader.raw('captions');
  const [first = 'sv', ...others] = reader.reading.languages;
  const files = isProperties(value) ? value : {};
  const captions = Object.entries(files).flatMap(([language, file]): readonly (readonly [string, Hash])[] => {
    if (isHash(file)) return [[language, file]];
    reader.reading.error(below(reader.at('captions'), language), notHash);
    return [];
  });
  if (!Object.hasOwn(files, first)) {
    reader.reading.error(below(reader.at('captions'), first), {
      sv: 'Filmen saknar textning. Lägg till en fil med undertexter.',
      en: 'The film has no captions. Add a file of captions.',
    });
  }
  for (const language of others) {
    if (Object.hasOwn(files, language)) continue;
    reader.reading.warn(below(reader.at('captions'), language), {
      sv: `Filmen saknar textning på ${language}.`,
      en: `The film has no captions in ${language}.`,
    });
  }
  return Object.fromEntries(captions);
}

export function readFile(reader: PropertyReader, element: ElementOf): FileBlock {
  const name = need(reader, 'name');
  if (name !== '' && !/^[^/\\\p{Cc}]{1,120}\.[a-z0-9]{1,8}$/iu.test(name)) {
    reader.reading.error(
      reader.at('name'),
      {
        sv: 'Skriv filens namn med ändelse, till exempel "mall.pdf".',
        en: 'Write the name of the file with its ending, for example "template.pdf".',
      },
      name,
    );
  }
  return { ...element, type: 'file', media: readMedia(reader), name, title: reader.needText('title', 200) };
}
