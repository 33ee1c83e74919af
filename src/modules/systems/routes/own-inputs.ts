import { noonOf } from '../../../kernel/dates/index.ts';
import { pickText } from '../../../kernel/index.ts';
import { formatDate } from '../../../platform/text/index.ts';
import { sayFact } from '../landscape/say.ts';
import { typedOf, type TypedFault, type TypedValue } from '../landscape/typed.ts';
import { fieldOf, type Facts, type FieldId } from '../model/fields.ts';
import type { Input } from '../pages/own/field-input.tsx';
import { optionsOf, wordsOf } from '../texts/fields.ts';
import type { OwnTexts } from '../texts/own.ts';
import { lookupOf, type Ground } from './own-ground.ts';
import { areasInOrder } from '../taxonomy/reading.ts';

/** What is wrong with what was typed, in words. */
export function sayFault(words: OwnTexts, fault: TypedFault): string {
  const { faults } = words;
  switch (fault.kind) {
    case 'too-long':
      return faults['too-long'](fault.longest);
    case 'out-of-range':
      return faults['out-of-range'](fault.least, fault.most);
    case 'too-many':
      return faults['too-many'](fault.most);
    case 'unknown-name':
      return faults['unknown-name'](fault.name);
    case 'no-day':
    case 'no-number':
    case 'no-option':
    case 'one-value':
    case 'no-email':
      return faults[fault.kind];
  }
}

/** A fact as a control holds it: suppliers by their names, or by their ids where the name leads to several. */
export function shownIn(ground: Ground, id: FieldId, facts: Facts): TypedValue {
  const typed = typedOf(id, facts);
  const field = fieldOf(id);
  if (field.type !== 'name' || typeof typed !== 'string' || typed === '') return typed;
  const find = lookupOf(ground)[field.of];
  const name = ground.names[field.of](typed);
  return find(name) === find(typed) ? name : typed;
}

/** A fact in words; empty where it is not known. */
export const inWords = ({ context, names }: Ground, id: FieldId, facts: Facts): readonly string[] =>
  sayFact(id, facts, { language: context.language, names });

export const dayIn = ({ context }: Ground, day: string): string => formatDate(noonOf(day), context.language);

/** Components under the areas of the taxonomy; those of other editions and hidden ones where they are chosen. */
function componentGroups({ landscape, context, words, names }: Ground, chosen: TypedValue): Input['groups'] {
  const { components, byId } = landscape.taxonomy;
  const { language } = context;
  const isChosen = (id: string): boolean => chosen.includes(id);
  const groups = areasInOrder(landscape.taxonomy, language).map((area) => ({
    title: pickText(area.name, language),
    options: components
      .filter((one) => one.area === area.id && (!one.hidden || isChosen(one.id)))
      .map(({ id, name }) => ({ value: id, label: pickText(name, language) })),
  }));
  const elsewhere = (typeof chosen === 'string' ? [chosen] : chosen).filter(
    (id) => id !== '' && !byId.has(id),
  );
  const others = elsewhere.map((value) => ({ value, label: names.component(value) }));
  return [...groups, { title: words.form.otherEdition, options: others }].filter(
    ({ options }) => options.length > 0,
  );
}

function groupsOf(ground: Ground, id: FieldId, chosen: TypedValue): Input['groups'] {
  const field = fieldOf(id);
  if (field.type !== 'names') return [{ title: '', options: optionsOf(ground.context.language, id) }];
  if (field.of === 'component') return componentGroups(ground, chosen);
  return [{ title: '', options: ground.units.map((unit) => ({ value: unit.id, label: unit.name })) }];
}

/** The control of a field with what stands in it, or was typed, and what is wrong with that. */
export function inputOf(
  ground: Ground,
  id: FieldId,
  { typed, error }: { readonly typed: TypedValue; readonly error?: string | undefined },
): Input {
  const { name, hint } = wordsOf(ground.context.language, id);
  const { form } = ground.words;
  const groups = groupsOf(ground, id, typed);
  const none = groups.every(({ options }) => options.length === 0);
  const isUnits = fieldOf(id).type === 'names' && none;
  return {
    id,
    field: fieldOf(id),
    name,
    hint: isUnits ? form.noUnits : hint,
    typed,
    error,
    groups,
    unknown: form.unknown,
    lines: form.lines,
  };
}
