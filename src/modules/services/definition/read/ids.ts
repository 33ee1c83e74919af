import { nearest, reserved } from '../../../../kernel/conditions/index.ts';
import type { EService } from '../model.ts';
import { idOf } from './properties.ts';
import { below, isProperties } from './reading.ts';
import type { Reading } from './reading.ts';

const speakable = /^(?=.*[\p{L}_])(?!\d+e\d+$)[\p{L}\p{N}_/][\p{L}\p{M}\p{N}_/-]*$/iu;
const plain = /^[^\s\p{C}]{1,200}$/u;

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

/** Every element has an id of its own in the whole definition, or a move from one list to another could not be seen. */
export function checkIds(definition: unknown, reading: Reading): void {
  const seen = new Map<string, string>();
  visit(definition, '');

  function visit(value: unknown, path: string): void {
    if (Array.isArray(value)) {
      const items: readonly unknown[] = value;
      for (const item of items) element(item, path);
    } else if (isProperties(value)) {
      for (const [key, inner] of Object.entries(value)) {
        if (key !== 'source') visit(inner, below(path, key));
      }
    }
  }

  function element(item: unknown, path: string): void {
    const id = idOf(item);
    if (id === undefined) return;
    const here = below(path, id);
    const before = seen.get(id);
    if (before === undefined) seen.set(id, here);
    else {
      reading.error(
        here,
        {
          sv: `Id ”${id}” finns redan på ${before}. Ge det här ett eget.`,
          en: `The id “${id}” is already at ${before}. Give this one its own.`,
        },
        id,
      );
    }
    if (!plain.test(id))
      reading.error(here, { sv: 'Id får inte ha mellanslag.', en: 'An id may not hold spaces.' }, id);
    visit(item, here);
  }
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

const placeholder = /\{([^{}|\s]+)(?:\|[a-z]+)?\}/gu;

/** Every `{parameter}` in a text has to be a parameter of the service. */
export function checkPlaceholders(definition: unknown, service: EService, reading: Reading): void {
  const known = new Set(service.parameters.map(({ id }) => id));
  visit(definition, '');

  function visit(value: unknown, path: string): void {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, below(path, idOf(item) ?? String(index)));
    } else if (isProperties(value)) {
      for (const [key, inner] of Object.entries(value)) {
        if (typeof inner === 'string' && reading.languages.includes(key)) text(inner, below(path, key));
        else if (key !== 'source' && key !== 'examples') visit(inner, below(path, key));
      }
    }
  }

  function text(value: string, path: string): void {
    for (const [whole, id = ''] of value.replaceAll('{{', '').matchAll(placeholder)) {
      if (known.has(id)) continue;
      const suggestion = nearest(id, known);
      const [sv, en] =
        suggestion === undefined
          ? [' Lägg till den eller ta bort platsen.', ' Add it or remove the place.']
          : [` Menade du {${suggestion}}?`, ` Did you mean {${suggestion}}?`];
      reading.error(
        path,
        {
          sv: `Texten har en plats för ${whole}, men parametern finns inte.${sv}`,
          en: `The text has a place for ${whole}, but there is no such parameter.${en}`,
        },
        whole,
      );
    }
  }
}
