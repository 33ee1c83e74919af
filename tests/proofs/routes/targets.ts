import type { Client } from 'pg';
import { z } from 'zod';
import { asOwner } from '../../../src/platform/db/index.ts';
import type { AnyRoute } from '../../../src/platform/http/index.ts';
import { pick, type Random } from '../random.ts';
import { sample, asForm } from '../samples.ts';
import type { Outgoing } from '../requests.ts';
import { foreign, own, supplier, third } from './stage.ts';

/** What an organisation has, by the name that addresses use for it. */
export type Things = Readonly<Record<string, readonly string[]>>;

/** By the organisation that has them. */
export type ThingsByOwner = Readonly<Record<string, Things>>;

const Ids = z.array(z.object({ id: z.string() }));

const questions: Readonly<Record<string, string>> = {
  work: `select work_id as id from commons.variants where organisation_id = $1`,
  service: `select work_id as id from commons.variants where organisation_id = $1`,
  case: `select id::text from cases.cases where organisation_id = $1`,
  completion: `select id::text from cases.completions where organisation_id = $1`,
  file: `select id::text from cases.files where organisation_id = $1`,
  draft: `select id::text from services.drafts where organisation_id = $1`,
  contribution: `select id::text from commons.contributions where organisation_id = $1 or to_organisation_id = $1`,
  notice: `select id::text from commons.notices where organisation_id = $1 or to_organisation_id = $1`,
  hash: `select distinct found[1] as id
    from commons.definitions, regexp_matches(definition::text, '"media": ?"(sha256-[0-9a-f]{64})"', 'g') as found
    where organisation_id = $1`,
  note: `select id::text from guides.notes where organisation_id = $1`,
  usage: `select id::text from systems.usages where organisation_id = $1`,
  flow: `select id::text from systems.flows where organisation_id = $1`,
  batch: `select distinct batch::text as id from systems.usage_changes where organisation_id = $1`,
  sheet: `select id::text from systems.sheets where organisation_id = $1`,
  call: `select id::text from systems.calls where organisation_id = $1
    union all select call_id::text from systems.call_invitations where to_organisation_id = $1`,
  claim: `select id::text from systems.claims where organisation_id = $1 or to_organisation_id = $1`,
  webhook: `select id::text from systems.webhooks where organisation_id = $1`,
  question: `select id::text from systems.questions where organisation_id = $1 or to_organisation_id = $1`,
  person: `select distinct person_id::text as id from identity.mandates where organisation_id = $1`,
};

/** What each of those who are tried at has by now. */
export const readThings = (ownerUrl: string): Promise<ThingsByOwner> =>
  asOwner(ownerUrl, async (client) => ({
    [own]: await thingsOf(client, own),
    [foreign]: await thingsOf(client, foreign),
    [supplier]: await thingsOf(client, supplier),
  }));

/** Everything of an organisation that an address or a body can name. Asked as the owner. */
export async function thingsOf(client: Client, organisation: string): Promise<Things> {
  const found: (readonly [string, readonly string[]])[] = [];
  for (const [name, sql] of Object.entries(questions)) {
    const { rows } = await client.query(sql, [organisation]);
    found.push([name, Ids.parse(rows).map(({ id }) => id)]);
  }
  return {
    ...Object.fromEntries(found),
    organisation: [organisation],
    owner: [organisation],
    number: ['1', '2'],
    page: ['anmalan', 'vem', 'skola'],
    step: ['logga-in', 'anteckna'],
    quiz: ['prov'],
    network: ['gvs12', 'esamverkan'],
    product: ['mallsta-robotrad', 'open-eplatform'],
    supplier: ['mallsta-digital'],
    component: ['processautomation', 'e-arkiv'],
    other: [own, foreign, third],
    edition: ['2026-1', '2026-2'],
  };
}

const parameterNames = (path: string): readonly string[] =>
  [...path.matchAll(/:([a-zA-Z]+)/g)].map(([, name = '']) => name);

/** Whether an address names something beside the organisation. */
export const namesThings = (route: AnyRoute): boolean =>
  parameterNames(route.path).some((name) => name !== 'organisation');

export const namesOrganisation = (route: AnyRoute): boolean =>
  parameterNames(route.path).includes('organisation');

/** Names of fields in forms and addresses that people see. */
const inEnglish: Readonly<Record<string, string>> = {
  produkt: 'product',
  leverantor: 'supplier',
  funktion: 'component',
  till: 'other',
  med: 'other',
};

type Aim = {
  readonly route: AnyRoute;
  /** The organisation in the address. */
  readonly place: string;
  readonly things: Things;
  readonly random: Random;
};

const nowhere = '018f0000-0000-7000-8000-000000000000';

/** A request to the route, naming things of one organisation under the address of the same or another. */
export function aim({ route, place, things, random }: Aim): Outgoing {
  const one = (name: string): string | undefined => {
    const some = things[name];
    return some === undefined || some.length === 0 ? undefined : pick(random, some);
  };
  const path = route.path.replaceAll(/:([a-zA-Z]+)/g, (_, name: string) =>
    encodeURIComponent(name === 'organisation' ? place : (one(name) ?? nowhere)),
  );
  const named = (name: string): unknown => {
    if (name === 'from' || name === 'to' || name === 'owner') return one('organisation');
    if (name === 'id') return one('case');
    if (name === 'ids' || name === 'cases') return one('notice');
    return one(inEnglish[name] ?? name);
  };
  const query =
    route.query === undefined || random() < 0.5 ? '' : `?${asForm(sample(route.query, { random, named }))}`;
  const url = `${path}${query}`;
  if (route.method === 'GET' || route.body === undefined) return { method: route.method, url };
  const fields = sample(route.body, { random, named });
  return path.startsWith('/api/')
    ? {
        method: route.method,
        url,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(fields),
      }
    : {
        method: route.method,
        url,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: asForm(fields),
      };
}
