import { idOf } from './properties.ts';
import { below, isProperties } from './reading.ts';
import type { Reading } from './reading.ts';

const plain = /^[^\s\p{C}]{1,200}$/u;

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
