/* A graph of RDF 1.1, written in the syntaxes that those who gather open data take. */

export type Value =
  | { readonly kind: 'iri'; readonly iri: string }
  | { readonly kind: 'text'; readonly text: string; readonly language?: string }
  /** A literal of a type, "xsd:dateTime". */
  | { readonly kind: 'typed'; readonly text: string; readonly type: string };

export type Resource = {
  /** An absolute address. */
  readonly id: string;
  /** "dcat:Catalog". */
  readonly type: string;
  readonly properties: readonly (readonly [predicate: string, values: readonly Value[]])[];
};

export const prefixes = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatap: 'http://data.europa.eu/r5r/',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

/** "dcat:Catalog" in full. */
export function expand(name: string): string {
  const [prefix = '', rest = ''] = name.split(/:(.*)/su);
  const full = new Map<string, string>(Object.entries(prefixes)).get(prefix);
  if (full === undefined) throw new Error(`${name} has no known prefix`);
  return `${full}${rest}`;
}
