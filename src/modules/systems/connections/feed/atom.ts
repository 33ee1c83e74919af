import { element, xmlDocument, type Xml } from '../../../../kernel/xml/index.ts';
import { link, type Language } from '../../../../platform/http/index.ts';
import { openCatalogue as at } from '../../addresses.ts';
import { entriesOf, standsFor, type Catalogue } from '../../catalogue/catalogue.ts';
import type { OperationKind } from '../../catalogue/operation.ts';
import type { RecordKind } from '../../catalogue/record.ts';
import type { CatalogueChange } from './catalogue.ts';

export type AtomWords = {
  readonly title: string;
  readonly subtitle: string;
  /** What was done, to what: "Ny produkt: Lifecare". */
  readonly done: Readonly<Record<OperationKind, Readonly<Record<RecordKind, string>>>>;
  readonly gone: string;
};

type Given = {
  readonly origin: string;
  readonly language: Language;
  readonly words: AtomWords;
  readonly changes: readonly CatalogueChange[];
  readonly catalogue: Catalogue;
};

/** The record as it stands today; null for what is withdrawn, of which nothing more is said. */
function recordOf(catalogue: Catalogue, { of, id }: CatalogueChange) {
  const entries = entriesOf(catalogue, of);
  const entry = entries.get(id);
  if (entry === undefined || entry.withdrawn) return null;
  return { name: entry.record.name, head: standsFor(entries, id) };
}

function entryOf({ origin, words, catalogue }: Given, change: CatalogueChange): Xml {
  const { number, at: moment, kind, of } = change;
  const record = recordOf(catalogue, change);
  const path =
    record === null
      ? link(at.search, {})
      : of === 'product'
        ? link(at.product, { product: record.head })
        : link(at.supplier, { supplier: record.head });
  return element('entry', {}, [
    element('id', {}, `${origin}${link(at.atom, {})}#${number}`),
    element('title', {}, record === null ? words.gone : `${words.done[kind][of]}: ${record.name}`),
    element('updated', {}, moment),
    element('link', { rel: 'alternate', href: `${origin}${path}` }),
    element('content', { type: 'text' }, record === null ? words.gone : change.fields.join(', ')),
  ]);
}

/** The latest of the catalogue, newest first, as Atom (RFC 4287). Who did it is not told. */
export function atomOf(given: Given): string {
  const { origin, language, words, changes } = given;
  const self = `${origin}${link(at.atom, {})}`;
  return xmlDocument(
    element('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language }, [
      element('id', {}, self),
      element('title', {}, words.title),
      element('subtitle', {}, words.subtitle),
      element('updated', {}, changes[0]?.at ?? new Date(0).toISOString()),
      element('author', {}, [element('name', {}, 'Kommons')]),
      element('link', { rel: 'self', type: 'application/atom+xml', href: self }),
      element('link', { rel: 'alternate', type: 'text/html', href: `${origin}${link(at.search, {})}` }),
      ...changes.map((change) => entryOf(given, change)),
    ]),
  );
}
