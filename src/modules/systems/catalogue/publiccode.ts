import { parseDocument, stringify } from 'yaml';
import { z } from 'zod';
import { newestEdition } from '../taxonomy/editions.ts';
import { Product, type Supplier } from './record.ts';

/* publiccode.yml, the description that travels with public code (github.com/publiccodeyml/publiccode.yml). */

const mapping = 'publiccode-categories';

const pairs = () => newestEdition().maps.find(({ to }) => to === mapping)?.pairs ?? [];

const categoriesOf = (components: readonly string[]): readonly string[] => [
  ...new Set(
    pairs().flatMap(({ component, code }) =>
      component !== undefined && components.includes(component) ? [code] : [],
    ),
  ),
];

const componentsOf = (categories: readonly string[]): readonly string[] => [
  ...new Set(
    pairs().flatMap(({ component, code, fit }) =>
      component !== undefined && (fit === 'same' || fit === 'near') && categories.includes(code)
        ? [component]
        : [],
    ),
  ),
];

/** What the standard lets a short description hold. */
const longestShort = 150;

const describe = (text: string) =>
  text === '' ? {} : { shortDescription: text.slice(0, longestShort), longDescription: text };

/** A product as publiccode.yml, with what the catalogue knows. What it does not know says so. */
export function toPubliccode(product: Product, supplier: Supplier | null, address: string): string {
  const categories = categoriesOf(product.components);
  const content = {
    publiccodeYmlVersion: '0',
    name: product.name,
    url: product.publiccode ?? product.web ?? address,
    ...(product.web === undefined ? {} : { landingURL: product.web }),
    platforms: ['web'],
    ...(categories.length === 0 ? {} : { categories }),
    developmentStatus: 'stable',
    softwareType: 'standalone/web',
    ...(supplier === null ? {} : { organisation: { name: supplier.name, uri: supplier.web ?? address } }),
    description: { sv: describe(product.what.sv), en: describe(product.what.en) },
    legal: { license: 'NOASSERTION' },
    maintenance: { type: product.licence === 'open-source' ? 'community' : 'contract' },
    localisation: { localisationReady: true, availableLanguages: ['sv'] },
  };
  const notice = `# ${address}\n# Kommons does not know the licence by its SPDX name, nor whether there are more platforms and languages.\n`;
  return `${notice}${stringify(content)}`;
}

const Text = z.string().trim();
const Described = z.looseObject({
  shortDescription: Text.optional(),
  longDescription: Text.optional(),
  genericName: Text.optional(),
});
const Publiccode = z.looseObject({
  publiccodeYmlVersion: z.union([z.string(), z.number()]),
  name: Text.min(1).max(200),
  url: z.url({ protocol: /^https?$/u }).optional(),
  landingURL: z.url({ protocol: /^https?$/u }).optional(),
  applicationSuite: Text.optional(),
  categories: z.array(z.string()).default([]),
  description: z.record(z.string(), Described).default({}),
  legal: z.looseObject({ license: Text.optional() }).optional(),
  organisation: z.looseObject({ name: Text.optional() }).optional(),
  dependsOn: z.unknown().optional(),
});

export type ReadPubliccode =
  | {
      readonly ok: true;
      readonly product: Omit<Product, 'id' | 'supplier'>;
      /** Who publishes it, by name. */
      readonly publisher: string | null;
      /** Keys that the catalogue has no place for. */
      readonly lost: readonly string[];
    }
  | { readonly ok: false; readonly failure: 'unreadable' | 'too-large' };

/** As much as is read. */
export const longestPubliccode = 200_000;

const used: ReadonlySet<string> = new Set([
  'publiccodeYmlVersion',
  'name',
  'url',
  'landingURL',
  'categories',
  'description',
  'organisation',
]);

/** Reads publiccode.yml of any version into what the catalogue has a place for, and tells what it has none for. */
export function readPubliccode(text: string): ReadPubliccode {
  if (text.length > longestPubliccode) return { ok: false, failure: 'too-large' };
  const parsed = Publiccode.safeParse(contentOf(text));
  if (!parsed.success) return { ok: false, failure: 'unreadable' };
  const { name, url, landingURL, categories, description, organisation } = parsed.data;
  const said = (language: string): string => {
    const found = description[language] ?? description[`${language}-${language.toUpperCase()}`];
    return (found?.shortDescription ?? found?.longDescription ?? '').slice(0, 1000);
  };
  const [first] = Object.keys(description);
  const fallback = first === undefined ? '' : said(first);
  const product = Product.omit({ id: true, supplier: true }).safeParse({
    name,
    aliases: [],
    formerNames: [],
    components: componentsOf(categories),
    what: { sv: said('sv') || fallback, en: said('en') || fallback },
    hosting: [],
    licence: 'open-source',
    ...(url === undefined ? {} : { publiccode: url }),
    ...(landingURL === undefined ? {} : { web: landingURL }),
  });
  if (!product.success) return { ok: false, failure: 'unreadable' };
  const lost = Object.keys(parsed.data).filter((key) => !used.has(key));
  return { ok: true, product: product.data, publisher: organisation?.name ?? null, lost };
}

/** Aliases in YAML can make little text into much (a "billion laughs"): none are followed. */
function contentOf(text: string): unknown {
  try {
    const document = parseDocument(text, { logLevel: 'silent', uniqueKeys: true });
    return document.errors.length > 0 ? null : document.toJS({ maxAliasCount: 0 });
  } catch {
    return null;
  }
}
