import type { PropertyReader, Reading } from '../../../../kernel/reading/index.ts';
import type { EService, FieldType } from '../model.ts';

/** The most questions that say whom or what a case concerns: it is read in one line of a list. */
const most = 4;

/** Answers short enough to name somebody or something by. A personal identity number is in no list. */
export const namingTypes: readonly FieldType[] = ['short-text', 'address', 'choice'];

/** The ids of the questions that say whom or what a case concerns. */
export function readConcerns(root: PropertyReader): readonly string[] {
  return root.list('concerns', most).flatMap((id, index) => {
    if (typeof id === 'string') return [id];
    root.reading.error(`concerns/${index}`, {
      sv: 'Vem eller vad ärendet gäller anges med frågornas id.',
      en: 'Whom or what the case concerns is given by the ids of the questions.',
    });
    return [];
  });
}

/** Each has to be a question of a page, outside groups, of a type that names something. */
export function checkConcerns(service: EService, reading: Reading): void {
  const fields = service.pages.flatMap((page) => page.fields);
  for (const id of service.concerns) {
    const field = fields.find((candidate) => candidate.id === id);
    if (field === undefined) {
      const message = {
        sv: `”${id}” är ingen fråga på någon sida. Välj en fråga som säger vem eller vad ärendet gäller.`,
        en: `“${id}” is not a question of any page. Choose one that says whom or what the case concerns.`,
      };
      reading.error('concerns', message, id);
    } else if (!namingTypes.includes(field.type)) {
      const message = {
        sv: `Svaret på ”${id}” kan inte säga vem eller vad ärendet gäller. Välj en kort text, en adress eller ett val.`,
        en: `The answer to “${id}” cannot say whom or what the case concerns. Choose a short text, an address or a choice.`,
      };
      reading.error('concerns', message, id);
    }
  }
}
