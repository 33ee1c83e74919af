import type { Localised } from '../../../kernel/index.ts';
import { toVector, type WeightedText } from '../../../platform/search/index.ts';
import type { Block } from '../definition/index.ts';
import { sayer, type ShownGuide } from '../reading/shown.ts';
import { plain, textsOf } from './texts.ts';

/** One thing that a search finds: the guide itself (no ids), a step (its own id), or a block. */
export type SearchEntry = {
  readonly element: string;
  readonly step: string;
  /** The name of the step, or of the guide. */
  readonly title: Localised;
  /** What stands there, as much as a search shows of it. */
  readonly text: Localised;
  /** Text form of a tsvector, each word beginning with its organisation; those of its own name also as `titled`. */
  readonly vector: string;
};

const longestText = 2000;

/** Everything of a guide in use that can be found, in all its languages and with the organisation's values. */
export function entriesOf(shown: ShownGuide): readonly SearchEntry[] {
  const { guide, organisation, outline } = shown;
  const sayers = guide.languages.map((language) => ({ language, say: sayer(shown, language) }));
  const said = (texts: readonly Localised[]): Localised =>
    Object.fromEntries(
      sayers.map(({ language, say }) => [language, plain(texts.map((text) => say(text).text).join(' '))]),
    );
  const entry = (of: Found): SearchEntry => {
    const text = said(of.texts);
    const weighted: readonly WeightedText[] = [
      ...Object.values(said([of.title])).map((one): WeightedText => ({ text: one, weight: of.weight })),
      ...Object.values(text).map((one): WeightedText => ({ text: one, weight: 'C' })),
      ...Object.values(said(of.around)).map((one): WeightedText => ({ text: one, weight: 'D' })),
    ];
    return {
      element: of.element,
      step: of.step,
      title: said([of.title]),
      text: Object.fromEntries(Object.entries(text).map(([key, one]) => [key, one.slice(0, longestText)])),
      vector: [
        toVector(weighted, organisation),
        of.weight === 'A' ? inName(said([of.title]), organisation) : '',
      ]
        .filter((part) => part !== '')
        .join(' '),
    };
  };
  const top: Found = {
    element: '',
    step: '',
    title: guide.title,
    texts: guide.summary === null ? [] : [guide.summary],
    around: [],
    weight: 'A',
  };
  const steps = outline.flatMap((section) =>
    section.steps.flatMap(({ id, title }): readonly Found[] => [
      {
        element: id,
        step: id,
        title,
        texts: outline.length > 1 ? [section.title] : [],
        around: [guide.title],
        weight: 'A',
      },
      ...blocksOf(shown, id).map((block): Found => ({
        element: block.id,
        step: id,
        title,
        texts: textsOf(block),
        around: [guide.title],
        weight: 'D',
      })),
    ]),
  );
  return [top, ...steps].map(entry);
}

/** What the words of names begin with, beside what all words of the organisation begin with: no word has such a sign. */
export const titled = (organisation: string): string => `${organisation}/=`;

/** The words of a name once more, marked: what bears a word in its name is looked for before what only mentions it. */
const inName = (title: Localised, organisation: string): string =>
  toVector(
    Object.values(title).map((text): WeightedText => ({ text, weight: 'A' })),
    titled(organisation),
  );

type Found = {
  readonly element: string;
  readonly step: string;
  readonly title: Localised;
  readonly texts: readonly Localised[];
  readonly around: readonly Localised[];
  readonly weight: 'A' | 'D';
};

function blocksOf({ guide }: ShownGuide, step: string): readonly Block[] {
  const found = guide.sections.flatMap((section) => section.steps).find((one) => one.id === step);
  return (found?.blocks ?? []).filter((block) => textsOf(block).length > 0);
}
