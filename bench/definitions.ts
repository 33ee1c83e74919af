import type { Definition } from '../src/kernel/index.ts';

/** A small seeded generator (mulberry32), so that every run measures the same definitions. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const words =
  'barnet skolan vägen adressen beslutet intyget kommunen dagen frågan svaret underlaget resan'.split(' ');
const pick = (random: () => number): string => words[Math.floor(random() * words.length)] ?? 'frågan';
const sentence = (random: () => number): string =>
  `Vad gäller ${pick(random)} och ${pick(random)} för ${pick(random)} ${Math.floor(random() * 1000)}?`;

type Field = {
  id: string;
  type: string;
  label: { sv: string; en: string };
  help: { sv: string };
  required: boolean;
};
type Page = { id: string; title: { sv: string }; fields: Field[] };
export type Generated = Definition & { pages: Page[] };

const fieldsPerPage = 19;

/** A definition of about `elements` elements: pages of nineteen questions. */
export function generate(elements: number, seed: number): Generated {
  const random = seeded(seed);
  const pages = Array.from({ length: Math.ceil(elements / (fieldsPerPage + 1)) }, (_, page) => ({
    id: `sida-${page}`,
    title: { sv: sentence(random) },
    fields: Array.from({ length: fieldsPerPage }, (__, field) => ({
      id: `fraga-${page}-${field}`,
      type: 'short-text',
      label: { sv: sentence(random), en: `Question ${page} ${field}` },
      help: { sv: `${sentence(random)} ${sentence(random)}` },
      required: random() < 0.5,
    })),
  }));
  return {
    kommons: 'definition/1',
    kind: 'e-service',
    id: 'matning',
    languages: ['sv', 'en'],
    title: { sv: 'Mätning', en: 'Measurement' },
    pages,
  };
}

export type Side = 'ours' | 'theirs';

/**
 * One side's edits, which never touch what the other side edits. In one question of ten, ours rewords the
 * Swedish and theirs the English (neighbouring lines of the same question, as translators do); theirs
 * turns `required` round in one of twenty; each adds a question after one of forty, at places of its own.
 */
export function edit(base: Generated, side: Side, seed: number): Generated {
  const random = seeded(seed * 2 + (side === 'ours' ? 0 : 1));
  const shared = seeded(seed);
  const mine = side === 'ours' ? 0 : 1;
  return {
    ...base,
    pages: base.pages.map((page) => ({
      ...page,
      fields: page.fields.flatMap((field) => {
        const place = /-(\d+)$/.exec(field.id)?.[1];
        // What a side has added has no number last, and is nobody else's.
        if (place === undefined) return [field];
        const language = side === 'ours' ? 'sv' : 'en';
        const label = shared() < 0.1 ? { ...field.label, [language]: sentence(random) } : field.label;
        const required = side === 'theirs' && random() < 0.05 ? !field.required : field.required;
        const edited = { ...field, label, required };
        if (Number(place) % 2 !== mine || random() >= 0.05) return [edited];
        return [
          edited,
          { ...field, id: `${field.id}-${side}`, label: { sv: sentence(random), en: 'Added' } },
        ];
      }),
    })),
  };
}
