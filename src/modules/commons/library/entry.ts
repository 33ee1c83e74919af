import { isList, isObject, pickText, type Definition, type Json } from '../../../kernel/index.ts';
import { toVector, vocabulary, type WeightedText } from '../../../platform/search/index.ts';
import { getKind } from '../model/kind.ts';
import type { PublicationHead } from './publications.ts';
import { fromAudience } from './publications.ts';
import type { Entry } from './shelf.ts';

type Published = {
  readonly head: PublicationHead;
  readonly definition: Definition;
  readonly original: boolean;
};

/** What the library's search keeps of a published version: its texts as lexemes, the title weighing most. */
export function makeEntry({ head, definition, original }: Published): Entry {
  const kind = getKind(head.kind);
  const summary = kind.summaryOf(definition);
  const subject = kind.subjectOf(definition);
  const texts: readonly WeightedText[] = [
    ...Object.values(definition.title).map((text): WeightedText => ({ text, weight: 'A' })),
    { text: `${head.work.replaceAll('-', ' ')} ${subject ?? ''}`, weight: 'B' },
    ...Object.values(summary ?? {}).map((text): WeightedText => ({ text, weight: 'C' })),
    { text: textsIn(definition).join(' ').slice(0, 40_000), weight: 'D' },
  ];
  const seen = [...Object.values(definition.title), ...Object.values(summary ?? {})].join(' ');
  return {
    organisation_id: head.organisation,
    work_id: head.work,
    original,
    kind: head.kind,
    subject,
    title: definition.title,
    title_sv: pickText(definition.title, 'sv', definition.languages),
    summary,
    number: head.number,
    published_at: head.publishedAt,
    ...fromAudience(head.audience),
    licence: head.licence,
    credit: head.credit,
    vector: toVector(texts),
    words: vocabulary(seen),
    withdrawn_at: null,
    withdraw_reason: null,
  };
}

const named = new Set(['label', 'title', 'text', 'help', 'law']);

/** Texts that a reader of the work meets: labels, titles and explanations, wherever they stand. */
function textsIn(value: Json): readonly string[] {
  if (isList(value)) return value.flatMap(textsIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (named.has(key) && isObject(inner)) {
      return Object.values(inner).filter((text): text is string => typeof text === 'string');
    }
    return typeof inner === 'object' && inner !== null ? textsIn(inner) : [];
  });
}
