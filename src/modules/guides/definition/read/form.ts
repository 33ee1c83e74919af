import { below, idOf, isProperties } from '../../../../kernel/reading/index.ts';
import type { Properties, Reading } from '../../../../kernel/reading/index.ts';

const speakable = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;

/**
 * Ids stand in addresses and task keys, so each is small letters, digits and hyphens. What upstream demands has to be
 * in sight: a required slot that is hidden, or is inside something hidden, would never be filled or read.
 */
export function checkForm(definition: Properties, reading: Reading): void {
  const visit = (value: unknown, path: string, hidden: boolean): void => {
    if (Array.isArray(value)) {
      for (const item of value) {
        const id = idOf(item);
        if (id !== undefined && isProperties(item)) element(item, below(path, id), hidden);
      }
    } else if (isProperties(value)) {
      for (const [key, inner] of Object.entries(value))
        if (key !== 'source') visit(inner, below(path, key), hidden);
    }
  };
  const element = (item: Properties, path: string, around: boolean): void => {
    const hidden = around || item['hidden'] === true;
    checkId(String(item['id']), path, reading);
    if (hidden && item['type'] === 'slot' && item['required'] === true) reading.error(path, hiddenSlot);
    visit(item, path, hidden);
  };
  checkId(typeof definition['id'] === 'string' ? definition['id'] : '', 'id', reading);
  visit(definition, '', false);
}

const hiddenSlot = {
  sv: 'Det här ska finnas hos alla, så det kan inte döljas. Visa det igen.',
  en: 'This is to be there for everybody, so it cannot be hidden. Show it again.',
};

function checkId(id: string, path: string, reading: Reading): void {
  if (speakable.test(id)) return;
  reading.error(
    path,
    {
      sv: 'Id skrivs med små bokstäver a–z, siffror och bindestreck, till exempel "logga-in".',
      en: 'An id is written with a–z, digits and hyphens, for example "sign-in".',
    },
    id,
  );
}
