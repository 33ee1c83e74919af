import type { Localised } from '../definition.ts';
import type { PropertyReader } from './properties.ts';

/** A place in the law that a work rests on. */
export type LegalBasis = {
  readonly id: string;
  readonly law: Localised;
  readonly paragraph: string;
  readonly text?: Localised;
  readonly url?: string;
};

export const readLegalBasis = (root: PropertyReader): readonly LegalBasis[] =>
  root.elements('legalBasis', 50, readPlace);

function readPlace(reader: PropertyReader, id: string): LegalBasis {
  const url = reader.string('url', 1000);
  const text = reader.text('text', 2000);
  if (url !== null && !/^https?:\/\/\S+$/u.test(url)) {
    reader.reading.error(reader.at('url'), {
      sv: 'Länken ska börja med https://.',
      en: 'The link should begin with https://.',
    });
  }
  return {
    id,
    law: reader.needText('law', 200),
    paragraph: reader.string('paragraph') ?? '',
    ...(text === null ? {} : { text }),
    ...(url === null ? {} : { url }),
  };
}
