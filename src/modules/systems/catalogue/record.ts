import { z } from 'zod';

export const CatalogueId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u)
  .max(100);

const Name = z.string().trim().min(1).max(200);
const Address = z.url({ protocol: /^https?$/u }).max(500);
const Bilingual = z.strictObject({ sv: z.string().max(1000), en: z.string().max(1000) });

/** Who supplies systems. Other spellings and earlier names stay with it for ever. */
export const Supplier = z.strictObject({
  id: CatalogueId,
  name: Name,
  organisationNumber: z
    .string()
    .regex(/^\d{6}-\d{4}$/u)
    .optional(),
  web: Address.optional(),
  aliases: z.array(Name).max(100),
  formerNames: z.array(Name).max(100),
  /** Made up, for demonstration. */
  example: z.boolean().optional(),
});
export type Supplier = Readonly<z.infer<typeof Supplier>>;

/** That a product keeps to a standard, as its supplier says, with what shows it. */
const Conformance = z.strictObject({
  standard: CatalogueId,
  evidence: z.string().max(1000).optional(),
});

/** A way in or out of a product that other systems can use. */
const Interface = z.strictObject({
  id: CatalogueId,
  name: Name,
  what: Bilingual,
  standard: CatalogueId.optional(),
});

const Version = z.strictObject({
  id: CatalogueId,
  name: z.string().trim().min(1).max(100),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
});

export const hostings = ['own', 'supplier', 'public-cloud'] as const;
export const licences = ['proprietary', 'open-source'] as const;

/** A system that can be used, whoever uses it. Versions may be unknown. */
export const Product = z.strictObject({
  id: CatalogueId,
  name: Name,
  supplier: CatalogueId.optional(),
  aliases: z.array(Name).max(100),
  formerNames: z.array(Name).max(100),
  /** Reference components of the taxonomy: what it does. */
  components: z.array(CatalogueId).max(50),
  what: Bilingual,
  hosting: z.array(z.enum(hostings)).max(3),
  licence: z.enum(licences),
  /** The licence of open source by its name at SPDX, or several with AND, OR and WITH (spdx.org/licenses). */
  spdx: z
    .string()
    .trim()
    .max(100)
    .regex(/^[A-Za-z0-9.+-]+(?: (?:AND|OR|WITH) [A-Za-z0-9.+-]+)*$/u)
    .optional(),
  standards: z.array(Conformance).max(100).default([]),
  interfaces: z.array(Interface).max(100).default([]),
  versions: z.array(Version).max(200).default([]),
  publiccode: Address.optional(),
  cpe: z
    .string()
    .regex(/^cpe:2\.3:[aho]:\S+$/u)
    .max(300)
    .optional(),
  web: Address.optional(),
  example: z.boolean().optional(),
});
export type Product = Readonly<z.infer<typeof Product>>;

export type RecordKind = 'supplier' | 'product';
