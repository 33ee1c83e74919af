import { pickText } from '../../../kernel/index.ts';
import { nearest } from '../../../kernel/conditions/index.ts';
import { listHelpPlaces, type Acting, type KnownKey, type ToolWords } from '../../commons/index.ts';
import { isTaskKey, taskSorts } from '../definition/tasks.ts';
import { shippedManual } from '../support/shipped.ts';

const page = 'page:';

/** The pages of Kommons, each by the first step of the manual that is about it. */
function pages(): ReadonlyMap<string, { readonly step: ToolWords; readonly guide: ToolWords }> {
  const found = new Map<string, { step: ToolWords; guide: ToolWords }>();
  for (const { guide } of shippedManual()) {
    for (const step of guide.sections.flatMap(({ steps }) => steps)) {
      for (const task of step.tasks) {
        if (task.startsWith(page) && !found.has(task))
          found.set(task, { step: inBoth(step.title), guide: inBoth(guide.title) });
      }
    }
  }
  return found;
}

const inBoth = (text: Parameters<typeof pickText>[0]): ToolWords => ({
  sv: pickText(text, 'sv'),
  en: pickText(text, 'en'),
});

/** More than this and single questions are left out of the list: they can still be written. */
const mostKeys = 500;

/** What steps and blocks can help with: the pages of Kommons, and what the organisation's own works ask and decide. */
export async function knownTasks(a: Acting): Promise<readonly KnownKey[]> {
  const { language } = a;
  const ofPages = [...pages()].map(([value, { step, guide }]) => ({
    value,
    title: `${step[language]} (${value.slice(page.length).replace('/arbete/:organisation', '')})`,
    group: guide[language],
  }));
  const ofWorks = (await listHelpPlaces(a)).flatMap(({ title, places }) =>
    places.map((one) => ({
      value: one.key,
      title: pickText(one.title, language),
      group: pickText(title, language),
      small: one.small,
    })),
  );
  const tooMany = ofPages.length + ofWorks.length > mostKeys;
  return [
    ...ofWorks.flatMap(({ small, ...key }) => (small && tooMany ? [] : [key])),
    ...ofPages.toSorted((one, other) => one.group.localeCompare(other.group, 'sv')),
  ];
}

/** Why a text is no key of a task; null where it is one. Which pages there are is known, which forms others have is not. */
export function taskFault(text: string): ToolWords | null {
  if (!isTaskKey(text)) {
    const sorts = taskSorts.map((sort) => `${sort}:`);
    return {
      sv: `”${text}” går inte att koppla till. Börja med ${sorts.join(', ')} och skriv sedan platsen, till exempel system:journal/skriv.`,
      en: `“${text}” cannot be tied to. Begin with ${sorts.join(', ')} and then write the place, for example system:journal/skriv.`,
    };
  }
  const known = pages();
  if (!text.startsWith(page) || known.has(text)) return null;
  const near = nearest(text, [...known.keys()]);
  return {
    sv: `Det finns ingen sida i Kommons som heter ”${text}”.${near === undefined ? ' Välj den i listan.' : ` Menade du ”${near}”?`}`,
    en: `There is no page of Kommons called “${text}”.${near === undefined ? ' Choose it in the list.' : ` Did you mean “${near}”?`}`,
  };
}
