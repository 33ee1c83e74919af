import { z } from 'zod';
import { getOrganisation, json, missing, open, route, type AnyRoute } from '../../platform/http/index.ts';
import { publicKinds } from './model.ts';
import { findOrganisation, listOrganisations, membersOf, networksOf } from './store.ts';

const OrganisationBody = z.object({
  id: z.string().meta({ example: 'harnosand' }),
  kind: z.enum(publicKinds),
  code: z.string().nullable().meta({ description: "Statistics Sweden's code; null for a network" }),
  name: z.string(),
  publicName: z.string(),
  county: z.string().nullable(),
  host: z.string().nullable(),
});

const tag = 'Organisations';

const idsOf = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id);

const listFromApi = route({
  method: 'GET',
  path: '/api/v1/organisations',
  access: open,
  query: z.object({
    search: z.string().max(100).default(''),
    kind: z.enum(publicKinds).optional(),
    page: z.coerce.number().int().min(1).max(1000).default(1),
  }),
  operation: {
    summary: 'Lists organisations in Swedish order, 25 a page',
    tag,
    response: z.object({ total: z.number().int(), rows: z.array(OrganisationBody) }),
  },
  handle: async ({ tx }, { query: { search, kind, page } }) => {
    const kinds = kind === undefined ? publicKinds : [kind];
    return json(await listOrganisations(tx, { search, kinds, network: null, page }));
  },
});

const showFromApi = route({
  method: 'GET',
  path: '/api/v1/organisations/:organisation',
  access: open,
  operation: {
    summary: 'One organisation with its networks and members',
    tag,
    response: OrganisationBody.extend({ networks: z.array(z.string()), members: z.array(z.string()) }),
  },
  handle: async (context) => {
    const { tx } = context;
    const found = await findOrganisation(tx, getOrganisation(context));
    if (found === null) return missing;
    const networks = idsOf(await networksOf(tx, found.id));
    return json({ ...found, networks, members: idsOf(await membersOf(tx, found.id)) });
  },
});

export const apiRoutes: readonly AnyRoute[] = [listFromApi, showFromApi];
