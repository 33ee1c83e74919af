import type { HelpPlace } from '../commons/index.ts';
import type { EService } from './definition/index.ts';

/** Where help can be given: the form as a whole, its pages and questions, and the states of the case. */
export function helpPlacesOf({ id, pages, process }: EService): readonly HelpPlace[] {
  const inForm = pages.flatMap((page): readonly HelpPlace[] => [
    { key: `form:${id}/${page.id}`, title: page.title, small: false },
    ...page.fields
      .filter(({ type }) => type !== 'information' && type !== 'unsupported')
      .map((field) => ({ key: `form:${id}/${field.id}`, title: field.label, small: true })),
  ]);
  const states = process.states.map((state) => ({
    key: `case:${id}/${state.id}`,
    title: state.title,
    small: false,
  }));
  return [
    { key: `form:${id}`, title: { sv: 'Hela e-tjänsten', en: 'The whole e-service' }, small: false },
    ...inForm,
    { key: `case:${id}`, title: { sv: 'Ärendet', en: 'The case' }, small: false },
    ...states,
  ];
}
