import type { Language } from '../../../platform/http/index.ts';
import type { Area } from './edition.ts';
import { allComponents, inEdition, newestEdition } from './editions.ts';
import { ownTaxonomy, type OwnTaxonomy } from './own.ts';

/** The newest edition as it is, for those who read for nobody in particular. */
export const everybodysTaxonomy = (): OwnTaxonomy => ownTaxonomy(newestEdition(), {});

/** Components of any edition as an organisation reads them, without those that it hides. */
export const componentsIn = ({ edition, byId }: OwnTaxonomy, ids: readonly string[]): readonly string[] =>
  inEdition(edition, ids).filter((id) => byId.get(id)?.hidden === false);

/** The areas that components stand under, each once. */
export const areasIn = ({ byId }: OwnTaxonomy, components: readonly string[]): readonly string[] => [
  ...new Set(components.flatMap((id) => byId.get(id)?.area ?? [])),
];

/** Those that stand under an area, without those that are hidden. */
export const componentsOfArea = ({ components }: OwnTaxonomy, area: string): readonly string[] =>
  components.filter((one) => one.area === area && !one.hidden).map(({ id }) => id);

const collators = { sv: new Intl.Collator('sv'), en: new Intl.Collator('en') } as const;

/** The areas in the order of the reader's alphabet. */
export const areasInOrder = ({ edition }: OwnTaxonomy, language: Language): readonly Area[] =>
  edition.areas.toSorted((a, c) => collators[language].compare(a.name[language], c.name[language]));

/** In one's own words; those that the edition does not have in their newest, and the id where nobody knows it. */
export const componentNameIn = ({ byId }: OwnTaxonomy, id: string, language: Language): string =>
  (byId.get(id) ?? allComponents().get(id))?.name[language] ?? id;

export const areaNameIn = ({ edition }: OwnTaxonomy, id: string, language: Language): string =>
  edition.areas.find((area) => area.id === id)?.name[language] ?? id;
