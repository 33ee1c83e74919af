import type { Language } from '../http/index.ts';
import { joinList } from './words.ts';

/** A law by its names, `Skollagen (2010:800)`, with the paragraph as Swedish law is cited, `10 kap. 32 och 33 §§`. */
export type Cited = {
  readonly law: Readonly<Record<string, string>>;
  readonly paragraph: string | null;
};

const numbered = /^(.*?) \((\d{4}:\d+)\)$/;

/** In English the Swedish name stands beside the translation, since only that one can be looked up. */
function lawIn(law: Cited['law'], language: Language): string {
  const sv = law['sv'] ?? Object.values(law)[0] ?? '';
  const en = law['en'];
  if (language === 'sv' || en === undefined || en === sv) return sv;
  const [, own = '', number = ''] = numbered.exec(sv) ?? [];
  const [, translated = '', same = ''] = numbered.exec(en) ?? [];
  return number !== '' && number === same ? `${translated} (${own} ${number})` : `${en} (${sv})`;
}

const place = /^(?:(\d+(?: [a-z])?) kap\.)? ?(?:(.+?) §§?)?$/;
const section = /^\d+(?: [a-z])?(?:–\d+(?: [a-z])?)?$/;

function paragraphIn(paragraph: string, language: Language): string {
  if (language === 'sv') return paragraph;
  const [, chapter, listed] = place.exec(paragraph) ?? [];
  const sections = listed === undefined ? [] : listed.split(/, | och /);
  if ((chapter === undefined && listed === undefined) || !sections.every((one) => section.test(one)))
    return paragraph;
  const several = sections.length > 1 || sections.some((one) => one.includes('–'));
  return [
    ...(chapter === undefined ? [] : [`Chapter ${chapter}`]),
    ...(listed === undefined ? [] : [`${several ? 'Sections' : 'Section'} ${joinList(sections, language)}`]),
  ].join(', ');
}

const unbroken = (text: string): string =>
  text.replaceAll(/(?<=\b(?:kap\.|Chapter|Sections?)) | (?=§|kap\.|[a-z](?![\wåäö]))/g, '\u00A0');

/**
 * "Skollagen (2010:800), 10 kap. 32 och 33 §§"; in English "Education Act (Skollagen 2010:800), Chapter 10, Sections 32
 * and 33". A paragraph that is cited in some other way stays as it is.
 */
export function citation({ law, paragraph }: Cited, language: Language): string {
  const words = paragraph === null || paragraph === '' ? [] : [paragraphIn(paragraph, language)];
  return [lawIn(law, language), ...words.map(unbroken)].join(', ');
}
