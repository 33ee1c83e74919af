import { z } from 'zod';
import {
  getOrganisation,
  json,
  missing,
  route,
  type AnyRoute,
  type Context,
  type Reply,
} from '../../../../platform/http/index.ts';
import { listUnits, membersOf } from '../../../organisations/index.ts';
import { standsFor, type Catalogue } from '../../catalogue/catalogue.ts';
import { readCatalogue } from '../../catalogue/reading.ts';
import { FactChangesBody, FactsBody, OwnUsageBody, ownUsageBody } from '../../connections/bodies.ts';
import {
  readGivenChanges,
  readGivenFacts,
  type FactsFailure,
  type Known,
} from '../../connections/read-facts.ts';
import { registrars } from '../../everybody/reader.ts';
import { changeUsages, type Act, type ActFailure } from '../../usages/actions.ts';
import { findUsage } from '../../usages/store.ts';
import { doingOf } from '../own-ground.ts';

const tag = 'Systems';
const usagesAt = '/api/v1/organisations/:organisation/usages';

const Members = z.array(z.string().max(100)).max(400);
const Revision = z.number().int().min(1).meta({ description: 'the revision that the change is made on' });

const New = z.object({
  product: z.string().max(100),
  facts: FactsBody.default({}),
  secret: z.boolean().default(false),
  members: Members.default([]),
});
const Change = z.object({
  revision: Revision,
  product: z.string().max(100).optional(),
  facts: FactChangesBody.default({}),
  secret: z.boolean().optional(),
  members: Members.optional(),
});

const Id = z.uuid();
const Asked = z.discriminatedUnion('do', [
  New.extend({ do: z.literal('add') }),
  Change.extend({ do: z.literal('change'), id: Id }),
  z.object({ do: z.enum(['confirm', 'remove', 'restore']), id: Id }),
]);
type Asked = z.infer<typeof Asked>;

/** As many as are changed in one go. */
const mostAtOnce = 500;

type Failure =
  | FactsFailure
  | ActFailure
  | { readonly kind: 'unknown-product'; readonly product: string }
  | { readonly kind: 'unknown-member'; readonly member: string };

type Allowed = Known & { readonly members: ReadonlySet<string> };

async function allowedFor({ tx }: Context, organisation: string, catalogue: Catalogue): Promise<Allowed> {
  const units = await listUnits(tx, organisation);
  const members = await membersOf(tx, organisation);
  return {
    catalogue,
    units: new Set(units.map(({ id }) => id)),
    members: new Set(members.map(({ id }) => id)),
  };
}

type Decided = { readonly ok: true; readonly act: Act } | { readonly ok: false; readonly failure: Failure };
const no = (failure: Failure): Decided => ({ ok: false, failure });

/** What is asked for as an act, or what of it names nothing that there is. */
function decideAsked(asked: Asked, allowed: Allowed, newId: () => string): Decided {
  if (asked.do !== 'add' && asked.do !== 'change') return { ok: true, act: { kind: asked.do, id: asked.id } };
  const { products } = allowed.catalogue;
  const { product, members } = asked;
  if (product !== undefined && !products.has(product)) return no({ kind: 'unknown-product', product });
  const stranger = members?.find((member) => !allowed.members.has(member));
  if (stranger !== undefined) return no({ kind: 'unknown-member', member: stranger });
  if (asked.do === 'add') {
    const read = readGivenFacts(asked.facts, allowed);
    if (!read.ok) return no(read.failure);
    const { secret } = asked;
    const stands = standsFor(products, asked.product);
    const rest = { facts: read.value, secret, members: asked.members, example: false };
    return { ok: true, act: { kind: 'make', id: newId(), product: stands, ...rest } };
  }
  const read = readGivenChanges(asked.facts, allowed);
  if (!read.ok) return no(read.failure);
  const { id, revision, secret } = asked;
  return {
    ok: true,
    act: {
      kind: 'change',
      id,
      revision,
      changes: read.value,
      ...(product === undefined ? {} : { product: standsFor(products, product) }),
      ...(secret === undefined ? {} : { secret }),
      ...(members === undefined ? {} : { members }),
    },
  };
}

const conflicts: ReadonlySet<string> = new Set(['changed-since', 'exists', 'removed']);

type Done =
  | { readonly ok: true; readonly ids: readonly string[] }
  | { readonly ok: false; readonly reply: Reply };

/** Does all that is asked, or nothing: 422 for what cannot be read, 409 where somebody was first, 404 for what is not there. */
async function doAsked(context: Context, asked: readonly Asked[]): Promise<Done> {
  const catalogue = await readCatalogue(context.tx);
  const allowed = await allowedFor(context, getOrganisation(context), catalogue);
  const decided = asked.map((one) => decideAsked(one, allowed, context.newId));
  const wrong = decided.flatMap((one, at) => (one.ok ? [] : [{ at, ...one.failure }]));
  if (wrong.length > 0) return { ok: false, reply: json({ failure: wrong[0], failures: wrong }, 422) };
  const acts = decided.flatMap((one) => (one.ok ? [one.act] : []));
  const done = await changeUsages(doingOf(context), acts);
  if (done.ok) return { ok: true, ids: acts.map(({ id }) => id) };
  const { failures } = done;
  if (failures.some(({ kind }) => conflicts.has(kind)))
    return { ok: false, reply: json({ failure: failures[0], failures }, 409) };
  return { ok: false, reply: missing };
}

async function shown({ tx }: Context, organisation: string, id: string, status: number): Promise<Reply> {
  const usage = await findUsage(tx, organisation, id);
  return usage === null ? missing : json(ownUsageBody(await readCatalogue(tx), usage), status);
}

const add = route({
  method: 'POST',
  path: usagesAt,
  access: registrars,
  body: New,
  operation: { summary: 'Adds a system in use', tag, response: OwnUsageBody },
  handle: async (context, { params: { organisation }, body }) => {
    const done = await doAsked(context, [{ do: 'add', ...body }]);
    return done.ok ? shown(context, organisation, done.ids[0] ?? '', 201) : done.reply;
  },
});

const change = route({
  method: 'PUT',
  path: `${usagesAt}/:usage`,
  access: registrars,
  body: Change,
  operation: {
    summary: 'Changes what is said of a system in use, and nothing where somebody has changed it since',
    tag,
    response: OwnUsageBody,
  },
  handle: async (context, { params: { organisation, usage: id }, body }) => {
    if (!Id.safeParse(id).success) return missing;
    const done = await doAsked(context, [{ do: 'change', id, ...body }]);
    return done.ok ? shown(context, organisation, id, 200) : done.reply;
  },
});

const batch = route({
  method: 'POST',
  path: `${usagesAt}/batch`,
  access: registrars,
  body: z.object({ acts: z.array(Asked).min(1).max(mostAtOnce) }),
  operation: {
    summary: 'Does several things with own systems in use, all or none; it is undone as one',
    tag,
    response: z.object({ ids: z.array(z.string()) }),
  },
  handle: async (context, { body: { acts } }) => {
    const done = await doAsked(context, acts);
    return done.ok ? json({ ids: done.ids }) : done.reply;
  },
});

export const ownChangingApi: readonly AnyRoute[] = [add, change, batch];
