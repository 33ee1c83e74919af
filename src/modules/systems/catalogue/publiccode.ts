import { parseDocument, stringify } from 'yaml';
import { z } from 'zod';
import { inEdition, newestEdition } from '../taxonomy/editions.ts';
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

/** Where code is kept: the standard asks for the repository itself. */
const forges = /^https:\/\/(?:github\.com|gitlab\.com|codeberg\.org|bitbucket\.org|git\.[\w.-]+)\/[^?#]+/u;

const repositoryOf = ({ web, publiccode }: Product): string | null =>
  [web, publiccode]
    .flatMap((address) => forges.exec(address ?? '')?.[0] ?? [])
    .map((address) => address.replace(/\/(?:-\/)?(?:blob|raw|tree)\/.*$/u, '').replace(/\/$/u, ''))[0] ??
  null;

const languages = ['sv', 'en'] as const;
/** Letters that descriptions may have. */
const longestShort = 150;
const longestLong = 10_000;

/** Long enough for a long description by itself: 150 letters at least. */
const about = {
  sv: 'Uppgifterna kommer från den gemensamma katalogen i Kommons, som kommuner och regioner håller tillsammans. Där står också vem som levererar produkten och vilka standarder den stöder.',
  en: 'The facts are from the common catalogue in Kommons, which municipalities and regions keep together. It also says who supplies the product and which standards it supports.',
} as const;

/** What it is said to do, at the length that the standard asks for, from what the catalogue knows. */
function describe(product: Product, language: (typeof languages)[number]) {
  const components = newestEdition().components.filter(({ id }) =>
    inEdition(newestEdition(), product.components).includes(id),
  );
  const said = product.what[language] || product.what.sv || product.name;
  const long = [said, ...components.map(({ explanation }) => explanation[language]), about[language]].join(
    ' ',
  );
  return {
    shortDescription: said.slice(0, longestShort),
    longDescription: long.slice(0, longestLong),
    features:
      components.length === 0 ? [said.slice(0, longestShort)] : components.map(({ name }) => name[language]),
  };
}

/** A product of open source as publiccode.yml 0.5; null where its licence or its repository is not known. */
export function toPubliccode(product: Product, supplier: Supplier | null, address: string): string | null {
  const url = repositoryOf(product);
  if (product.licence !== 'open-source' || product.spdx === undefined || url === null) return null;
  const categories = categoriesOf(product.components);
  const content = {
    publiccodeYmlVersion: '0.5',
    name: product.name,
    url,
    ...(product.web === undefined || product.web === url ? {} : { landingURL: product.web }),
    platforms: ['web'],
    ...(categories.length === 0 ? {} : { categories }),
    developmentStatus: 'stable',
    softwareType: 'standalone/other',
    description: Object.fromEntries(languages.map((language) => [language, describe(product, language)])),
    legal: { license: product.spdx },
    maintenance: { type: 'community', contacts: [{ name: supplier?.name ?? product.name }] },
    localisation: { localisationReady: true, availableLanguages: ['en'] },
  };
  const notice = `# ${address}\n# Kommons does not know whether there are more platforms and languages.\n`;
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
  'legal',
]);

/** Reads publiccode.yml of any version into what the catalogue has a place for, and tells what it has none for. */
export function readPubliccode(text: string): ReadPubliccode {
  if (text.length > longestPubliccode) return { ok: false, failure: 'too-large' };
  const parsed = Publiccode.safeParse(contentOf(text));
  if (!parsed.success) return { ok: false, failure: 'unreadable' };
  const { name, url, landingURL, categories, description, organisation, legal } = parsed.data;
  const spdx = Product.shape.spdx.safeParse(legal?.license);
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
    ...(spdx.success && spdx.data !== undefined ? { spdx: spdx.data } : {}),
    ...(url === undefined ? {} : { publiccode: url }),
    ...(landingURL === undefined ? {} : { web: landingURL }),
  });
  if (!product.success) return { ok: false, failure: 'unreadable' };
  const lost = Object.keys(parsed.data).filter((key) => !used.has(key) || (key === 'legal' && !spdx.success));
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
