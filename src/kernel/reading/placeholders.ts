import { nearest } from '../conditions/index.ts';
import type { Parameter } from '../parameters/parameter.ts';
import { namesInText } from '../references.ts';
import { idOf } from './properties.ts';
import { below, isProperties } from './reading.ts';
import type { Reading } from './reading.ts';

/** Every `{parameter}` in a text has to be a parameter of the definition. Samples of answers hold no texts. */
export function checkPlaceholders(
  definition: unknown,
  parameters: readonly Parameter[],
  reading: Reading,
): void {
  const known = new Set(parameters.map(({ id }) => id));
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
    for (const id of namesInText(value)) {
      if (known.has(id)) continue;
      const suggestion = nearest(id, known);
      const [sv, en] =
        suggestion === undefined
          ? [' Lägg till den eller ta bort platsen.', ' Add it or remove the place.']
          : [` Menade du {${suggestion}}?`, ` Did you mean {${suggestion}}?`];
      reading.error(
        path,
        {
          sv: `Texten har en plats för {${id}}, men parametern finns inte.${sv}`,
          en: `The text has a place for {${id}}, but there is no such parameter.${en}`,
        },
        `{${id}}`,
      );
    }
  }
}
