import {
  isElement,
  isList,
  isObject,
  pickText,
  type Definition,
  type Element,
  type Json,
} from '../../../kernel/index.ts';
import { link } from '../../../platform/http/index.ts';
import { fetchedOf, type Acting, type EditorNote, type Fetched } from '../../commons/index.ts';
import { findNames } from '../../organisations/index.ts';
import { draft } from '../routes/addresses.ts';
import { fetchTexts } from '../texts/fetch.ts';
import { openSources, standingOf, type Sources } from './changed.ts';

type FetchedElement = { readonly element: Element; readonly from: Fetched };

/** The elements that were fetched, in order. */
function listFetched(value: Json): readonly FetchedElement[] {
  if (isList(value)) return value.flatMap(listFetched);
  if (!isObject(value)) return [];
  const inside = Object.entries(value).flatMap(([key, one]) =>
    key === 'source' ? [] : listFetched(one ?? null),
  );
  const from = fetchedOf(value);
  return from === null || !isElement(value) ? inside : [{ element: value, from }, ...inside];
}

type Of = { readonly definition: Definition; readonly upstream: Definition | null };

/**
 * What the editor says of elements that were fetched. Those that came with the version that the organisation follows
 * are kept up to date by whoever it follows.
 */
export async function fetchedNotes(
  a: Acting,
  { definition, upstream }: Of,
): Promise<ReadonlyMap<string, EditorNote>> {
  const all = listFetched(definition);
  if (all.length === 0) return new Map();
  const theirs = new Set(upstream === null ? [] : listFetched(upstream).map(({ element }) => element.id));
  const sources = openSources(a);
  const names = await findNames(a.tx, [...new Set(all.map(({ from }) => from.organisation))]);
  const notes = new Map<string, EditorNote>();
  for (const { element, from } of all) {
    const note = await noteOf(a, { from, sources, name: names.get(from.organisation) ?? from.organisation });
    const { id } = element;
    const to = link(draft.fetched, { organisation: a.organisation, work: definition.id }, { element: id });
    const way = note.mark === null ? null : { title: fetchTexts(a.language).see, to };
    notes.set(id, theirs.has(id) ? { ...note, mark: null, way: null } : { ...note, way });
  }
  return notes;
}

type Asked = { readonly from: Fetched; readonly sources: Sources; readonly name: string };

async function noteOf(a: Acting, { from, sources, name }: Asked): Promise<Omit<EditorNote, 'way'>> {
  const words = fetchTexts(a.language);
  const standing = await standingOf(sources, from);
  if (standing.kind === 'unseen') return { text: words.from.unseen, mark: null };
  const title = pickText(standing.now.definition.title, a.language);
  const earlier = await sources.earlier(from);
  const text = words.from.work(title, name, earlier?.number ?? null);
  switch (standing.kind) {
    case 'same':
      return { text, mark: null };
    case 'gone':
      return { text: `${text} ${words.from.gone}`, mark: null };
    case 'changed':
      return { text, mark: words.changed };
  }
}
