import { z } from 'zod';
import type { AnyRoute } from '../platform/http/index.ts';

type Schema = Record<string, unknown>;

const PropertySchemas = z.record(z.string(), z.record(z.string(), z.unknown()));

const schemaOf = (type: z.ZodType, io: 'input' | 'output'): Schema => {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io, unrepresentable: 'any' });
  return schema;
};

function pathParameters(path: string): readonly Schema[] {
  return [...path.matchAll(/:([a-zA-Z]+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters(type: z.ZodType | undefined): readonly Schema[] {
  if (type === undefined) return [];
  const schema = schemaOf(type, 'input');
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  return Object.entries(PropertySchemas.parse(schema.properties ?? {})).map(([name, property]) => ({
    name,
    in: 'query',
    required: required.has(name),
    schema: property,
  }));
}

const problem = { $ref: '#/components/responses/Problem' };
const jsonContent = (schema: Schema) => ({ 'application/json': { schema } });

/** Content of any sort in a field of a form, as OpenAPI 3.1 has it. */
const anyFile = { type: 'string', contentMediaType: 'application/octet-stream' };

/** JSON, or a form where a file comes with it. */
function bodyContent(schema: Schema, file: string | undefined): Schema {
  if (file === undefined) return jsonContent(schema);
  const properties = { ...PropertySchemas.parse(schema.properties ?? {}), [file]: anyFile };
  const required = [...(Array.isArray(schema.required) ? schema.required : []), file];
  return { 'multipart/form-data': { schema: { ...schema, properties, required } } };
}

function describe(route: AnyRoute): Schema | null {
  const { operation } = route;
  if (operation === undefined) return null;
  const write = route.method !== 'GET';
  return {
    summary: operation.summary,
    tags: [operation.tag],
    security: route.access.kind === 'open' ? [{}, { bearer: [] }] : [{ bearer: [] }],
    parameters: [
      ...pathParameters(route.path),
      ...queryParameters(route.query),
      ...(write ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
    ],
    ...(route.body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: bodyContent(schemaOf(route.body, 'input'), operation.file),
          },
        }),
    responses: {
      '200': { description: 'OK', content: jsonContent(schemaOf(operation.response, 'output')) },
      '401': problem,
      '404': problem,
      '409': problem,
      '422': problem,
    },
  };
}

const problemSchema: Schema = {
  type: 'object',
  required: ['title', 'status'],
  properties: {
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: { path: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};

/** OpenAPI 3.1 of every route that has an `operation`; the same schemas that read the requests. */
export function openApi(routes: readonly AnyRoute[], origin: string): Schema {
  const paths: Record<string, Record<string, Schema>> = {};
  for (const route of routes) {
    const described = describe(route);
    if (described === null) continue;
    const address = route.path.replaceAll(/:([a-zA-Z]+)/g, '{$1}');
    paths[address] = { ...paths[address], [route.method.toLowerCase()]: described };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Kommons', version: '1', license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
    servers: [{ url: origin }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      parameters: {
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          required: false,
          description: 'A repeat with the same key gives the first answer and changes nothing.',
          schema: { type: 'string', minLength: 8, maxLength: 100 },
        },
      },
      responses: {
        Problem: {
          description: 'What is wrong, where, and what to do (RFC 9457)',
          content: { 'application/problem+json': { schema: problemSchema } },
        },
      },
    },
  };
}
