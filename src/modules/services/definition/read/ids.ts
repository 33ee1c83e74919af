import { reserved } from '../../../../kernel/conditions/index.ts';
import type { EService } from '../model.ts';
import { below, idOf, isProperties } from '../../../../kernel/reading/index.ts';
import type { Reading } from '../../../../kernel/reading/index.ts';

const speakable = /^(?=.*[\p{L}_])(?!\d+e\d+$)[\p{L}\p{N}_/][\p{L}\p{M}\p{N}_/-]*$/iu;

/** The ids of questions and parameters, before anything else is known: conditions name them. */
export function namesIn(definition: unknown): readonly string[] {
  if (!isProperties(definition)) return [];
  const questions = list(definition['pages'])
    .flatMap((page) => list(page['fields']))
    .flatMap((field) => [field, ...list(field['fields'])]);
  return [...questions, ...list(definition['parameters'])].flatMap((element) => idOf(element) ?? []);
}

function list(value: unknown) {
  return Array.isArray(value) ? value.filter((item) => isProperties(item)) : [];
}

/** What conditions speak of has to have ids that can be said in a condition. */
export function checkNames(service: EService, reading: Reading): void {
  const questions = service.pages.flatMap((page) =>
    page.fields.flatMap((field) => {
      const path = below(below(below('pages', page.id), 'fields'), field.id);
      const inner = field.type === 'group' ? field.fields : [];
      return [
        { id: field.id, path },
        ...inner.map(({ id }) => ({ id, path: below(below(path, 'fields'), id) })),
      ];
    }),
  );
  const parameters = service.parameters.map(({ id }) => ({ id, path: below('parameters', id) }));
  for (const { id, path } of [...questions, ...parameters]) {
    if (speakable.test(id) && !reserved.has(id)) continue;
    reading.error(
      path,
      {
        sv: `”${id}” kan inte nämnas i ett villkor. Använd bokstäver, siffror och bindestreck, och börja med en bokstav.`,
        en: `“${id}” cannot be named in a condition. Use letters, digits and hyphens, beginning with a letter.`,
      },
      id,
    );
  }
}
