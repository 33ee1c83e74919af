import { z } from 'zod';
import { pick, whole, type Random } from './random.ts';

/** The parts of JSON Schema that zod writes. */
type Schema = {
  readonly type?: string | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly const?: unknown;
  readonly format?: string | undefined;
  readonly anyOf?: readonly Schema[] | undefined;
  readonly oneOf?: readonly Schema[] | undefined;
  readonly allOf?: readonly Schema[] | undefined;
  readonly properties?: Readonly<Record<string, Schema>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly items?: Schema | undefined;
  readonly minItems?: number | undefined;
  readonly minimum?: number | undefined;
};

const Schema: z.ZodType<Schema> = z.lazy(() =>
  z.looseObject({
    type: z.string().optional(),
    enum: z.array(z.unknown()).optional(),
    const: z.unknown().optional(),
    format: z.string().optional(),
    anyOf: z.array(Schema).optional(),
    oneOf: z.array(Schema).optional(),
    allOf: z.array(Schema).optional(),
    properties: z.record(z.string(), Schema).optional(),
    required: z.array(z.string()).optional(),
    items: Schema.optional(),
    minItems: z.number().optional(),
    minimum: z.number().optional(),
  }),
);

export type Sampling = {
  readonly random: Random;
  /** A value for a property of this name, where the name says more than the schema; or undefined. */
  readonly named: (name: string) => unknown;
};

function sampleText(schema: Schema, sampling: Sampling, name: string): unknown {
  const known = sampling.named(name);
  if (typeof known === 'string') return known;
  switch (schema.format ?? 'any') {
    case 'uuid':
      return '018f0000-0000-7000-8000-000000000000';
    case 'date':
      return '2026-12-01';
    case 'date-time':
      return '2026-12-01T09:00:00Z';
    case 'email':
      return 'någon@example.se';
    default:
      return 'ett prov';
  }
}

function sampleObject(schema: Schema, sampling: Sampling): Readonly<Record<string, unknown>> {
  const required = new Set(schema.required);
  const entries = Object.entries(schema.properties ?? {})
    .filter(([name]) => required.has(name) || sampling.random() < 0.7)
    .map(([name, property]) => [name, sampleOf(property, sampling, name)]);
  return Object.fromEntries(entries);
}

function sampleOf(schema: Schema, sampling: Sampling, name: string): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined && schema.enum.length > 0) return pick(sampling.random, schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined && choices.length > 0) {
    return sampleOf(pick(sampling.random, choices), sampling, name);
  }
  if (schema.allOf !== undefined) {
    const parts = schema.allOf.map((part) => sampleOf(part, sampling, name));
    return Object.assign({}, ...parts);
  }
  switch (schema.type ?? 'any') {
    case 'object':
      return sampleObject(schema, sampling);
    case 'array':
      return Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () =>
        sampleOf(schema.items ?? {}, sampling, name),
      );
    case 'integer':
    case 'number': {
      const known = sampling.named(name);
      return typeof known === 'number' ? known : Math.max(schema.minimum ?? 0, whole(sampling.random, 3) + 1);
    }
    case 'boolean':
      return sampling.random() < 0.5;
    case 'null':
      return null;
    default:
      return sampleText(schema, sampling, name);
  }
}

const Fields = z.record(z.string(), z.unknown());

/** Something that a schema of a request's body or query will mostly read. */
export function sample(schema: z.ZodType, sampling: Sampling): Readonly<Record<string, unknown>> {
  const described = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' });
  return Fields.catch({}).parse(sampleOf(Schema.parse(described), sampling, ''));
}

/** As a form would send it: texts, and texts again for lists. */
export function asForm(fields: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value]
      .flat()
      .map((one): [string, string] => [name, typeof one === 'string' ? one : JSON.stringify(one)]),
  );
  return new URLSearchParams(pairs).toString();
}
