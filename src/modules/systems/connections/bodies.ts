import { z } from 'zod';
import { standsFor, type Catalogue } from '../catalogue/catalogue.ts';
import { supplierOf } from '../catalogue/search.ts';
import type { SeenUsage } from '../everybody/seen.ts';
import type { Field } from '../model/field.ts';
import { fieldIds, fieldOf } from '../model/fields.ts';
import type { Usage } from '../model/usage.ts';

const Text = (longest: number) => z.string().trim().min(1).max(longest);

/** A field as JSON has it. */
function shapeOf(field: Field): z.ZodType {
  switch (field.type) {
    case 'text':
      return Text(field.longest);
    case 'day':
      return z.iso.date();
    case 'whole':
      return z.number().int().min(field.least).max(field.most);
    case 'choice':
      return z.enum(field.options);
    case 'choices':
      return z.array(z.enum(field.options)).max(field.options.length);
    case 'texts':
      return z.array(Text(200)).max(field.most);
    case 'name':
      return Text(200);
    case 'names':
      return z.array(Text(200)).max(100);
  }
}

const shapes = fieldIds.map((id) => [id, id === 'contactEmail' ? z.email() : shapeOf(fieldOf(id))] as const);

/** What is known of a system in use, by the ids of the fields. What is not there is not known. */
export const FactsBody = z.strictObject(
  Object.fromEntries(shapes.map(([id, shape]) => [id, shape.optional()])),
);

/** Fields with new values; null empties a field, and what is not said stays. */
export const FactChangesBody = z.strictObject(
  Object.fromEntries(shapes.map(([id, shape]) => [id, shape.nullable().optional()])),
);

const Shown = {
  id: z.string(),
  /** The product that stands for the one that was registered. */
  product: z.string(),
  productName: z.string(),
  /** As it was registered. */
  registered: z.string(),
  supplier: z.string().nullable(),
  facts: FactsBody,
  example: z.boolean(),
  confirmedAt: z.iso.datetime(),
};

export const OwnUsageBody = z.object({
  ...Shown,
  revision: z.number().int(),
  secret: z.boolean(),
  members: z.array(z.string()),
  changedAt: z.iso.datetime(),
});

/** A usage as a reader sees it: of others, what they show to the reader's kind. */
export const SeenUsageBody = z.object({
  ...Shown,
  /** Who has registered it: the user, or a joint body for it. */
  organisation: z.string(),
  user: z.string(),
});

function productBody(catalogue: Catalogue, registered: string) {
  const product = standsFor(catalogue.products, registered);
  const record = catalogue.products.get(product)?.record;
  return {
    product,
    productName: record?.name ?? product,
    registered,
    supplier: record === undefined ? null : (supplierOf(catalogue, record)?.id ?? null),
  };
}

export function ownUsageBody(catalogue: Catalogue, usage: Usage): z.infer<typeof OwnUsageBody> {
  const { id, product, facts, example, revision, secret, members, confirmedAt, changedAt } = usage;
  return {
    id,
    ...productBody(catalogue, product),
    facts,
    example,
    revision,
    secret,
    members: [...members],
    confirmedAt: confirmedAt.toISOString(),
    changedAt: changedAt.toISOString(),
  };
}

export function seenUsageBody(catalogue: Catalogue, seen: SeenUsage): z.infer<typeof SeenUsageBody> {
  const { usage, organisation, user, product, facts, example, confirmedAt } = seen;
  return {
    id: usage,
    ...productBody(catalogue, product),
    organisation,
    user,
    facts,
    example,
    confirmedAt: confirmedAt.toISOString(),
  };
}
